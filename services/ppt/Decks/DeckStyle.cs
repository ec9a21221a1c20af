namespace CourseGen.Ppt.Decks;

/// <summary>The look of a deck. Colours are RRGGBB.</summary>
/// <param name="Primary">Titles and dark grounds.</param>
/// <param name="Secondary">Second accents; large text only on white.</param>
/// <param name="Accent">Bars and marks; never text.</param>
/// <param name="Tint">Panels behind text.</param>
/// <param name="Link">Readable on white.</param>
sealed record DeckStyle(string Name, string Primary, string Secondary, string Accent, string Tint, string Text, string Muted, string Link)
{
    internal const string CodeGround = "1E1E1E";
    internal const string CodeText = "F2F2F2";

    internal static readonly DeckStyle Professional = new("professional", "003366", "4682B4", "FFC000", "EEF3F9", "1F2933", "55606B", "1F5C99");
    internal static readonly DeckStyle Modern = new("modern", "212121", "607D8B", "009688", "ECF3F3", "212121", "546E7A", "00695C");
    internal static readonly DeckStyle Minimal = new("minimal", "000000", "757575", "E0E0E0", "F5F5F5", "1A1A1A", "5F5F5F", "333333");

    /// <returns>Professional when the name is none of the three; settings are validated before they come here.</returns>
    internal static DeckStyle Named(string name) => name switch
    {
        "modern" => Modern,
        "minimal" => Minimal,
        _ => Professional,
    };
}
