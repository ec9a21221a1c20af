using CourseGen.Contracts;
using Microsoft.Extensions.AI;

namespace CourseGen.Models.Testing;

/// <summary>A model of text and pictures that answers as a test says, and counts its calls.</summary>
sealed class ScriptedModel : IChatClient, IPictureModel, ITokenCounter
{
    public static readonly ModelRef Ref = new("scripted", "writer");
    int _calls;
    int _inFlight;
    int _peak;
    int _counted;

    /// <summary>Given the call's number, from 1.</summary>
    public Func<int, CancellationToken, Task<ChatResponse>> Reply { get; set; } = (number, _) => Task.FromResult(Says($"answer {number}"));

    /// <summary>How a prompt is counted; null: the client is no counter.</summary>
    public Func<CancellationToken, Task<long?>>? Count { get; set; }

    public int CountsMade => _counted;

    /// <param name="tokens">Of every prompt; null where that is not offered.</param>
    public void Counts(long? tokens) => Count = _ => Task.FromResult(tokens);

    public Task<long?> CountTokens(IEnumerable<ChatMessage> messages, CancellationToken token)
    {
        Interlocked.Increment(ref _counted);
        return Count!(token);
    }

    /// <summary>Holds every call up until <paramref name="go"/>, or until the call is cut off.</summary>
    /// <returns>Completes when the first call is in flight.</returns>
    public Task HoldUntil(Task go)
    {
        var inFlight = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Reply = async (number, token) =>
        {
            inFlight.TrySetResult();
            await go.WaitAsync(token);
            return Says($"answer {number}");
        };
        return inFlight.Task;
    }

    public List<ChatOptions?> Options { get; } = [];

    public int Calls => _calls;

    public int Peak => _peak;

    public TextProvider Text => new(Ref.Provider, _ => this);

    public PictureProvider Pictures => new(Ref.Provider, _ => this);

    public static ChatResponse Says(string text, ChatFinishReason? reason = null) => new(new ChatMessage(ChatRole.Assistant, text))
    {
        FinishReason = reason ?? ChatFinishReason.Stop,
        Usage = new UsageDetails { InputTokenCount = 100, OutputTokenCount = 20 },
    };

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Options.Add(options);
        return await Counted(cancellationToken);
    }

    public async Task<Picture> Draw(PictureRequest request, CancellationToken token) =>
        new(System.Text.Encoding.UTF8.GetBytes((await Counted(token)).Text), "image/png");

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => Count is not null && serviceType == typeof(ITokenCounter) ? this : null;

    public void Dispose()
    {
    }

    async Task<ChatResponse> Counted(CancellationToken token)
    {
        var number = Interlocked.Increment(ref _calls);
        var inFlight = Interlocked.Increment(ref _inFlight);
        _peak = Math.Max(_peak, inFlight);
        try
        {
            return await Reply(number, token);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }
}
