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
    const string CutOff = "max_tokens";
    const int MaxContinuations = 2;
    const string Continue =
        "Your answer was cut off at its token limit. Continue it from the exact character where it stopped. Repeat nothing, and add no remark.";

    /// <exception cref="ModelRefusedException">The model refused.</exception>
    /// <exception cref="UnusableAnswerException">The answer is empty.</exception>
    /// <exception cref="ModelThrottledException">Throttled for longer than it is retried in place.</exception>
    /// <exception cref="ModelUnavailableException">Cut off, timed out, or unavailable.</exception>
    /// <exception cref="GrantUsedUpException">The grant allows no further call.</exception>
    /// <exception cref="InputExceedsGrantException">The messages are more tokens than granted.</exception>
    /// <exception cref="NotStoredException">The grant allows no call at all.</exception>
    public abstract Task<Answer> Ask(IReadOnlyList<ChatMessage> messages, CancellationToken token);

    /// <summary>
    /// Asks, and where the answer was cut off at the token limit asks for its rest: each a further call. When the grant allows none, the
    /// item goes back to the planner, and goes on from the kept answers under its next reservation.
    /// </summary>
    /// <param name="item">For people.</param>
    /// <returns>The parts together.</returns>
    /// <exception cref="UnusableAnswerException">It was cut off again and again. Beside all that <see cref="Ask"/> throws.</exception>
    public async Task<string> AskWhole(string item, IReadOnlyList<ChatMessage> messages, CancellationToken token)
    {
        var answer = await Ask(messages, token);
        var text = answer.Text;
        for (var continued = 0; answer.StopReason == CutOff && !string.IsNullOrWhiteSpace(text); continued++)
        {
            if (continued == MaxContinuations)
                throw new UnusableAnswerException(item, [$"it was cut off at the token limit {MaxContinuations + 1} times"]);
            try
            {
                answer = await Ask([.. messages, new(ChatRole.Assistant, text), new(ChatRole.User, Continue)], token);
            }
            catch (UnusableAnswerException)
            {
                break; // nothing was missing, or nothing more is to be had: whoever reads the answer sees which
            }
            text += answer.Text;
        }
        return text;
    }

    /// <summary>One picture; counted under the same grant. Its bytes are kept by the artifact itself, not as an answer.</summary>
    public abstract Task<Picture> Draw(PictureRequest request, CancellationToken token);
}
