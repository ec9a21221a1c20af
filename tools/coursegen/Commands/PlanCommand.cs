using System.CommandLine;
using System.Text.Json;
using CourseGen.Cli.Output;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;
using CourseGen.Planner.Intake;
using CourseGen.Planner.Planning;
using CourseGen.Storage;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen plan OUTLINE</c>: batches, calls, tokens, time and cost; nothing is made.</summary>
static class PlanCommand
{
    public static Command Create()
    {
        var outline = new Argument<string>("outline") { Description = "The course outline (YAML)" };
        var json = new Option<bool>("--json") { Description = "The plan and its estimates as JSON on standard output" };
        var (start, template) = (new StartOptions(), DeckTemplateFile.Option());
        var command = new Command("plan", "Show batches, calls, tokens, time and cost; nothing is made") { outline, json, template };
        start.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            var file = await OutlineFile.Read(parsed.GetValue(outline)!, token);
            var wish = start.Read(parsed, file.ProjectFolderOr(start.Project(parsed)), file.Provider(asked: null));
            var plan = Plan(file, wish, await DeckTemplateFile.Read(parsed.GetValue(template), token));
            Console.WriteLine(parsed.GetValue(json) ? Json(plan) : PlanText.Of(plan));
            return ExitCodes.Done;
        });
        return command;
    }

    /// <exception cref="CommandException">An option does not hold (2).</exception>
    internal static CoursePlan Plan(OutlineFile file, StartCourse wish, DeckTemplateFile? template = null)
    {
        var settings = CheckedStart.Read(file, wish).Settings with { DeckTemplate = template?.Kept };
        var sha256 = Fingerprint.Sha256(file.Bytes);
        var plan = CoursePlanning.Plan(new PlanRequest(1, wish.ProjectFolder, file.Outline, sha256, CourseShape.Of(sha256, settings), settings, Previous: null,
            ModelProfile.DefaultOf(wish.ModelProvider!), ModelProfile.DefaultOf(wish.ImageProvider!, WorkKind.Image)));
        return plan with { Warnings = [.. plan.Warnings, .. template?.Warnings ?? []] };
    }

    /// <summary>As <c>plan.json</c> will be, with the estimates beside.</summary>
    static string Json(CoursePlan plan)
    {
        var document = JsonSerializer.SerializeToNode(plan, DocumentJson.Options)!;
        document["estimates"] = JsonSerializer.SerializeToNode(CourseEstimate.Of(plan), DocumentJson.Options);
        return document.ToJsonString(DocumentJson.Options);
    }
}
