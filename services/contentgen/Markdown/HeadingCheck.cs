using CourseGen.Documents;

namespace CourseGen.ContentGen.Markdown;

/// <summary>What holds of the headings of lessons and labs alike.</summary>
static class HeadingCheck
{
    /// <summary>Exactly one H1, as given, at the top; no level skipped.</summary>
    public static IEnumerable<string> Levels(LessonDocument document, string h1)
    {
        var titles = document.Sections.Where(section => section.Level == 1).ToList();
        if (titles is not [var title])
            yield return $"there are {titles.Count} H1 headings, expected exactly one: '# {h1}'";
        else if (title.Heading != Plain(h1) || document.Sections[0] != title)
            yield return $"line {title.Line}: the document must begin with the heading '# {h1}'";
        var level = 1;
        foreach (var section in document.Sections.Where(section => section.Level > 0))
        {
            if (section.Level > level + 1)
                yield return $"line {section.Line}: the heading '{section.Heading}' jumps from level {level} to level {section.Level}";
            level = section.Level;
        }
    }

    /// <summary>The headings are those expected, in order, each with something below it.</summary>
    /// <param name="where">For the messages, for example <c>the lesson</c>.</param>
    public static IEnumerable<string> Sequence(IReadOnlyList<SectionPart> actual, IReadOnlyList<string> expected, string marks, string where)
    {
        var at = 0;
        foreach (var heading in expected)
        {
            var plain = Plain(heading);
            var found = Enumerable.Range(at, actual.Count - at).Where(index => actual[index].Heading == plain).Append(-1).First();
            if (found < 0)
            {
                yield return actual.Any(part => part.Heading == plain)
                    ? $"{where}: the section '{marks} {heading}' is not in its place"
                    : $"{where}: the section '{marks} {heading}' is missing";
                continue;
            }
            foreach (var extra in actual.Skip(at).Take(found - at))
                yield return Unexpected(extra);
            if (!actual[found].Blocks.Any())
                yield return $"line {actual[found].Line}: the section '{marks} {heading}' is empty";
            at = found + 1;
        }
        foreach (var extra in actual.Skip(at))
            yield return Unexpected(extra);

        string Unexpected(SectionPart part) => $"line {part.Line}: the section '{marks} {part.Heading}' is not expected here";
    }

    /// <summary>A heading's text as the reader gives it, without Markdown marks.</summary>
    static string Plain(string heading) => LessonReader.Read($"# {heading}").Sections is [var only] ? only.Heading : heading;
}
