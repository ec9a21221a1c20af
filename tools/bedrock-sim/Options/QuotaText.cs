using System.Globalization;
using CourseGen.BedrockSim.Quota;

namespace CourseGen.BedrockSim.Options;

/// <summary>A quota in one argument: <c>anthropic.claude-sonnet-4-5=200000,rpm=50</c>.</summary>
static class QuotaText
{
    const string Unlimited = "-";

    /// <exception cref="FormatException">It is of another form.</exception>
    public static SimulatorOptions Add(SimulatorOptions options, string text)
    {
        var parts = text.Split(',');
        var (name, limit) = Pair(parts[0]);
        var quota = parts.Skip(1).Aggregate(new SimulatedQuota { TokensPerMinute = limit == Unlimited ? null : Whole(limit) }, With);
        return options with { Quotas = new Dictionary<string, SimulatedQuota>(options.Quotas) { [name] = quota } };
    }

    static SimulatedQuota With(SimulatedQuota quota, string part) => Pair(part) switch
    {
        ("burst", var value) => quota with { Burst = Whole(value) },
        ("rpm", var value) => quota with { RequestsPerMinute = checked((int)Whole(value)) },
        ("tpd", var value) => quota with { TokensPerDay = Whole(value) },
        ("burndown", var value) => quota with { Burndown = double.Parse(value, CultureInfo.InvariantCulture) },
        _ => throw new FormatException(),
    };

    static (string Name, string Value) Pair(string text) => text.Split('=') is [var name, var value] ? (name, value) : throw new FormatException();

    static long Whole(string text) => long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);
}
