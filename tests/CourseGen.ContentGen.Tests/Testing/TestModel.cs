using System.Collections.Concurrent;
using CourseGen.Models;
using CourseGen.Models.Simulated;
using Microsoft.Extensions.AI;

namespace CourseGen.ContentGen.Tests.Testing;

/// <summary>The simulated model, whose calls are counted and whose answers a test may spoil.</summary>
/// <param name="spoil">From the number of the call, from 1, and its answer.</param>
sealed class TestModel(Func<int, string, string>? spoil = null) : IChatClient
{
    readonly SimulatedChatClient _simulated = new();
    readonly ConcurrentQueue<IReadOnlyList<ChatMessage>> _asked = new();

    public IReadOnlyList<IReadOnlyList<ChatMessage>> Asked => [.. _asked];

    public IEnumerable<string> Items => Asked.Select(messages => Brief.Read(messages).Item);

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var conversation = messages.ToList();
        _asked.Enqueue(conversation);
        var number = _asked.Count;
        var response = await _simulated.GetResponseAsync(conversation, options, cancellationToken);
        return spoil is null ? response : new ChatResponse(new ChatMessage(ChatRole.Assistant, spoil(number, response.Text))) { FinishReason = response.FinishReason, Usage = response.Usage };
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() => _simulated.Dispose();
}
