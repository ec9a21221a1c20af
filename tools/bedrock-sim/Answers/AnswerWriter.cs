using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Models.Simulated;
using Microsoft.Extensions.AI;

namespace CourseGen.BedrockSim.Answers;

/// <summary>
/// Answers a brief as <see cref="SimulatedChatClient"/> does, with tokens and pace as drawn: the text stands for the drawn tokens, evenly. A
/// conversation tells all there is to know of an answer's past, so nothing is kept here.
/// </summary>
sealed class AnswerWriter(CallDraws draws)
{
    const string Plain = "This is the simulated model. It answers what CourseGen asks; here it found no brief, so this is all that it says.";

    readonly SimulatedChatClient _model = new();

    public async Task<Answer> Write(Prompt prompt)
    {
        var messages = prompt.Messages.ToList();
        var turns = messages.Count(message => message.Role == ChatRole.Assistant);
        var opening = turns == 0 ? messages : messages[..messages.FindIndex(message => message.Role == ChatRole.Assistant)];
        var given = messages.FindLast(message => message.Role == ChatRole.Assistant)?.Text ?? "";
        var (kind, item, whole) = await WholeAnswer(opening);
        var continues = given.Length > 0 && given.Length < whole.Length && whole.StartsWith(given, StringComparison.Ordinal);
        var number = continues ? turns - 1 : turns;
        var drawn = Enum.TryParse<WorkKind>(kind, out var known) ? draws.Of(known, item, number) : draws.Of(kind, item, number, null);
        var output = drawn.Output ?? Prompt.TokensOf(whole.Length);
        var said = continues ? output * given.Length / whole.Length : 0;
        var later = messages.Skip(opening.Count).Sum(message => (long)message.Text.Length) - (continues ? given.Length : 0);
        var input = drawn.Input is { } asked ? asked + said + (later > 0 ? Prompt.TokensOf(later) : 0) : Prompt.TokensOf(prompt.Characters);
        return new Answer(kind, item, number, continues, input, whole[(continues ? given.Length : 0)..], Math.Max(1, output - said), drawn.FirstToken, drawn.Rate);
    }

    async Task<(string Kind, string Item, string Whole)> WholeAnswer(List<ChatMessage> opening)
    {
        try
        {
            var brief = Brief.Read(opening);
            return (brief.Kind.ToString(), brief.Item, (await _model.GetResponseAsync(opening)).Text);
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            var text = string.Concat(opening.Select(message => message.Text));
            return ("", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16], Plain);
        }
    }
}
