using CourseGen.Documents;

namespace CourseGen.ContentGen.Markdown;

/// <summary>A heading with all that stands below it, up to the next heading of its level or above.</summary>
/// <param name="Below">The headings below it, in order, of any deeper level.</param>
sealed record SectionPart(LessonSection Head, IReadOnlyList<LessonSection> Below)
{
    public string Heading => Head.Heading;
    public int Line => Head.Line;
    public IEnumerable<LessonBlock> Blocks => Head.Blocks.Concat(Below.SelectMany(section => section.Blocks));

    public static IReadOnlyList<SectionPart> Of(IReadOnlyList<LessonSection> sections, int level)
    {
        var parts = new List<SectionPart>();
        for (var index = 0; index < sections.Count; index++)
        {
            if (sections[index].Level == level)
                parts.Add(new SectionPart(sections[index], [.. sections.Skip(index + 1).TakeWhile(section => section.Level > level)]));
        }
        return parts;
    }

    public IReadOnlyList<SectionPart> Parts(int level) => Of(Below, level);
}
