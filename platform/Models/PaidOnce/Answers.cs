using System.Text.Json;
using System.Text.Json.Serialization;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Models;

/// <summary>An answer as it came, before anything reads it.</summary>
sealed record KeptAnswer(string Text, string StopReason, CallUsage Usage)
{
    public const string Refused = "content_filter";

    /// <summary>No continuation helps: prompt and answer fill the model's context.</summary>
    const string ContextFull = "model_context_window_exceeded";

    /// <summary>Kept as metadata. Null: nobody knows.</summary>
    [JsonIgnore]
    public Guid? Reservation { get; init; }

    /// <exception cref="ModelRefusedException">The model refused.</exception>
    /// <exception cref="UnusableAnswerException">It is empty.</exception>
    public Answer Read(string item) => this switch
    {
        { StopReason: Refused } => throw new ModelRefusedException(item),
        { StopReason: ContextFull } => throw new UnusableAnswerException(item, ["prompt and answer are longer than the model's context"]),
        _ when string.IsNullOrWhiteSpace(Text) => throw new UnusableAnswerException(item, ["the answer is empty"]),
        _ => new(Text, StopReason),
    };
}

/// <summary>The answers that were paid for: <c>.coursegen/answers/{fingerprint}/{n}.json</c>, create-only.</summary>
sealed class Answers(IArtifactStore store)
{
    /// <param name="item">For people.</param>
    /// <exception cref="UnusableAnswerException">What is kept is no answer.</exception>
    public async Task<KeptAnswer?> Find(CourseLocation location, string fingerprint, int number, string item, CancellationToken token)
    {
        var key = ArtifactKeys.Answer(fingerprint, number);
        try
        {
            return await store.Find(location, key, token) is { } found
                ? await store.ReadDocument<KeptAnswer>(location, key, token) with { Reservation = found.Metadata?.Payment?.Reservation }
                : null;
        }
        catch (ArtifactMissingException)
        {
            return null;
        }
        catch (JsonException)
        {
            throw new UnusableAnswerException(item, [$"{key} is damaged"]);
        }
    }

    /// <returns>The answer that is kept now: another's, if that was first.</returns>
    public async Task<KeptAnswer> Keep(CourseLocation location, string fingerprint, int number, string item, KeptAnswer answer)
    {
        var key = ArtifactKeys.Answer(fingerprint, number);
        // It is paid for: no deadline keeps it from being kept.
        var payment = answer.Reservation is { } reservation ? new Payment(reservation, [answer.Usage]) : null;
        var outcome = await store.PutBytes(location, key, DocumentJson.Write(answer), PutCondition.Absent, CancellationToken.None, payment: payment);
        return outcome == PutOutcome.Stored ? answer : await Find(location, fingerprint, number, item, CancellationToken.None) ?? answer;
    }
}
