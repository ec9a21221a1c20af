namespace CourseGen.Documents;

/// <summary>The fixed words of a course in its language: headings that prompts ask for, readers look for and documents show.</summary>
public sealed record CourseWords
{
    public required string LearningObjectives { get; init; }
    public required string Introduction { get; init; }
    public required string Concept { get; init; }
    public required string InDetail { get; init; }
    public required string InPractice { get; init; }
    public required string Summary { get; init; }
    public required string KeyTakeaways { get; init; }
    public required string WhatsNext { get; init; }
    public required string References { get; init; }
    public required string Lab { get; init; }
    public required string Duration { get; init; }
    public required string Complexity { get; init; }
    public required string BloomLevel { get; init; }
    public required string Overview { get; init; }
    public required string Objectives { get; init; }
    public required string Prerequisites { get; init; }
    public required string Environment { get; init; }
    public required string Steps { get; init; }
    public required string Step { get; init; }
    public required string ExpectedResult { get; init; }
    public required string Verification { get; init; }
    public required string Validation { get; init; }
    public required string Troubleshooting { get; init; }
    public required string Cleanup { get; init; }
    public required string Module { get; init; }
    public required string Lesson { get; init; }
    public required string Labs { get; init; }
    public required string LabGuide { get; init; }
    public required string SetupGuide { get; init; }
    public required string Contents { get; init; }
    public required string Agenda { get; init; }
    public required string Audience { get; init; }
    public required string Glossary { get; init; }
    public required string Figure { get; init; }
    public required string About { get; init; }
    public required string ThankYou { get; init; }
    /// <summary>Of the part of a deck that ends it.</summary>
    public required string Closing { get; init; }
    public required string Minutes { get; init; }
    public required string Hardware { get; init; }
    public required string Software { get; init; }
    /// <summary>One sentence in place of a lesson that could not be made.</summary>
    public required string LessonMissing { get; init; }
    public required string PictureMissing { get; init; }
    public required string LabMissing { get; init; }
    /// <summary>One sentence on cover, book and manifest when the simulated model wrote the text.</summary>
    public required string SimulatedNotice { get; init; }

    /// <summary>English unless the language is Spanish; other languages get English fixed words around their own text.</summary>
    public static CourseWords In(string language) =>
        language.Split('-')[0].Equals("es", StringComparison.OrdinalIgnoreCase) ? Spanish : English;

    public static readonly CourseWords English = new()
    {
        LearningObjectives = "Learning objectives",
        Introduction = "Introduction",
        Concept = "Concept",
        InDetail = "In detail",
        InPractice = "In practice",
        Summary = "Summary",
        KeyTakeaways = "Key takeaways",
        WhatsNext = "What's next",
        References = "References",
        Lab = "Lab",
        Duration = "Duration",
        Complexity = "Complexity",
        BloomLevel = "Bloom level",
        Overview = "Overview",
        Objectives = "Objectives",
        Prerequisites = "Prerequisites",
        Environment = "Environment",
        Steps = "Steps",
        Step = "Step",
        ExpectedResult = "Expected result",
        Verification = "Verification",
        Validation = "Validation",
        Troubleshooting = "Troubleshooting",
        Cleanup = "Cleanup",
        Module = "Module",
        Lesson = "Lesson",
        Labs = "Labs",
        LabGuide = "Lab guide",
        SetupGuide = "Setup guide",
        Contents = "Contents",
        Agenda = "Agenda",
        Audience = "Audience",
        Glossary = "Glossary",
        Figure = "Figure",
        About = "About this course",
        ThankYou = "Thank you",
        Closing = "Closing",
        Minutes = "min",
        Hardware = "Hardware",
        Software = "Software",
        LessonMissing = "This lesson could not be made. Run repair to make it.",
        PictureMissing = "This picture could not be made. Run repair to make it.",
        LabMissing = "This lab could not be made. Run repair to make it.",
        SimulatedNotice = "The text of this course is simulated: it shows form and length, and teaches nothing.",
    };

    public static readonly CourseWords Spanish = new()
    {
        LearningObjectives = "Objetivos de aprendizaje",
        Introduction = "Introducción",
        Concept = "Concepto",
        InDetail = "En detalle",
        InPractice = "En la práctica",
        Summary = "Resumen",
        KeyTakeaways = "Ideas clave",
        WhatsNext = "Qué sigue",
        References = "Referencias",
        Lab = "Laboratorio",
        Duration = "Duración",
        Complexity = "Complejidad",
        BloomLevel = "Nivel de Bloom",
        Overview = "Descripción general",
        Objectives = "Objetivos",
        Prerequisites = "Requisitos previos",
        Environment = "Entorno",
        Steps = "Pasos",
        Step = "Paso",
        ExpectedResult = "Resultado esperado",
        Verification = "Verificación",
        Validation = "Validación",
        Troubleshooting = "Resolución de problemas",
        Cleanup = "Limpieza",
        Module = "Módulo",
        Lesson = "Lección",
        Labs = "Laboratorios",
        LabGuide = "Guía de laboratorios",
        SetupGuide = "Guía de preparación",
        Contents = "Contenido",
        Agenda = "Agenda",
        Audience = "A quién va dirigido",
        Glossary = "Glosario",
        Figure = "Figura",
        About = "Sobre este curso",
        ThankYou = "Gracias",
        Closing = "Cierre",
        Minutes = "min",
        Hardware = "Hardware",
        Software = "Software",
        LessonMissing = "No se pudo crear esta lección. Ejecute la reparación para crearla.",
        PictureMissing = "No se pudo crear esta imagen. Ejecute la reparación para crearla.",
        LabMissing = "No se pudo crear este laboratorio. Ejecute la reparación para crearlo.",
        SimulatedNotice = "El texto de este curso es simulado: muestra forma y extensión, y no enseña nada.",
    };
}
