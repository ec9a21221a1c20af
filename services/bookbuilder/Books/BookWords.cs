namespace CourseGen.BookBuilder.Books;

/// <summary>Fixed words that only books and lab guides show; see <c>CourseWords</c> for the others.</summary>
sealed record BookWords
{
    public required string LearningOutcomes { get; init; }
    public required string LegalNotice { get; init; }
    public required string SkipToContent { get; init; }
    public required string Considerations { get; init; }
    public required string Name { get; init; }
    public required string Version { get; init; }
    public required string Purpose { get; init; }
    public required string Installation { get; init; }
    public required string Technologies { get; init; }
    /// <summary>Stands where the lab plan names no version.</summary>
    public required string VersionToValidate { get; init; }
    public required string NoneNamed { get; init; }
    public required string Total { get; init; }
    public required string Easy { get; init; }
    public required string Medium { get; init; }
    public required string Hard { get; init; }

    /// <summary>English unless the language is Spanish, as <c>CourseWords.In</c>.</summary>
    public static BookWords In(string language) =>
        language.Split('-')[0].Equals("es", StringComparison.OrdinalIgnoreCase) ? Spanish : English;

    static readonly BookWords English = new()
    {
        LearningOutcomes = "Learning outcomes",
        LegalNotice = "Legal notice",
        SkipToContent = "Skip to the content",
        Considerations = "Please note",
        Name = "Name",
        Version = "Version",
        Purpose = "Purpose",
        Installation = "Installation",
        Technologies = "Technologies",
        VersionToValidate = "[version to validate]",
        NoneNamed = "The lab plan names none.",
        Total = "Total",
        Easy = "easy",
        Medium = "medium",
        Hard = "hard",
    };

    static readonly BookWords Spanish = new()
    {
        LearningOutcomes = "Resultados de aprendizaje",
        LegalNotice = "Aviso legal",
        SkipToContent = "Ir al contenido",
        Considerations = "Tenga en cuenta",
        Name = "Nombre",
        Version = "Versión",
        Purpose = "Finalidad",
        Installation = "Instalación",
        Technologies = "Tecnologías",
        VersionToValidate = "[versión por validar]",
        NoneNamed = "El plan de laboratorios no indica ninguno.",
        Total = "Total",
        Easy = "fácil",
        Medium = "media",
        Hard = "alta",
    };
}
