using Xunit.Abstractions;

namespace CourseGen.Resilience.Tests.Suites;

/// <summary>What came of a suite's rounds, which may run beside each other, said as RabbitMQ's Jepsen tests say it, and the seed that replays them.</summary>
sealed class Verdict(ITestOutputHelper output, string suite, int seed)
{
    int _attempted;
    int _completed;
    int _lost;
    int _duplicated;
    int _recovered;

    /// <summary>A disturbance was made.</summary>
    public void Attempt(string what)
    {
        Interlocked.Increment(ref _attempted);
        Say(what);
    }

    /// <summary>All was as it was before the disturbance.</summary>
    public void Recovered() => Interlocked.Increment(ref _recovered);

    /// <summary>The course is there; each call made again was one of those that the disturbance had cut off.</summary>
    /// <param name="account">Compare also what it says of calls, reuse, tokens and cost.</param>
    public void Complete(
        IReadOnlyDictionary<string, string> artifacts, IReadOnlyDictionary<string, string> expected, IReadOnlyList<ModelCall> repeated, IReadOnlyList<ModelCall> cutOff,
        bool account = true)
    {
        if (!account)
            (artifacts, expected) = (StoredCourse.WithoutAccount(artifacts), StoredCourse.WithoutAccount(expected));
        Interlocked.Increment(ref _completed);
        Interlocked.Add(ref _lost, expected.Count(artifact => !artifacts.ContainsKey(artifact.Key)));
        Interlocked.Add(ref _duplicated, repeated.Count);
        if (repeated.Count > 0)
            Say($"repeated {repeated.Count} calls of {cutOff.Count} cut off");
        if (account)
            artifacts[StoredCourse.Account].ShouldBe(expected[StoredCourse.Account], Replay);
        artifacts.Except(expected).Select(artifact => artifact.Key).ShouldBeEmpty($"these differ from the undisturbed course's ({Replay})");
        expected.Except(artifacts).Select(artifact => artifact.Key).ShouldBeEmpty($"these are missing, or differ from the undisturbed course's ({Replay})");
        repeated.Except(cutOff).ShouldBeEmpty($"these were paid for twice ({Replay})");
        repeated.Count.ShouldBeLessThanOrEqualTo(cutOff.Count, Replay);
    }

    public void Print() => Say($"attempted {_attempted}, completed {_completed}, lost {_lost}, duplicated {_duplicated}, recovered {_recovered}; {Replay}");

    string Replay => $"{Variable}={seed}";

    public const string Variable = "COURSEGEN_CHAOS_SEED";

    void Say(string what) => output.WriteLine($"{TimeProvider.System.GetUtcNow():HH:mm:ss} {suite}: {what}");
}
