using CourseGen.Contracts;
using CourseGen.Planner.Courses;
using CourseGen.Storage;

namespace CourseGen.Resilience.Tests.Permutations;

/// <summary>All that must not depend on how often, and in what order, messages came.</summary>
sealed record CourseOutcome(
    IReadOnlyDictionary<string, string> Artifacts, IReadOnlyList<ModelCall> Calls, string Saga, IReadOnlyList<string> Items, int InFlight)
{
    /// <summary>Nothing, or every line that one has and the other has not.</summary>
    public IReadOnlyList<string> DifferencesFrom(CourseOutcome expected) =>
    [
        .. Differences(Calls.Select(call => call.ToString()), expected.Calls.Select(call => call.ToString())),
        .. Differences(Artifacts.Select(artifact => artifact.ToString()), expected.Artifacts.Select(artifact => artifact.ToString())),
        .. Differences(Items, expected.Items),
        .. Differences([Saga, $"{InFlight} in flight"], [expected.Saga, $"{expected.InFlight} in flight"]),
    ];

    static IEnumerable<string> Differences(IEnumerable<string> actual, IEnumerable<string> expected) =>
        [.. Beyond(actual, expected).Select(line => $"is: {line}"), .. Beyond(expected, actual).Select(line => $"should be: {line}")];

    /// <summary>As often as the one has it oftener.</summary>
    static List<string> Beyond(IEnumerable<string> one, IEnumerable<string> other)
    {
        var rest = one.ToList();
        foreach (var line in other)
            rest.Remove(line);
        return rest;
    }

    public static string Describe(Course? course) => course is null ? "none" :
        $"{course.CurrentState}, revision {course.Revision} of {course.Previous}, shape {course.Shape}, {course.Mode}, plan {course.Plan}, " +
        $"{course.Title}, {course.ContentType}, {course.LessonCount} lessons, {course.LabCount} labs, paused {course.PauseReason}, next {course.Next}, " +
        $"{course.Calls} calls, {course.Reused} reused, {course.InputTokens} and {course.OutputTokens} tokens, {course.CostUsd} USD";

    public static string Describe(WorkItem item) =>
        $"{item.Kind} {item.Id}, revision {item.Revision}, {item.Status}, module {item.Module}, lesson {item.Lesson}, batch {item.Batch}, deck {item.DeckBatch}, " +
        $"basis {item.Basis}, generation {item.Generation}, upstream {item.Upstream}, attempts {item.Attempts}, returns {item.Returns}, due {item.DueAt}, " +
        $"{item.Tokens} tokens, {item.CostUsd} USD, reused {item.Reused}, made {Made(item)}; failure {item.Failure}";

    /// <summary>The manifest tells times.</summary>
    static string Made(WorkItem item) => item.Kind == WorkKind.Manifest ? ArtifactKeys.Manifest : $"{item.Fingerprint}: {string.Join(", ", item.Artifacts)}";
}
