using CourseGen.Models;
using Microsoft.Extensions.AI;

namespace CourseGen.ContentGen.Tests.Testing;

/// <summary>Answers given in order, and what was asked for them.</summary>
sealed class ScriptedCalls(params Answer[] answers) : ModelCalls
{
    public List<IReadOnlyList<ChatMessage>> Asked { get; } = [];

    public override Task<Answer> Ask(IReadOnlyList<ChatMessage> messages, CancellationToken token)
    {
        Asked.Add(messages);
        return Task.FromResult(answers[Asked.Count - 1]);
    }

    public override Task<Picture> Draw(PictureRequest request, CancellationToken token) => throw new NotSupportedException();
}
