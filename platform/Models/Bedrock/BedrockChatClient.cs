using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace CourseGen.Models.Bedrock;

/// <summary>
/// A model on Amazon Bedrock. In its place may stand the client of AWSSDK.Extensions.Bedrock.MEAI; only its errors would have to be told
/// apart as here. It tries nothing twice.
/// </summary>
public sealed class BedrockChatClient : IChatClient, ITokenCounter
{
    readonly BedrockConnection _connection;
    readonly BedrockApi _api;
    readonly string _model;
    readonly int _cacheMinimum;

    /// <param name="model">A model's id, an inference profile's id or ARN.</param>
    /// <param name="cacheMinimum">Tokens from which the model caches a prefix; 0 for never.</param>
    internal BedrockChatClient(BedrockConnection connection, BedrockApi api, string model, int cacheMinimum) =>
        (_connection, _api, _model, _cacheMinimum) = (connection, api, model, cacheMinimum);

    /// <exception cref="WorkException">As <see cref="BedrockRefusal"/> says.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (model, asked) = Ask(messages, options);
        return _api switch
        {
            BedrockApi.Converse => BedrockAnswer.OfConverse(await _connection.PostForJson(model, "converse", asked.ToConverse(), cancellationToken), model),
            BedrockApi.Invoke => BedrockAnswer.OfClaude(await _connection.PostForJson(model, "invoke", asked.ToClaude(), cancellationToken), model),
            _ => await Stream(model, asked, cancellationToken).ToChatResponseAsync(cancellationToken),
        };
    }

    /// <exception cref="WorkException">As <see cref="BedrockRefusal"/> says; also after pieces have come.</exception>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (model, asked) = Ask(messages, options);
        return Stream(model, asked, cancellationToken);
    }

    /// <summary>Counts the input of a call without paying for it.</summary>
    /// <returns>Null where Bedrock does not count for this model.</returns>
    /// <exception cref="WorkException">As <see cref="BedrockRefusal"/> says.</exception>
    public async Task<long?> CountTokens(IEnumerable<ChatMessage> messages, CancellationToken token)
    {
        var (model, asked) = Ask(messages, options: null);
        if (await _connection.PostIfOffered(ModelId.WithoutGeography(model), "count-tokens", asked.ToCount(), token) is not { } answer)
            return null;
        return BedrockAnswer.Find(answer, "inputTokens") is { ValueKind: JsonValueKind.Number } count && count.TryGetInt64(out var tokens) && tokens > 0
            ? tokens
            : throw new ModelUnavailableException($"The count of tokens for {model} cannot be read.");
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(BedrockProvider.Name, null, _model)
        : serviceKey is null && serviceType.IsInstanceOfType(this) ? this
        : null;

    /// <summary>The connections are its provider's.</summary>
    public void Dispose()
    {
    }

    (string Model, Conversation Asked) Ask(IEnumerable<ChatMessage> messages, ChatOptions? options) =>
        (options?.ModelId ?? _model, Conversation.Of(messages, options, _cacheMinimum));

    async IAsyncEnumerable<ChatResponseUpdate> Stream(string model, Conversation asked, [EnumeratorCancellation] CancellationToken token)
    {
        var body = asked.ToConverse();
        using var response = await _connection.Post(model, "converse-stream", body, token);
        var ended = false;
        await foreach (var message in Messages(response, model, token))
        {
            if (message.Kind != "event")
                throw _connection.MidStream(model, body, message);
            ended |= message.Name == "messageStop";
            if (Update(message, model) is { } update)
                yield return update;
        }
        if (!ended)
            throw new ModelUnavailableException($"The answer of {model} was cut off.");
    }

    async IAsyncEnumerable<StreamMessage> Messages(HttpResponseMessage response, string model, [EnumeratorCancellation] CancellationToken token)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(token);
        await using var messages = EventStream.Read(stream, _connection.IdleTimeout, _connection.Time, token).GetAsyncEnumerator(token);
        while (true)
        {
            try
            {
                if (!await messages.MoveNextAsync())
                    yield break;
            }
            catch (Exception broken) when (broken is IOException or HttpRequestException)
            {
                throw new ModelUnavailableException($"The answer of {model} was cut off.", broken);
            }
            yield return messages.Current;
        }
    }

    static ChatResponseUpdate? Update(StreamMessage message, string model)
    {
        if (message.Name is not ("messageStop" or "contentBlockDelta" or "metadata"))
            return null;
        var payload = Payload(message, model);
        return message.Name switch
        {
            "messageStop" => new(ChatRole.Assistant, []) { FinishReason = BedrockAnswer.StopReason(payload, "stopReason"), ModelId = model },
            "contentBlockDelta" when BedrockAnswer.Text(payload, "delta", "text") is { Length: > 0 } text => new(ChatRole.Assistant, text) { ModelId = model },
            "metadata" when BedrockAnswer.Find(payload, "usage") is { } usage => new(ChatRole.Assistant, [new UsageContent(BedrockAnswer.UsageOfConverse(usage))]) { ModelId = model },
            _ => null,
        };
    }

    static JsonElement Payload(StreamMessage message, string model)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(message.Payload);
        }
        catch (JsonException broken)
        {
            throw new ModelUnavailableException($"A piece of the answer of {model} cannot be read.", broken);
        }
    }
}
