using System.Text.RegularExpressions;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.BookBuilder.Books;

/// <summary>A module of the outline as a chapter: what it teaches, its lessons, its labs, what to keep, where to read on.</summary>
sealed partial class Chapters(BookSources sources, CourseWords words)
{
    public BookModule Of(OutlineModule module)
    {
        var content = new LessonContent(sources, words, module.Number);
        var lessons = sources.Plan.Lessons.Where(lesson => lesson.ModuleNumber == module.Number).OrderBy(lesson => lesson.Number).ToList();
        var objectives = Repeated(lessons, words.LearningObjectives);
        var introduction = MarkdownText.Paragraphs(module.Summary ?? "")
            + (objectives.Length == 0 ? "" : $"\n\n## {words.LearningObjectives}\n\n{objectives}");
        var bookLessons = lessons.Select(lesson => Lesson(lesson, content)).ToList();
        return new BookModule(
            module.Number, module.Title, introduction.Trim(), bookLessons, [.. Labs(module.Number, content)],
            Repeated(lessons, words.KeyTakeaways), References(module, lessons));
    }

    BookLesson Lesson(PlannedLesson lesson, LessonContent content)
    {
        var written = sources.Lessons.TryGetValue(lesson.Id, out var markdown);
        return new BookLesson(
            lesson.ModuleNumber, lesson.LessonNumber, lesson.Title, Path.GetFileName(lesson.Key), written ? content.Of(markdown!) : "",
            MarkdownText.WordsOf(markdown ?? ""), [.. LinksOf(lesson).Select(link => link.Url)], Missing: !written);
    }

    IEnumerable<BookLab> Labs(int module, LessonContent content)
    {
        var plan = sources.Plan;
        return plan.Settings.LabsInBook && plan.ContentType != ContentType.Theory
            ? plan.Labs.Where(lab => lab.ModuleNumber == module).OrderBy(lab => lab.Id, StringComparer.Ordinal).Select(lab => Lab(lab, sources, content))
            : [];
    }

    public static BookLab Lab(PlannedLab lab, BookSources sources, LessonContent content) =>
        sources.Labs.TryGetValue(lab.Id, out var markdown)
            ? new BookLab(lab.Id, lab.Title, content.Of(markdown), MarkdownText.WordsOf(markdown))
            : new BookLab(lab.Id, lab.Title, "", 0, Missing: true);

    string Repeated(IEnumerable<PlannedLesson> lessons, string heading)
    {
        var parts = lessons
            .Where(lesson => sources.Lessons.ContainsKey(lesson.Id))
            .Select(lesson => (Lesson: lesson, Lists: LessonParts.ListsBelow(LessonReader.Read(sources.Lessons[lesson.Id]), heading)))
            .Where(part => part.Lists.Length > 0);
        return string.Join("\n", parts.Select(part =>
            $"- [{part.Lesson.ModuleNumber}.{part.Lesson.LessonNumber} {MarkdownText.Escape(part.Lesson.Title)}]"
            + $"(#{Anchors.Lesson(part.Lesson.ModuleNumber, part.Lesson.LessonNumber)})\n{MarkdownText.Indent(part.Lists)}"));
    }

    string References(OutlineModule module, IEnumerable<PlannedLesson> lessons)
    {
        var links = module.References.Select(ReadReference).Concat(lessons.SelectMany(LinksOf)).ToList();
        return string.Join("\n", links
            .DistinctBy(link => link.Url.Length > 0 ? link.Url.TrimEnd('/') : link.Text)
            .Select(link => link.Url.Length > 0 ? $"- {MarkdownText.Link(link.Text, link.Url)}" : $"- {MarkdownText.Escape(link.Text)}"));
    }

    IEnumerable<MarkdownLink> LinksOf(PlannedLesson lesson) =>
        sources.Lessons.TryGetValue(lesson.Id, out var markdown) ? MarkdownSource.LinksOf(markdown) : [];

    /// <summary>The outline writes <c>Title: https://…</c>, or one of the two.</summary>
    static MarkdownLink ReadReference(string reference)
    {
        var match = Address().Match(reference);
        var title = reference[..(match.Success ? match.Index : reference.Length)].Trim(' ', ':', '-', '–', '—', '(', '<', ',');
        return match.Success && WebAddress.IsPage(match.Value) ? new(title.Length > 0 ? title : match.Value, match.Value) : new(reference, "");
    }

    [GeneratedRegex(@"https?://[^\s<>()]+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
