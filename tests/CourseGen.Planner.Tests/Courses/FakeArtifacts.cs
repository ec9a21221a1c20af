using System.Collections.Concurrent;
using System.Text;
using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Planner.Tests.Courses;

/// <summary>What the fake workers have made, by fingerprint: made once, found ever after, also by the workers of another bed.</summary>
sealed class FakeArtifacts
{
    static readonly HashSet<WorkKind> Paid = [WorkKind.Lesson, WorkKind.Visuals, WorkKind.Image, WorkKind.Slides, WorkKind.LabPlan, WorkKind.Lab];
    readonly ConcurrentDictionary<(WorkKind, string), string> _current = new();
    readonly ConcurrentDictionary<string, int> _made = new();

    /// <summary>How often each item was paid for.</summary>
    public ConcurrentDictionary<(WorkKind Kind, string Item), int> Payments { get; } = new();

    public int Payment(WorkKind kind, string item) => Payments.GetValueOrDefault((kind, item));

    public string FingerprintOf(IWorkCommand command, WorkKind kind, WorkUnit unit) => kind switch
    {
        WorkKind.Visuals or WorkKind.Slides => Fingerprint.Of(kind, unit, Of(WorkKind.Lesson, unit.Id).Sha256),
        WorkKind.Image => Fingerprint.Of(kind, unit, Prompt(unit.Id).Sha256),
        WorkKind.Lab when command is WriteLab lab => Fingerprint.Of(kind, unit, lab.Lessons.Prepend(lab.LabPlan).Select(artifact => artifact.Sha256)),
        _ when InputsOf(command) is { } inputs => Fingerprint.Of(kind, unit, inputs.Sha256),
        _ => Fingerprint.Of(kind, unit),
    };

    /// <returns>Null when it is not there and may not be paid for.</returns>
    public bool? Make(WorkKind kind, string item, string fingerprint, bool mayPay)
    {
        if (_current.TryGetValue((kind, item), out var there) && there == fingerprint)
            return true;
        if (Paid.Contains(kind) && !mayPay)
            return null;
        _current[(kind, item)] = fingerprint;
        _made.AddOrUpdate(fingerprint, 1, (_, count) => count + 1);
        Payments.AddOrUpdate((kind, item), 1, (_, count) => count + 1);
        return false;
    }

    public ArtifactRef Of(WorkKind kind, string item, string extension = "md") =>
        Reference($"{kind}/{item}.{extension}", _current.GetValueOrDefault((kind, item), "nothing"));

    public ArtifactRef Prompt(string picture) => Reference($"prompts/{picture}.json", $"{_current.GetValueOrDefault((WorkKind.Visuals, picture[..5]))} {picture}");

    static ArtifactRef Reference(string key, string content) => new(key, Fingerprint.Sha256(Encoding.UTF8.GetBytes(content)), content.Length);

    static ArtifactRef? InputsOf(IWorkCommand command) => command switch
    {
        BuildDeckBatch deck => deck.Inputs,
        BuildInfographic infographic => infographic.Inputs,
        WriteBook book => book.Inputs,
        BuildLabGuide guide => guide.Inputs,
        CombineDeck deck => deck.Inputs,
        _ => null,
    };
}
