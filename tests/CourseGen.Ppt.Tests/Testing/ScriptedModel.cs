using CourseGen.Contracts;
using CourseGen.Models;
using Microsoft.Extensions.AI;

namespace CourseGen.Ppt.Tests.Testing;

/// <summary>A model that gives the answers a test wrote, in order, and keeps what it was asked.</summary>
sealed class ScriptedModel(params IReadOnlyList<string> answers) : IChatClient
{
    internal static readonly ModelRef Ref = new("scripted", "planner");

    /// <summary>How many answers, from the first, were cut off at the token limit.</summary>
    internal int CutOff { get; init; }

    internal List<IReadOnlyList<ChatMessage>> Asked { get; } = [];

    internal TextProvider Provider => new(Ref.Provider, _ => this);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Asked.Add([.. messages]);
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answers[Math.Min(Asked.Count, answers.Count) - 1]))
        {
            FinishReason = Asked.Count <= CutOff ? ChatFinishReason.Length : ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = 100, OutputTokenCount = 20 },
        });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
