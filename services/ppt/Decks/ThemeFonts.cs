namespace CourseGen.Ppt.Decks;

/// <summary>The typefaces of a theme: Latin letters, East Asian ones, and complex scripts, as the course's language needs them.</summary>
sealed record ThemeFonts(string EastAsian, string Complex)
{
    internal const string Latin = "Calibri";
    internal const string Code = "Consolas";

    /// <summary>Typefaces that PowerPoint has on Windows and on the Mac, by the script codes of a theme (ISO 15924, as Office writes them).</summary>
    internal static readonly IReadOnlyList<(string Script, string Typeface)> Scripts =
    [
        ("Jpan", "Yu Gothic"), ("Hang", "Malgun Gothic"), ("Hans", "Microsoft YaHei"), ("Hant", "Microsoft JhengHei"),
        ("Arab", "Arial"), ("Hebr", "Arial"), ("Thai", "Tahoma"), ("Deva", "Mangal"), ("Beng", "Vrinda"), ("Ethi", "Nyala"),
        ("Geor", "Sylfaen"), ("Khmr", "DaunPenh"), ("Laoo", "DokChampa"), ("Taml", "Latha"), ("Telu", "Gautami"), ("Viet", "Arial"),
    ];

    internal static ThemeFonts For(string language)
    {
        var subtags = language.ToLowerInvariant().Split('-');
        return subtags[0] switch
        {
            "ja" => new ThemeFonts("Yu Gothic", "Arial"),
            "ko" => new ThemeFonts("Malgun Gothic", "Arial"),
            "zh" when subtags.Any(subtag => subtag is "tw" or "hk" or "mo" or "hant") => new ThemeFonts("Microsoft JhengHei", "Arial"),
            "zh" => new ThemeFonts("Microsoft YaHei", "Arial"),
            "th" => new ThemeFonts("", "Tahoma"),
            "hi" or "mr" or "ne" => new ThemeFonts("", "Mangal"),
            _ => new ThemeFonts("", "Arial"),
        };
    }

    internal static bool IsRightToLeft(string language) =>
        language.Split('-')[0].ToLowerInvariant() is "ar" or "he" or "iw" or "fa" or "ur" or "ps" or "sd" or "ug" or "yi" or "dv" or "ckb";
}
