using CourseGen.Cli.Commands;
using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Cli.Tests.Commands;

public sealed class RecordedFolderTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string Course => Path.Combine(_folder.Path, "course");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_generate_notes_is_what_repair_reads()
    {
        var answers = Directory.CreateDirectory(Path.Combine(_folder.Path, "recorded")).FullName;
        using var store = new FolderStore(_folder.Path, "local");
        await RecordedFolder.Remember(store, new CourseLocation("local", "course"), answers, CancellationToken.None);
        RecordedFolder.Of(Course, asked: null).ShouldBe(answers);
    }

    [Fact]
    public void The_option_wins_over_the_note()
    {
        _folder.Write($"course/{RecordedFolder.Note}", "/nowhere");
        RecordedFolder.Of(Course, _folder.Path).ShouldBe(_folder.Path);
    }

    [Fact]
    public void A_noted_folder_that_is_gone_is_named_with_the_note_and_the_option()
    {
        _folder.Write($"course/{RecordedFolder.Note}", "/nowhere");
        var fault = Should.Throw<CommandException>(() => RecordedFolder.Of(Course, asked: null));
        fault.ExitCode.ShouldBe(2);
        fault.Message.ShouldStartWith("/nowhere: ");
        fault.Message.ShouldContain(RecordedFolder.Note);
        fault.Message.ShouldContain("--recorded DIR");
    }

    [Theory]
    [InlineData("")]
    [InlineData("../relative")]
    [InlineData("/a\u001b[2Jb")]
    [InlineData("/a\n/b")]
    public void A_note_that_is_no_absolute_path_is_not_repeated(string note)
    {
        _folder.Write($"course/{RecordedFolder.Note}", note);
        var fault = Should.Throw<CommandException>(() => RecordedFolder.Of(Course, asked: null));
        fault.Message.ShouldStartWith($"{Course}: does not say where its recorded answers are");
    }

    [Fact]
    public void A_note_too_long_for_a_path_is_not_read() =>
        Should.Throw<CommandException>(() =>
        {
            _folder.Write($"course/{RecordedFolder.Note}", $"/{new string('x', 5000)}");
            RecordedFolder.Of(Course, asked: null);
        }).Message.ShouldContain("does not say where");
}
