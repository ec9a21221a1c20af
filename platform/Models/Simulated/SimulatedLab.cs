using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.Models.Simulated;

/// <summary>A lab on ten readings: its commands run on a plain Linux machine and print what it states.</summary>
static class SimulatedLab
{
    const int DefaultWords = 1200;
    const int ClosingWords = 260;

    public static string Write(Brief brief)
    {
        var words = CourseWords.In(brief.Language);
        var plan = brief.LabPlan ?? throw new FormatException($"The brief of lab {brief.Item} carries no lab_plan.");
        var voice = new Voice(brief, markdown: true);
        var page = new Page(voice);
        var folder = $"lab-{brief.Item}";
        var target = brief.TargetWords > 0 ? brief.TargetWords : DefaultWords;
        voice.About(plan.LabTitle);
        voice["folder"] = folder;
        page.Heading(1, $"{words.Lab} {brief.Item}: {plan.LabTitle}");
        page.Block($"| {words.Duration} | {words.Complexity} | {words.BloomLevel} |\n|---|---|---|\n"
            + $"| {plan.EstimatedDuration} {words.Minutes} | {plan.Complexity} | {plan.BloomLevel ?? "—"} |");
        page.Heading(2, words.Overview).Block($"{voice.Say("overview")} {voice.Say("note.simulated")}").Paragraphs("overview", target * 0.12);
        page.Heading(2, words.Objectives).Bullets(Objectives(voice, plan), "- [ ]");
        page.Heading(2, words.Prerequisites).Bullets([.. voice.Say("know", 2), voice.Say("shell")]);
        page.Heading(2, words.Environment).Block(voice.Say("environment")).Code("bash", $"mkdir -p ~/{folder}\ncd ~/{folder}");
        page.Block(voice.Say("envcheck"));
        Steps(page, voice, words, plan.EstimatedDuration, target - ClosingWords);
        page.Heading(2, words.Validation).Block(voice.Say("validation")).Block(voice.Say("practice"));
        page.Heading(2, words.Troubleshooting).Block(voice.Say("symptom.folder")).Block(voice.Say("symptom.lines"));
        page.Heading(2, words.Cleanup).Block(voice.Say("cleanup")).Code("bash", $"cd ~\nrm -r ~/{folder}");
        page.Heading(2, words.Summary).Block($"{voice.Say("summary")} {voice.Say("takeaway")}.");
        return page.ToString();
    }

    static IEnumerable<string> Objectives(Voice voice, LabPlan plan) => plan.Objectives.Count switch
    {
        < 3 => [.. plan.Objectives, .. voice.Say("objective", 3 - plan.Objectives.Count)],
        _ => plan.Objectives.Take(5),
    };

    static void Steps(Page page, Voice voice, CourseWords words, int minutes, double untilWords)
    {
        page.Heading(2, words.Steps);
        var readings = new SimulatedReadings(voice);
        var steps = readings.Steps(Math.Clamp(2 + (minutes / 15), 4, 7));
        var (from, number) = (page.Words, 0);
        foreach (var (name, command, output) in steps)
        {
            number++;
            voice["result"] = output;
            page.Heading(3, $"{words.Step} {number}: {voice.Say($"title.{name}")}").Block(voice.Say($"why.{name}")).Code("bash", command);
            page.Block($"**{words.ExpectedResult}:** {voice.Say($"expect.{name}")}").Code("text", output);
            page.Block($"**{words.Verification}:** {voice.Say($"check.{name}")}");
            page.Paragraphs("practice", from + ((untilWords - from) * number / steps.Count));
        }
    }
}
