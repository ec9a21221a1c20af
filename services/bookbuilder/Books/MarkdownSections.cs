namespace CourseGen.BookBuilder.Books;

/// <summary>Sections of the texts that a book says about itself.</summary>
static class MarkdownSections
{
    /// <summary>Empty when there are no items.</summary>
    public static string Bulleted(string heading, IReadOnlyList<string> items) =>
        items.Count == 0 ? "" : $"## {heading}\n\n{MarkdownText.Bullets(items)}";

    /// <summary>Those that are not empty, a blank line between them.</summary>
    public static string Join(IEnumerable<string> parts) => string.Join("\n\n", parts.Where(part => part.Length > 0));
}
