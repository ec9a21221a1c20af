using System.Runtime.CompilerServices;
using CourseGen.BedrockSim.Answers;
using CourseGen.BedrockSim.Faults;
using CourseGen.BedrockSim.Quota;
using CourseGen.BedrockSim.Report;
using CourseGen.BedrockSim.Wire;

namespace CourseGen.BedrockSim;

/// <summary>One call from its admission to its end, in the time that a model takes.</summary>
sealed class ModelCall
{
    /// <summary>Real seconds between two pieces of a stream, about.</summary>
    const double PieceInterval = 0.2;
    const int MostPieces = 100;

    readonly Simulation _simulation;
    readonly QuotaKeeper _keeper;
    readonly AdmittedCall _admitted;
    readonly CallFault _fault;

    ModelCall(Simulation simulation, QuotaKeeper keeper, AdmittedCall admitted, Answer answer, CallFault fault) =>
        (_simulation, _keeper, _admitted, Answer, _fault) = (simulation, keeper, admitted, answer, fault);

    public Answer Answer { get; }
    public CallSize Size => _admitted.Size;

    /// <summary>In real milliseconds.</summary>
    public long FirstByteLatency => (long)(Size.FirstToken / _simulation.Options.Compression * 1000);

    public long Latency => (long)(Size.Duration / _simulation.Options.Compression * 1000);

    /// <exception cref="BedrockException">Throttled, invalid, or struck by a fault.</exception>
    public static async Task<ModelCall> Start(Simulation simulation, Prompt prompt)
    {
        var keeper = simulation.KeeperOf(prompt.Model);
        keeper.Count(account => account.Asked());
        var answer = await simulation.Answers.Write(prompt);
        var maxTokens = prompt.MaxTokens ?? simulation.Options.OutputLimit;
        Check(simulation.Options, answer, maxTokens);
        var fault = simulation.Faults.Next(answer);
        if (fault.Before is { } error)
        {
            keeper.Struck(error);
            throw new BedrockException(error);
        }
        answer = Spoilt(answer, fault, maxTokens);
        var (read, write) = simulation.Cache.Of(prompt, answer.Input, simulation.Now);
        var size = new CallSize(answer.Input - read - write, read, write, maxTokens, answer.Output, answer.FirstToken, answer.Rate);
        var admitted = keeper.Admit(size, simulation.Now);
        simulation.Cache.Keep(prompt, answer.Input, simulation.Now);
        if (answer.Continues)
            keeper.Count(account => account.Continued());
        return new ModelCall(simulation, keeper, admitted, answer, fault);
    }

    /// <exception cref="BedrockException">Broken off.</exception>
    public async Task<Answer> Whole(CancellationToken token)
    {
        await foreach (var _ in Pieces(1, token))
        {
        }
        return Answer;
    }

    /// <summary>The text as it is written; the first piece, an empty one, comes with the first token.</summary>
    /// <exception cref="BedrockException">Broken off.</exception>
    public IAsyncEnumerable<string> Stream(CancellationToken token) =>
        Pieces((int)Math.Clamp(Size.Duration / _simulation.Options.Compression / PieceInterval, 1, MostPieces), token);

    async IAsyncEnumerable<string> Pieces(int count, [EnumeratorCancellation] CancellationToken token)
    {
        var outcome = CallOutcome.Abandoned;
        try
        {
            await _simulation.Until(_admitted.FirstToken, token);
            yield return "";
            for (var piece = 1; piece <= count; piece++)
            {
                if (_fault.During is { } error && piece >= Math.Ceiling(_fault.Share * count))
                {
                    await _simulation.Until(At(_fault.Share), token);
                    outcome = CallOutcome.BrokenOff;
                    throw new BedrockException(error);
                }
                await _simulation.Until(At(piece / (double)count), token);
                if (piece == count)
                    outcome = Outcome();
                yield return Answer.Text[Cut(piece - 1, count)..Cut(piece, count)];
            }
        }
        finally
        {
            End(outcome);
        }
    }

    double At(double share) => share >= 1 ? _admitted.End : _admitted.FirstToken + (share * Size.Output / Size.Rate);

    int Cut(int piece, int count)
    {
        var at = (int)((long)Answer.Text.Length * piece / count);
        return at > 0 && at < Answer.Text.Length && char.IsLowSurrogate(Answer.Text[at]) ? at + 1 : at;
    }

    CallOutcome Outcome() => Answer.Stop switch
    {
        Answer.Refusal => CallOutcome.Refused,
        Answer.MaxTokens => CallOutcome.Truncated,
        _ => _fault.Malform ? CallOutcome.Malformed : CallOutcome.Useful,
    };

    void End(CallOutcome outcome)
    {
        var early = outcome is CallOutcome.Abandoned or CallOutcome.BrokenOff;
        var at = early ? _simulation.Now : _admitted.End;
        if (early)
            _keeper.Abort(_admitted, at);
        _keeper.Count(account => account.Ended(outcome, early ? (long)_admitted.Generated : Size.Output, at));
    }

    static void Check(SimulatorOptions options, Answer answer, int maxTokens)
    {
        if (maxTokens < 1 || maxTokens > options.OutputLimit)
            throw new BedrockException(BedrockErrors.Invalid(
                $"The maximum tokens you requested exceeds the model limit of {options.OutputLimit}. Try again with a maximum tokens value that is lower than {options.OutputLimit}."));
        if (answer.Input > options.Context)
            throw new BedrockException(BedrockErrors.TooLong);
    }

    static Answer Spoilt(Answer answer, CallFault fault, int maxTokens) =>
        fault.Refuse ? answer.Refused()
        : (fault.Malform ? answer.Malformed() : fault.Truncate ? answer.Longer(maxTokens + (maxTokens / 5) + 1) : answer).UpTo(maxTokens);
}
