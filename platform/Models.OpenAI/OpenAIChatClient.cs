using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using FinishReason = OpenAI.Chat.ChatFinishReason;
using Message = OpenAI.Chat.ChatMessage;

namespace CourseGen.Models.OpenAI;

/// <summary>Text by chat completions.</summary>
sealed class OpenAIChatClient(Func<ChatClient> connect, string model, OpenAIFailures failures) : IChatClient
{
    readonly Lazy<ChatClient> _client = new(connect, LazyThreadSafetyMode.PublicationOnly);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var client = _client.Value;
        return await failures.Run("the request", async () =>
            Translate((await client.CompleteChatAsync([.. messages.Select(Translate)], Translate(options), cancellationToken)).Value), cancellationToken);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(OpenAIProvider.Name, null, model)
        : serviceKey is null && serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
    }

    static Message Translate(Microsoft.Extensions.AI.ChatMessage message) =>
        message.Role == ChatRole.System ? new SystemChatMessage(message.Text)
        : message.Role == ChatRole.Assistant ? new AssistantChatMessage(message.Text)
        : new UserChatMessage(message.Text);

    static ChatCompletionOptions Translate(ChatOptions? options) => new()
    {
        MaxOutputTokenCount = options?.MaxOutputTokens,
        Temperature = options?.Temperature,
    };

    ChatResponse Translate(ChatCompletion completion)
    {
        var text = string.Concat(completion.Content.Select(part => part.Text));
        return new ChatResponse(new Microsoft.Extensions.AI.ChatMessage(ChatRole.Assistant, text))
        {
            ModelId = model,
            FinishReason = completion.Refusal is { Length: > 0 } ? Microsoft.Extensions.AI.ChatFinishReason.ContentFilter : Translate(completion.FinishReason),
            Usage = completion.Usage is { } usage ? Translate(usage) : null,
        };
    }

    static Microsoft.Extensions.AI.ChatFinishReason Translate(FinishReason reason) => reason switch
    {
        FinishReason.Length => Microsoft.Extensions.AI.ChatFinishReason.Length,
        FinishReason.ContentFilter => Microsoft.Extensions.AI.ChatFinishReason.ContentFilter,
        _ => Microsoft.Extensions.AI.ChatFinishReason.Stop,
    };

    static UsageDetails Translate(ChatTokenUsage usage) => new()
    {
        InputTokenCount = usage.InputTokenCount,
        OutputTokenCount = usage.OutputTokenCount,
        TotalTokenCount = usage.TotalTokenCount,
        CachedInputTokenCount = usage.InputTokenDetails?.CachedTokenCount ?? 0,
    };
}
