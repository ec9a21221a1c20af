using Microsoft.Extensions.AI;

namespace CourseGen.Models;

/// <summary>An answer, paid for now or kept from before.</summary>
/// <param name="Text">As the model gave it: untrusted.</param>
/// <param name="StopReason"><c>end_turn</c>, <c>max_tokens</c> when it was cut off at the grant's limit, or what the provider says.</param>
public sealed record Answer(string Text, string StopReason);

/// <summary>
/// The model calls of one item, in order, under its grant. The n-th call of an item has the n-th kept answer
/// (<c>.coursegen/answers/{fingerprint}/{n}.json</c>), which is put before anything reads it; with one there, no call is made.
/// </summary>
public abstract class ModelCalls
{
    /// <exception cref="ModelRefusedException">The model refused.</exception>
    /// <exception cref="UnusableAnswerException">The answer is empty.</exception>
    /// <exception cref="ModelThrottledException">Throttled for longer than it is retried in place.</exception>
    /// <exception cref="ModelUnavailableException">Cut off, timed out, or unavailable.</exception>
    /// <exception cref="GrantUsedUpException">The grant allows no further call.</exception>
    /// <exception cref="NotStoredException">The grant allows no call at all.</exception>
    public abstract Task<Answer> Ask(IReadOnlyList<ChatMessage> messages, CancellationToken token);

    /// <summary>One picture; counted under the same grant. Its bytes are kept by the artifact itself, not as an answer.</summary>
    public abstract Task<Picture> Draw(PictureRequest request, CancellationToken token);
}
