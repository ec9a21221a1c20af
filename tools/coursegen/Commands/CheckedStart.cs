using System.Text.Json;
using CourseGen.Cli.Embedded;
using CourseGen.Cli.Output;
using CourseGen.Contracts;
using CourseGen.Planner.Intake;
using CourseGen.Storage;

namespace CourseGen.Cli.Commands;

/// <summary>The planner's own checks of a start, before anything is written.</summary>
static class CheckedStart
{
    /// <exception cref="CommandException">An option does not hold (2).</exception>
    public static ReadStart Read(OutlineFile file, StartCourse start, string bucket = EmbeddedRun.Bucket)
    {
        using var body = JsonSerializer.SerializeToDocument(start);
        var fields = new CommandFields(body.RootElement);
        var read = StartCourseReader.Read(fields, [bucket]);
        if (read is not null)
            StartCourseReader.CheckSelection(file.Outline, read.Settings, fields);
        Require(fields);
        return read!;
    }

    /// <exception cref="CommandException">The folder is another course's, or holds one (2).</exception>
    public static async Task Place(IArtifactStore store, CourseLocation location, CancellationToken token)
    {
        using var nothing = JsonDocument.Parse("{}");
        var fields = new CommandFields(nothing.RootElement);
        await CourseNesting.Check(store, location, fields, token);
        Require(fields);
    }

    static void Require(CommandFields fields)
    {
        if (fields.Faults.Count > 0)
            throw new CommandException(ExitCodes.Usage, FaultText.Of(fields.Faults));
    }
}
