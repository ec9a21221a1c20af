using CourseGen.Models;
using Microsoft.Extensions.AI;

namespace CourseGen.ContentGen.Answers;

/// <summary>
/// The calls of one item until its answer is usable: an answer that was cut off is continued, one with faults is sent back
/// with them. All of it repeats from the kept answers, so nothing here may depend on time or chance.
/// </summary>
sealed class Conversation(ModelCalls calls, string item, IReadOnlyList<ChatMessage> prompt)
{
    const int MaxContinuations = 2;
    const int MaxFaults = 20;

    /// <param name="read">Judges the whole answer.</param>
    /// <param name="tries">Answers in all, the first one included.</param>
    /// <exception cref="UnusableAnswerException">Nothing could be used of the last one.</exception>
    /// <exception cref="GrantUsedUpException">The grant allows no further call.</exception>
    public async Task<T> Ask<T>(Func<string, Reading<T>> read, int tries, CancellationToken token)
        where T : class
    {
        var messages = prompt;
        for (var tried = 1; ; tried++)
        {
            var text = await AskWhole(messages, token);
            var reading = read(text);
            if (reading is { Value: { } whole, Faults.Count: 0 })
                return whole;
            if (tried == tries)
                return reading.Value ?? throw new UnusableAnswerException(item, reading.Faults.Take(5));
            messages = text.Trim().Length == 0 ? prompt : [.. prompt, new(ChatRole.Assistant, text), new(ChatRole.User, SendBack(reading.Faults))];
        }
    }

    async Task<string> AskWhole(IReadOnlyList<ChatMessage> messages, CancellationToken token)
    {
        var answer = await calls.Ask(messages, token);
        var text = answer.Text;
        for (var continued = 0; IsCutOff(answer) && text.Trim().Length > 0; continued++)
        {
            if (continued == MaxContinuations)
                throw new UnusableAnswerException(item, [$"it was cut off at the token limit {MaxContinuations + 1} times"]);
            answer = await calls.Ask([.. messages, new(ChatRole.Assistant, text), new(ChatRole.User, Continue)], token);
            text += answer.Text;
        }
        return text;
    }

    static bool IsCutOff(Answer answer) => answer.StopReason == "max_tokens";

    static string SendBack(IReadOnlyList<string> faults) => $"""
        Your answer cannot be used yet. Its faults:
        {string.Join('\n', faults.Take(MaxFaults).Select(fault => $"- {fault}"))}

        Give the whole answer again with these faults corrected and everything else kept. Give nothing but the answer.
        """;

    const string Continue =
        "Your answer was cut off at its token limit. Continue it from the exact character where it stopped. Repeat nothing, and add no remark.";
}
