using System.Collections.Concurrent;
using CourseGen.BedrockSim.Answers;
using CourseGen.BedrockSim.Wire;
using CourseGen.Contracts;

namespace CourseGen.BedrockSim.Faults;

/// <summary>What goes wrong with one call.</summary>
/// <param name="Before">Refused with it, before the quota is asked.</param>
/// <param name="During">Broken off with it, after <paramref name="Share"/> of the answer.</param>
sealed record CallFault(BedrockError? Before, BedrockError? During, double Share, bool Refuse, bool Truncate, bool Malform);

/// <summary>
/// Faults by rate and seed, and those that a test asks for. What an answer is like (refused, too long, malformed) depends on its item alone;
/// errors depend on the try as well, so that trying again helps.
/// </summary>
sealed class FaultDraws(int seed, FaultRates rates)
{
    readonly ConcurrentDictionary<string, int> _tries = [];
    readonly ConcurrentQueue<(BedrockError Error, bool MidStream)> _asked = [];

    /// <param name="midStream">It breaks the answer off instead of refusing the call.</param>
    public void FailNext(BedrockError error, bool midStream) => _asked.Enqueue((error, midStream));

    public CallFault Next(Answer answer)
    {
        var name = $"{answer.Kind}\n{answer.Item}\n{answer.Number}\n{answer.Continues}";
        var trying = new Chance(seed, "fault", name, _tries.AddOrUpdate(name, 1, (_, tries) => tries + 1));
        var content = new Chance(seed, "content", name);
        var asked = _asked.TryDequeue(out var next) ? next : default;
        var before = asked is { Error: not null, MidStream: false } ? asked.Error : null;
        if (trying.Next() < rates.Throttle)
            before ??= BedrockErrors.TooManyTokens;
        if (trying.Next() < rates.Unavailable)
            before ??= BedrockErrors.TooManyConnections;
        var during = asked.MidStream ? asked.Error : trying.Next() < rates.BreakOff ? BedrockErrors.UnableToProcess : null;
        var touched = Touches(answer.Kind);
        return new CallFault(before, during, trying.Between(0.1, 0.9), touched && new Chance(seed, "refuse", answer.Kind, answer.Item).Next() < rates.Refuse,
            touched && !answer.Continues && content.Next() < rates.Truncate, touched && !answer.Continues && content.Next() < rates.Malform);
    }

    bool Touches(string kind) => rates.Kinds.Count == 0 || rates.Kinds.Any(named => (named == WorkKind.Image ? PictureCall.Kind : named.ToString()) == kind);
}
