using CourseGen.Models;
using Microsoft.Extensions.AI;

namespace CourseGen.ContentGen.Answers;

/// <summary>
/// The calls of one item until its answer is usable: an answer that was cut off is continued, one with faults is sent back
/// with them. All of it repeats from the kept answers, so nothing here may depend on time or chance.
/// </summary>
sealed class Conversation(ModelCalls calls, string item, IReadOnlyList<ChatMessage> prompt)
{
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
            var text = await calls.AskWhole(item, messages, token);
            var reading = read(text);
            if (reading is { Value: { } whole, Faults.Count: 0 })
                return whole;
            if (tried == tries)
                return reading.Value ?? throw new UnusableAnswerException(item, reading.Faults.Take(5));
            messages = text.Trim().Length == 0 ? prompt : [.. prompt, new(ChatRole.Assistant, text), new(ChatRole.User, SendBack(reading.Faults))];
        }
    }

    static string SendBack(IReadOnlyList<string> faults) => $"""
        Your answer cannot be used yet. Its faults:
        {string.Join('\n', faults.Take(MaxFaults).Select(fault => $"- {fault}"))}

        Give the whole answer again with these faults corrected and everything else kept. Give nothing but the answer.
        """;
}
