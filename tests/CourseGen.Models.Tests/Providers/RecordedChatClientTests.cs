using CourseGen.Contracts;
using Microsoft.Extensions.AI;

namespace CourseGen.Models.Providers;

public sealed class RecordedChatClientTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-recorded-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(WorkKind.Lesson, "01-02", "lessons/01-02.md")]
    [InlineData(WorkKind.Visuals, "01-02", "visuals/01-02.json")]
    [InlineData(WorkKind.Slides, "01-02", "slides/01-02.json")]
    [InlineData(WorkKind.LabPlan, "01", "lab-plans/01.json")]
    [InlineData(WorkKind.Lab, "01-02-03", "labs/01-02-03.md")]
    public async Task The_file_is_named_by_kind_and_item(WorkKind kind, string item, string file)
    {
        Write(file, "recorded text");

        var response = await Ask(kind, item);

        (response.Text, response.FinishReason).ShouldBe(("recorded text", ChatFinishReason.Stop));
        response.Usage!.OutputTokenCount.ShouldBe(4);
        response.Usage.InputTokenCount.ShouldNotBeNull().ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var missing = await Should.ThrowAsync<RecordedAnswerMissingException>(() => Ask(WorkKind.Lesson, "01-02"));

        (missing.Kind, missing.Message.Contains(Path.Combine(_folder.FullName, "lessons/01-02.md"), StringComparison.Ordinal)).ShouldBe((FailureKind.Missing, true));
    }

    [Theory]
    [InlineData(WorkKind.Lesson, "../01-02")]
    [InlineData(WorkKind.Lesson, "")]
    [InlineData(WorkKind.Image, "01-02-0001")]
    public async Task Nothing_is_recorded_for_another_kind_or_outside_the_folder(WorkKind kind, string item) =>
        await Should.ThrowAsync<RecordedAnswerMissingException>(() => Ask(kind, item));

    [Fact]
    public async Task An_answer_can_be_streamed()
    {
        Write("lessons/01-02.md", "recorded text");
        using var client = new RecordedChatClient(_folder.FullName);

        (await client.GetStreamingResponseAsync(Prompt(WorkKind.Lesson, "01-02")).ToChatResponseAsync()).Text.ShouldBe("recorded text");
    }

    async Task<ChatResponse> Ask(WorkKind kind, string item)
    {
        using var client = new RecordedChatClient(_folder.FullName);
        return await client.GetResponseAsync(Prompt(kind, item));
    }

    void Write(string file, string text)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    internal static ChatMessage[] Prompt(WorkKind kind, string item) =>
        [new(ChatRole.System, "Write."), new(ChatRole.User, new Brief { Kind = kind, Item = item, Language = "en", CourseTitle = "Tides" }.ToPrompt())];
}
