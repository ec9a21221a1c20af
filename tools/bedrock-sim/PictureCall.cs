using CourseGen.BedrockSim.Answers;
using CourseGen.BedrockSim.Pictures;
using CourseGen.BedrockSim.Quota;
using CourseGen.BedrockSim.Report;
using CourseGen.BedrockSim.Wire;

namespace CourseGen.BedrockSim;

/// <summary>A call of an image model: it takes requests of a quota, no tokens.</summary>
static class PictureCall
{
    public const string Kind = "Picture";

    /// <returns>The pictures as PNG, bytes that are no picture when they are malformed, or null when the prompt is refused.</returns>
    /// <exception cref="BedrockException">Throttled, or struck by a fault.</exception>
    public static async Task<IReadOnlyList<byte[]>?> Take(Simulation simulation, string model, PictureOrder order, CancellationToken token)
    {
        var keeper = simulation.KeeperOf(model);
        keeper.Count(account => account.Asked());
        var fault = simulation.Faults.Next(new Answer(Kind, order.Text, 0, false, 0, () => Task.FromResult(""), 0, simulation.Options.PictureSeconds, 1));
        if (fault.Before is { } error)
        {
            keeper.Struck(error);
            throw new BedrockException(error);
        }
        var admitted = keeper.Admit(new CallSize(0, 0, 0, 0, 0, simulation.Options.PictureSeconds, 1), simulation.Now);
        var outcome = CallOutcome.Abandoned;
        try
        {
            await simulation.Until(admitted.End, token);
            if (fault.During is { } broken)
            {
                outcome = CallOutcome.BrokenOff;
                throw new BedrockException(broken);
            }
            outcome = fault.Refuse ? CallOutcome.Refused : fault.Malform ? CallOutcome.Malformed : CallOutcome.Useful;
        }
        finally
        {
            keeper.Count(account => account.Ended(outcome, 0, simulation.Now));
        }
        if (fault.Refuse)
            return null;
        keeper.Count(account => account.Drew(order.Count));
        return [.. Enumerable.Range(0, order.Count).Select(number => fault.Malform ? "no picture"u8.ToArray() : PlainPng.Of(order.Width, order.Height, $"{order.Text}\n{number}"))];
    }

    /// <returns>The answer of InvokeModel.</returns>
    /// <exception cref="BedrockException">Throttled, struck by a fault, or refused where that is an error.</exception>
    public static async Task<object> Draw(Simulation simulation, string model, PictureOrder order, CancellationToken token)
    {
        var pictures = await Take(simulation, model, order, token);
        if (order.Stability)
            return pictures is null
                ? new Dictionary<string, object?> { ["finish_reasons"] = new[] { "Filter reason: prompt" } }
                : new Dictionary<string, object?> { ["seeds"] = new[] { 0 }, ["finish_reasons"] = new string?[] { null }, ["images"] = pictures };
        return pictures is null ? throw new BedrockException(BedrockErrors.Filtered) : new { Images = pictures, Error = (string?)null };
    }
}
