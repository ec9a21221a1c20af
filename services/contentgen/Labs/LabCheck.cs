using System.Text.RegularExpressions;
using CourseGen.ContentGen.Markdown;
using CourseGen.Documents;

namespace CourseGen.ContentGen.Labs;

/// <summary>Judges a mended lab by its form. Whether its commands do what they say only a machine that runs them can tell.</summary>
static partial class LabCheck
{
    const int MinSteps = 3;

    /// <summary>The prompt asks for 4 to 7; a long lab with a few more is no reason to pay for it again.</summary>
    const int MaxSteps = 12;

    /// <returns>What is wrong, each with its line where it has one; empty when the lab is usable.</returns>
    public static IReadOnlyList<string> Faults(string markdown, LabForm form)
    {
        LessonDocument lab;
        try
        {
            lab = LessonReader.Read(markdown);
        }
        catch (ArgumentException)
        {
            return ["the Markdown is nested too deeply to be read"];
        }
        var parts = SectionPart.Of(lab.Sections, 2);
        return
        [
            .. HeadingCheck.Levels(lab, form.Title),
            .. Metadata(lab, form.Words),
            .. HeadingCheck.Sequence(parts, form.Sections, "##", "the lab"),
            .. BlockCheck.Faults(lab),
            .. Find(parts, form.Words.Objectives).SelectMany(Objectives),
            .. Find(parts, form.Words.Environment).SelectMany(Environment),
            .. Find(parts, form.Words.Steps).SelectMany(steps => Steps(steps, form.Words)),
        ];
    }

    static IEnumerable<SectionPart> Find(IReadOnlyList<SectionPart> parts, string heading) => parts.Where(part => part.Heading == heading).Take(1);

    static IEnumerable<string> Metadata(LessonDocument lab, CourseWords words)
    {
        var table = lab.Sections.FirstOrDefault(section => section.Level == 1)?.Blocks.OfType<TableBlock>().FirstOrDefault();
        if (table is not { Headers.Count: 3, Rows: [{ Count: 3 }] })
            yield return $"below the title there must be a table with the columns {words.Duration}, {words.Complexity}, {words.BloomLevel} and one row";
    }

    static IEnumerable<string> Objectives(SectionPart part)
    {
        var count = part.Blocks.OfType<ListBlock>().Sum(list => CheckBox().Count(list.Source));
        if (count is < 3 or > 5)
            yield return $"line {part.Line}: {count} objectives with a check box, expected 3 to 5, - [ ] …";
    }

    static IEnumerable<string> Environment(SectionPart part)
    {
        if (!part.Blocks.Any(block => block is CodeBlock || Fence().IsMatch(block.Source)))
            yield return $"line {part.Line}: the set-up commands must stand in a fenced block";
    }

    static IEnumerable<string> Steps(SectionPart part, CourseWords words)
    {
        var steps = part.Parts(3);
        if (steps.Count is < MinSteps or > MaxSteps)
            yield return $"line {part.Line}: {steps.Count} steps, expected 4 to 7";
        foreach (var (step, number) in steps.Select((step, index) => (step, index + 1)))
        {
            if (!step.Heading.StartsWith($"{words.Step} {number}: ", StringComparison.Ordinal))
                yield return $"line {step.Line}: the step must be headed '### {words.Step} {number}: …'";
            foreach (var mark in new[] { words.ExpectedResult, words.Verification }.Where(mark => !Has(step, $"**{mark}:**")))
                yield return $"line {step.Line}: step {number} lacks '**{mark}:** …'";
        }
    }

    static bool Has(SectionPart step, string text) => step.Blocks.Any(block => block.Source.Contains(text, StringComparison.Ordinal));

    [GeneratedRegex(@"^\s*[-*+] \[[ xX]\] \S", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex CheckBox();

    [GeneratedRegex(@"^\s*(```|~~~)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
