using System.CommandLine;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen validate OUTLINE</c>: every fault at once, as <c>file:line:column: what</c>.</summary>
static class ValidateCommand
{
    public static Command Create()
    {
        var outline = new Argument<string>("outline") { Description = "The course outline (YAML)" };
        var command = new Command("validate", "Check an outline; nothing is made") { outline };
        command.SetAction(async (parsed, token) =>
        {
            var file = await OutlineFile.Read(parsed.GetValue(outline)!, token);
            var lessons = file.Outline.Modules.Sum(module => module.Lessons.Count);
            var labs = file.Outline.Modules.SelectMany(module => module.AllLabs()).Count();
            Console.WriteLine($"{file.Path}: {file.Outline.Modules.Count} modules, {lessons} lessons, {labs} labs; no faults.");
            return ExitCodes.Done;
        });
        return command;
    }
}
