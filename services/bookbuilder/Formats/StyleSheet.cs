namespace CourseGen.BookBuilder.Formats;

/// <summary>The style sheets that pages carry, embedded as files.</summary>
static class StyleSheet
{
    public static readonly string Book = Read("book.css");

    static string Read(string name)
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
