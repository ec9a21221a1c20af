using System.Text.Json;
using System.Text.RegularExpressions;
using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Planner.Decks;

/// <summary>A book's data as far as a deck needs it: ours, or the original's, whose lessons are nested in modules or, where a person edited it, flat.</summary>
/// <param name="Language">As the book names it, which may be no language tag; null when it names none.</param>
sealed partial record BookData(string? Title, string? Language, bool IsSimulated, IReadOnlyList<BookDataModule> Modules)
{
    /// <returns>Keys of the folder's books, relative; never those of lab guides.</returns>
    public static async Task<IReadOnlyList<string>> Keys(IArtifactStore store, CourseLocation location, CancellationToken token)
    {
        var keys = new List<string>();
        await foreach (var key in store.List(location.Bucket, $"{location.Folder}/{ArtifactKeys.Books}", token))
        {
            var relative = key[(location.Folder.Length + 1)..];
            if (relative.EndsWith("_data.json", StringComparison.Ordinal) && relative.Count(character => character == '/') == 1 && !LabGuide().IsMatch(relative))
                keys.Add(relative);
        }
        return keys;
    }

    /// <exception cref="JsonException">The bytes are no JSON object.</exception>
    public static BookData Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new JsonException("The book's data is no JSON object.");
        var metadata = root.TryGetProperty("metadata", out var found) && found.ValueKind == JsonValueKind.Object ? found : root;
        var nested = List(root, "modules").Select((module, index) => new BookDataModule(
            Number(module, "module_number") ?? index + 1, Text(module, "module_title") ?? Text(module, "title"), LessonsOf(List(module, "lessons")))).ToList();
        return new BookData(
            Text(metadata, "title") ?? Text(root, "title"), Text(metadata, "language") ?? Text(metadata, "course_language"), Flag(metadata, "simulated"),
            Numbered(nested.Exists(module => module.Lessons.Count > 0) ? nested : Flat(root)));
    }

    static IReadOnlyList<BookDataModule> Flat(JsonElement root) =>
        [.. List(root, "lessons").GroupBy(lesson => Number(lesson, "module_number") ?? 1)
            .Select(module => new BookDataModule(module.Key, module.Select(lesson => Text(lesson, "module_title")).FirstOrDefault(title => title is not null), LessonsOf(module)))];

    /// <summary>The original's pages between the lessons are none.</summary>
    static IReadOnlyList<BookDataLesson> LessonsOf(IEnumerable<JsonElement> lessons) =>
        [.. lessons.Where(lesson => !Flag(lesson, "is_intro") && !Flag(lesson, "is_summary") && !string.IsNullOrWhiteSpace(Text(lesson, "content")))
            .Select((lesson, index) => new BookDataLesson(Number(lesson, "lesson_number") ?? index + 1, TitleOf(Text(lesson, "title") ?? ""), Text(lesson, "content")!))];

    /// <summary>The book's own numbers as long as they grow, else the next.</summary>
    static IReadOnlyList<BookDataModule> Numbered(IEnumerable<BookDataModule> modules)
    {
        var (number, numbered) = (0, new List<BookDataModule>());
        foreach (var module in modules.Where(module => module.Lessons.Count > 0))
        {
            number = Next(number, module.Number);
            var last = 0;
            numbered.Add(module with { Number = number, Lessons = [.. module.Lessons.Select(lesson => lesson with { Number = last = Next(last, lesson.Number) })] });
        }
        return numbered;
    }

    static int Next(int last, int given) => given > last && given <= MostNumber ? given : last + 1;

    /// <summary>Two digits in an id.</summary>
    const int MostNumber = 99;

    /// <summary>Without the numbers that the original put before it: <c>Lesson 6: Lesson 1.6: Title</c>.</summary>
    static string TitleOf(string title)
    {
        var plain = title.Trim();
        for (var match = Prefix().Match(plain); match.Success && match.Length < plain.Length; match = Prefix().Match(plain))
            plain = plain[match.Length..];
        return plain;
    }

    static IEnumerable<JsonElement> List(JsonElement element, string field) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    static string? Text(JsonElement element, string field) =>
        element.TryGetProperty(field, out var text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 } found ? found : null;

    static int? Number(JsonElement element, string field) =>
        element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : element.TryGetProperty(field, out value) && value.ValueKind == JsonValueKind.String && int.TryParse(value.GetString(), out number) ? number : null;

    static bool Flag(JsonElement element, string field) => element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.True;

    [GeneratedRegex("lab[-_ ]?guide", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex LabGuide();

    [GeneratedRegex(@"^((lesson|lección|leccion|module|módulo|chapter|capítulo)\s+\d+(\.\d+)*\s*[:.–-]?\s*|\d+\.\d+\s*[:.–-]\s*)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();
}

/// <param name="Number">From 1.</param>
sealed record BookDataModule(int Number, string? Title, IReadOnlyList<BookDataLesson> Lessons);

/// <param name="Number">In its module, from 1.</param>
/// <param name="Content">Markdown, with pictures in place of the visual tags.</param>
sealed record BookDataLesson(int Number, string Title, string Content);
