using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Models;

/// <summary>An answer as it came, before anything reads it.</summary>
sealed record KeptAnswer(string Text, string StopReason, CallUsage Usage)
{
    public const string Refused = "content_filter";

    /// <exception cref="ModelRefusedException">The model refused.</exception>
    /// <exception cref="UnusableAnswerException">It is empty.</exception>
    public Answer Read(string item) => this switch
    {
        { StopReason: Refused } => throw new ModelRefusedException(item),
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
            return await store.Find(location, key, token) is null ? null : await store.ReadDocument<KeptAnswer>(location, key, token);
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
        var outcome = await store.PutBytes(location, key, DocumentJson.Write(answer), PutCondition.Absent, CancellationToken.None);
        return outcome == PutOutcome.Stored ? answer : await Find(location, fingerprint, number, item, CancellationToken.None) ?? answer;
    }
}
