using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CourseGen.Contracts;

namespace CourseGen.BedrockSim.Answers;

/// <summary>What calls are like on average.</summary>
public sealed record DrawnCourse
{
    /// <summary>Share of the mean that output differs by, one standard deviation.</summary>
    public double Sigma { get; init; } = 0.15;

    /// <summary>Claude Sonnet 4.5's time to first token.</summary>
    public double FirstTokenSeconds { get; init; } = 1.8;

    /// <summary>Claude Sonnet 4.5's speed.</summary>
    public double TokensPerSecond { get; init; } = 63;

    /// <summary>Input and mean output in tokens; the tokens of other kinds are counted from their text.</summary>
    public IReadOnlyDictionary<WorkKind, (long Input, long Output)> Means { get; init; } = new Dictionary<WorkKind, (long, long)>
    {
        [WorkKind.Lesson] = (3000, 8000),
        [WorkKind.Visuals] = (9000, 1500),
        [WorkKind.Slides] = (9000, 8000),
    };
}

/// <summary>One call as drawn.</summary>
/// <param name="Input">Tokens; null counts them from the prompt.</param>
/// <param name="Output">Tokens of the whole answer; null counts them from the answer.</param>
/// <param name="FirstToken">Model seconds.</param>
/// <param name="Rate">Tokens per model second.</param>
public sealed record DrawnCall(long? Input, long? Output, double FirstToken, double Rate)
{
    /// <summary>Model seconds of the whole answer; null where the output is counted.</summary>
    public double? Duration => FirstToken + (Output / Rate);
}

/// <summary>
/// The tokens and the pace of every call, by seed, kind, item and number alone: every policy meets the same course, and what it takes
/// at least can be computed without a run.
/// </summary>
public sealed class CallDraws(int seed, DrawnCourse course)
{
    const long LeastOutput = 200;

    /// <param name="item">As the brief has it, for example <c>01-02</c>.</param>
    /// <param name="number">0 for an item's first answer; one more for each time it is sent back. A continuation is part of its answer.</param>
    public DrawnCall Of(WorkKind kind, string item, int number = 0) => Of(kind.ToString(), item, number, course.Means.TryGetValue(kind, out var means) ? means : null);

    internal DrawnCall Of(string kind, string item, int number, (long Input, long Output)? means)
    {
        var chance = new Chance(seed, "call", kind, item, number);
        var deviation = chance.Gauss();
        var firstToken = course.FirstTokenSeconds * chance.Between(0.7, 1.6);
        var rate = course.TokensPerSecond * chance.Between(0.85, 1.15);
        return new DrawnCall(means?.Input, means is null ? null : Math.Max(LeastOutput, (long)(means.Value.Output * (1 + (course.Sigma * deviation)))), firstToken, rate);
    }
}

/// <summary>Random numbers that depend on nothing but what they are asked for.</summary>
sealed class Chance(params object[] about)
{
    readonly byte[] _bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', about)));
    int _taken;

    /// <summary>From 0 up to 1, eight times at most: then the digest is used up.</summary>
    public double Next() => BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(4 * _taken++)) / (uint.MaxValue + 1.0);

    public double Between(double low, double high) => low + ((high - low) * Next());

    /// <summary>Of the standard normal distribution (Box and Muller).</summary>
    public double Gauss() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());
}
