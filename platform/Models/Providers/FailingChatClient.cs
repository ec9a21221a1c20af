using CourseGen.Contracts;
using Microsoft.Extensions.AI;

namespace CourseGen.Models;

/// <summary>A client whose calls fail as <see cref="SeededFailures"/> say.</summary>
sealed class FailingChatClient(IChatClient inner, ModelRef model, SeededFailures failures) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        Strike(asked);
        return await base.GetResponseAsync(asked, options, cancellationToken);
    }

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        Strike(asked);
        return base.GetStreamingResponseAsync(asked, options, cancellationToken);
    }

    void Strike(IEnumerable<ChatMessage> messages)
    {
        var brief = Brief.Read(messages);
        failures.Strike(brief.Kind, brief.Item, model);
    }
}

/// <summary>An image model whose calls fail as <see cref="SeededFailures"/> say.</summary>
sealed class FailingPictureModel(IPictureModel inner, ModelRef model, SeededFailures failures) : IPictureModel
{
    public async Task<Picture> Draw(PictureRequest request, CancellationToken token)
    {
        failures.Strike(WorkKind.Image, request.Visual.Id, model);
        return await inner.Draw(request, token);
    }
}
