using System.Runtime.CompilerServices;
using CourseGen.Contracts;
using Microsoft.Extensions.AI;

namespace CourseGen.Models;

/// <summary>
/// Answers kept beside a sample outline, in files named by kind and item: <c>lessons/01-02.md</c>, <c>visuals/01-02.json</c>,
/// <c>slides/01-02.json</c>, <c>lab-plans/01.json</c>, <c>labs/01-03-01.md</c>. Which one is asked for is in the prompt's brief.
/// Tokens are estimated, so that totals mean something.
/// </summary>
/// <param name="folder">The sample's folder <c>recorded</c>.</param>
public sealed class RecordedChatClient(string folder) : IChatClient
{
    public const string Provider = "recorded";

    /// <exception cref="RecordedAnswerMissingException">There is no such file.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        var text = await Read(FileOf(Brief.Read(asked)), cancellationToken);
        return new(new ChatMessage(ChatRole.Assistant, text))
        {
            ModelId = options?.ModelId,
            FinishReason = ChatFinishReason.Stop,
            Usage = new() { InputTokenCount = asked.Sum(message => TokenUsage.Estimate(message.Text)), OutputTokenCount = TokenUsage.Estimate(text) },
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    async Task<string> Read(string file, CancellationToken token)
    {
        try
        {
            return await File.ReadAllTextAsync(file, token);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RecordedAnswerMissingException(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new WorkException(
                FailureKind.Configuration, $"The recorded answer {file} cannot be read.", "Look at its permissions and the disk.", unreadable);
        }
    }

    string FileOf(Brief brief)
    {
        if (brief.Item == "" || !brief.Item.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            throw new RecordedAnswerMissingException($"for '{brief.Item}', which is no item's name");
        return Path.Combine(folder, brief.Kind switch
        {
            WorkKind.Lesson => $"lessons/{brief.Item}.md",
            WorkKind.Visuals => $"visuals/{brief.Item}.json",
            WorkKind.Slides => $"slides/{brief.Item}.json",
            WorkKind.LabPlan => $"lab-plans/{brief.Item}.json",
            WorkKind.Lab => $"labs/{brief.Item}.md",
            _ => throw new RecordedAnswerMissingException($"of the kind {brief.Kind}"),
        });
    }
}
