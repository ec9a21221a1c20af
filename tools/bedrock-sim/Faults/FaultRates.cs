using CourseGen.Contracts;

namespace CourseGen.BedrockSim.Faults;

/// <summary>Shares of the calls, 0 to 1, that go wrong in each way.</summary>
public sealed record FaultRates
{
    /// <summary>Refused with 429.</summary>
    public double Throttle { get; init; }

    /// <summary>Refused with 503.</summary>
    public double Unavailable { get; init; }

    /// <summary>Broken off while the answer is written.</summary>
    public double BreakOff { get; init; }

    /// <summary>Answered with a refusal.</summary>
    public double Refuse { get; init; }

    /// <summary>Longer than <c>max_tokens</c>, so that the answer is cut.</summary>
    public double Truncate { get; init; }

    /// <summary>Answered with JSON that cannot be read; answers that are not JSON lose their first half, pictures are none.</summary>
    public double Malform { get; init; }

    /// <summary>Only answers of these kinds are refused, too long or malformed; empty for all.</summary>
    public IReadOnlyList<WorkKind> Kinds { get; init; } = [];

    internal IEnumerable<(string Option, double Rate)> ByOption() =>
    [
        ("throttle", Throttle), ("unavailable", Unavailable), ("break-off", BreakOff), ("refuse", Refuse), ("truncate", Truncate), ("malform", Malform),
    ];
}
