using CourseGen.Contracts;

namespace CourseGen.Planner.Estimates;

/// <summary>Calls of one stage and model are alike.</summary>
readonly record struct ModelStage(ModelRef Model, WorkKind Kind);

/// <summary>
/// What this process knows of model calls, from the usage that events carry: its own since it began, and what was kept of all planners'
/// before. A step that is tried again may be learned twice; nothing but an estimate comes of it.
/// </summary>
sealed class LearnedCalls
{
    readonly Lock _lock = new();
    Dictionary<ModelStage, CallStatistics> _kept = [];
    Dictionary<ModelStage, CallStatistics> _beingKept = [];
    Dictionary<ModelStage, CallStatistics> _new = [];

    public CallStatistics Of(ModelRef model, WorkKind kind)
    {
        var calls = new ModelStage(model, kind);
        lock (_lock)
            return In(_kept, calls).With(In(_beingKept, calls)).With(In(_new, calls));
    }

    /// <param name="size">See <see cref="CallStatistics.With(CallUsage, long)"/>.</param>
    public void Learn(WorkKind kind, IEnumerable<CallUsage> calls, long size)
    {
        lock (_lock)
            foreach (var call in calls)
                _new[new(call.Model, kind)] = In(_new, new(call.Model, kind)).With(call, size);
    }

    /// <param name="counted">Tokens of a call's input, of which the call itself will not be learned.</param>
    public void LearnInput(ModelRef model, WorkKind kind, long counted, long size)
    {
        lock (_lock)
            _new[new(model, kind)] = In(_new, new(model, kind)).WithInput(counted, size);
    }

    /// <summary>What was learned since the last time; it counts here until it is among what is kept.</summary>
    public IReadOnlyDictionary<ModelStage, CallStatistics> TakeNew()
    {
        lock (_lock)
        {
            foreach (var (calls, statistics) in _new)
                _beingKept[calls] = In(_beingKept, calls).With(statistics);
            _new = [];
            return _beingKept;
        }
    }

    /// <param name="kept">All planners' together, what was taken last included.</param>
    public void Keep(Dictionary<ModelStage, CallStatistics> kept)
    {
        lock (_lock)
            (_kept, _beingKept) = (kept, []);
    }

    static CallStatistics In(Dictionary<ModelStage, CallStatistics> statistics, ModelStage calls) => statistics.GetValueOrDefault(calls, CallStatistics.None);
}
