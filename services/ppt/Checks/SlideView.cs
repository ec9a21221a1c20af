namespace CourseGen.Ppt.Checks;

/// <summary>A slide as its rules see it, and where they put what they find.</summary>
sealed class SlideView(DeckSlide slide, Findings findings)
{
    internal DeckSlide Slide => slide;
    internal IReadOnlyList<PlacedText> Texts { get; } = PlacedText.On(slide);
    internal IReadOnlyList<DeckTable> Tables { get; } = DeckTable.On(slide);
    internal Ground Ground { get; } = new(slide);

    internal void Error(string rule, string message) => findings.Error(rule, slide.Part, slide.Number, message);

    internal void Warning(string rule, string message) => findings.Warning(rule, slide.Part, slide.Number, message);

    /// <summary>The first words of a text, as messages quote it.</summary>
    internal static string Quote(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 40 ? line : $"{line[..(char.IsHighSurrogate(line[39]) ? 39 : 40)]}…";
    }
}
