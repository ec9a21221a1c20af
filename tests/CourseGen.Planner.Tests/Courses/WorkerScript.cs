using CourseGen.Contracts;

namespace CourseGen.Planner.Tests.Courses;

enum Act { Succeed, Fail, HandBack, Count, Hold, Throw, StaySilent, StayUnstarted, MakePart }

/// <summary>What the fake workers do to whom, and how often; the last rule that fits decides. Else they succeed.</summary>
sealed class WorkerScript
{
    readonly List<Rule> _rules = [];

    public Rule Let(Act act, WorkKind kind, string? item = null, FailureKind failure = FailureKind.Transient, int times = int.MaxValue, long counted = 0)
    {
        var rule = new Rule(act, kind, item, failure, times) { Counted = counted };
        lock (_rules)
            _rules.Add(rule);
        return rule;
    }

    public void Forget()
    {
        lock (_rules)
        {
            foreach (var rule in _rules)
                rule.Release();
            _rules.Clear();
        }
    }

    public Rule? For(WorkKind kind, string item)
    {
        lock (_rules)
            return _rules.FindLast(rule => rule.Take(kind, item));
    }

    public sealed class Rule(Act act, WorkKind kind, string? item, FailureKind failure, int times)
    {
        readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int _left = times;

        public Act Act => act;
        /// <summary>What <see cref="Act.Count"/> finds, whatever is granted.</summary>
        public long Counted { get; init; }
        public FailureKind Failure => failure;
        public Task Released => _released.Task;

        public void Release()
        {
            _left = 0;
            _released.TrySetResult();
        }

        public bool Take(WorkKind wanted, string id)
        {
            if (wanted != kind || (item is not null && item != id) || _left == 0)
                return false;
            _left--;
            return true;
        }
    }
}
