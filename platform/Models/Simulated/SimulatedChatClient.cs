using System.Runtime.CompilerServices;
using System.Text;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using Microsoft.Extensions.AI;

namespace CourseGen.Models.Simulated;

/// <summary>
/// A model that costs nothing and needs no account: it answers every kind of brief in the asked form, length and language
/// (English where it has no Spanish to speak), always the same for the same brief, and teaches nothing. Tokens are counted as
/// characters / 4. An answer longer than the call's limit is cut off, and goes on when it is asked to.
/// </summary>
/// <param name="latency">How long each answer takes, as a model's would; 0 by default.</param>
public sealed class SimulatedChatClient(string model = SimulatedChatClient.DefaultModel, TimeSpan latency = default, TimeProvider? time = null) : IChatClient
{
    public const string ProviderName = "simulated";
    public const string DefaultModel = "simulated-1";
    const int CharactersPerToken = 4;

    /// <exception cref="FormatException">No message carries a brief of a kind that calls a model.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (latency > TimeSpan.Zero)
            await Task.Delay(latency, time ?? TimeProvider.System, cancellationToken);
        var conversation = messages.ToList();
        var rest = Rest(AnswerTo(conversation), conversation);
        var limit = options?.MaxOutputTokens is { } tokens ? (long)tokens * CharactersPerToken : long.MaxValue;
        var text = rest.Length <= limit ? rest : rest[..(int)(char.IsLowSurrogate(rest[(int)limit]) ? limit - 1 : limit)];
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
        {
            ModelId = model,
            FinishReason = text.Length < rest.Length ? ChatFinishReason.Length : ChatFinishReason.Stop,
            Usage = UsageOf(conversation.Sum(message => (long)message.Text.Length), text.Length),
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(ProviderName, null, model)
        : serviceKey is null && serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
    }

    static string AnswerTo(List<ChatMessage> messages)
    {
        var brief = Brief.Read(messages);
        return brief.Kind switch
        {
            WorkKind.Lesson => SimulatedLesson.Write(brief),
            WorkKind.Visuals => Json(SimulatedVisuals.Plan(brief)),
            WorkKind.Slides => Json(SimulatedSlides.Plan(brief, Brief.ReadLesson(messages) ?? "")),
            WorkKind.LabPlan => Json(SimulatedLabPlan.Plan(brief)),
            WorkKind.Lab => SimulatedLab.Write(brief),
            _ => throw new FormatException($"The simulated model writes no {brief.Kind}."),
        };
    }

    /// <summary>What a cut-off answer, given as the model's last message, still lacks.</summary>
    static string Rest(string answer, List<ChatMessage> messages) =>
        messages.FindLast(message => message.Role == ChatRole.Assistant)?.Text is { Length: > 0 } given
            && given.Length < answer.Length && answer.StartsWith(given, StringComparison.Ordinal)
            ? answer[given.Length..]
            : answer;

    static string Json(object answer) => Encoding.UTF8.GetString(DocumentJson.Write(answer));

    static UsageDetails UsageOf(long inputCharacters, long outputCharacters) => new()
    {
        InputTokenCount = inputCharacters / CharactersPerToken,
        OutputTokenCount = outputCharacters / CharactersPerToken,
        TotalTokenCount = (inputCharacters / CharactersPerToken) + (outputCharacters / CharactersPerToken),
    };
}
