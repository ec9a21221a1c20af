using CourseGen.BookBuilder.Books;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.BookBuilder.Formats;

/// <summary>
/// The book as one Markdown file. Anchors are written out, because viewers make different ones of the same heading.
/// Levels: the book 1, chapters 2, lessons and labs 3, their own headings from 4.
/// </summary>
sealed class MarkdownBook(Book book)
{
    readonly CourseWords _words = CourseWords.In(book.Metadata.Language);

    public static string Write(Book book) => MarkdownSections.Join(new MarkdownBook(book).Parts().Select(part => part.Trim('\n'))) + "\n";

    IEnumerable<string> Parts()
    {
        var metadata = book.Metadata;
        yield return $"# {MarkdownText.Escape(metadata.Title)}";
        yield return string.Join(" · ", new[] { metadata.Author, metadata.Organization }.OfType<string>().Select(MarkdownText.Escape));
        if (metadata.Simulated)
            yield return $"> {_words.SimulatedNotice}";
        yield return $"## {_words.Contents}";
        yield return string.Join("\n", TableOfContents.Of(book).SelectMany(entry => Contents(entry, "")));
        foreach (var section in TableOfContents.FrontOf(book))
            yield return Special(section);
        if (metadata.CourseIntroduction.Length > 0)
            yield return Section(Anchors.Introduction, 2, _words.Introduction, metadata.CourseIntroduction);
        foreach (var part in book.Modules.SelectMany(Chapter))
            yield return part;
        foreach (var section in TableOfContents.BackOf(book))
            yield return Special(section);
    }

    static string Special(BookSection section) => Section(section.SectionType, 2, MarkdownText.Escape(section.Title), section.Content);

    IEnumerable<string> Chapter(BookModule module)
    {
        var number = $"{_words.Module} {module.ModuleNumber}";
        yield return Section(Anchors.Module(module.ModuleNumber), 2, $"{number}: {MarkdownText.Escape(module.ModuleTitle)}", module.Introduction);
        foreach (var lesson in module.Lessons)
            yield return Section(
                Anchors.Lesson(lesson.ModuleNumber, lesson.LessonNumber), 3, $"{lesson.ModuleNumber}.{lesson.LessonNumber} {MarkdownText.Escape(lesson.Title)}",
                lesson.Missing ? $"> {_words.LessonMissing}" : lesson.Content);
        foreach (var lab in module.Labs)
            yield return Section(
                Anchors.Lab(lab.LabId), 3, $"{_words.Lab} {lab.LabId}: {MarkdownText.Escape(lab.Title)}",
                lab.Missing ? $"> {_words.LabMissing}" : lab.Content);
        if (module.Summary.Length > 0)
            yield return $"### {number}: {_words.Summary}\n\n{module.Summary}";
        if (module.References.Length > 0)
            yield return $"### {number}: {_words.References}\n\n{module.References}";
    }

    static string Section(string anchor, int level, string heading, string content) =>
        $"<a id=\"{anchor}\"></a>\n\n{new string('#', level)} {heading}\n\n{MarkdownSource.WithHeadings(content, level + 1)}";

    static IEnumerable<string> Contents(ContentsEntry entry, string indent)
    {
        var number = entry.Number.Length == 0 ? "" : char.IsDigit(entry.Number[0]) ? $"{entry.Number} " : $"{entry.Number}: ";
        yield return $"{indent}- [{number}{MarkdownText.Escape(entry.Title)}](#{entry.Anchor})";
        foreach (var line in entry.Below.SelectMany(below => Contents(below, indent + "  ")))
            yield return line;
    }
}
