namespace CourseGen.Planner.Outlines;

/// <summary>
/// Bloom's revised taxonomy. The higher a lesson aims, the more it has to say: the multiplier goes from 1.0 (remember) to 1.5 (create)
/// by 0.1, the original's rule. Names are English or Spanish, as verbs or nouns.
/// </summary>
static class BloomLevels
{
    public const decimal UnknownMultiplier = 1.1m;
    public const string Names =
        "Remember, Understand, Apply, Analyze, Evaluate, Create (or Recordar, Comprender, Aplicar, Analizar, Evaluar, Crear)";

    static readonly char[] Separators = ['/', ',', ';', '+', '&', '|'];
    static readonly string[] Conjunctions = [" and ", " y ", " e ", " to ", " a "];

    static readonly Dictionary<string, decimal> Multipliers = Table(
        (1.0m, "remember remembering knowledge recordar conocer conocimiento"),
        (1.1m, "understand understanding comprehension comprender entender comprensión comprension"),
        (1.2m, "apply applying application aplicar aplicación aplicacion"),
        (1.3m, "analyze analyse analyzing analysing analysis analizar análisis analisis"),
        (1.4m, "evaluate evaluating evaluation evaluar evaluación evaluacion"),
        (1.5m, "create creating creation synthesis crear creación creacion síntesis sintesis"));

    /// <summary>
    /// Of a compound (<c>Understand / Apply</c>) the highest; <see cref="UnknownMultiplier"/> when no part is known, or there is no level.
    /// </summary>
    public static decimal MultiplierOf(string? level) =>
        PartsOf(level ?? "").Where(Multipliers.ContainsKey).Select(part => Multipliers[part]).DefaultIfEmpty(UnknownMultiplier).Max();

    /// <summary>The parts of the level that are no names.</summary>
    public static IEnumerable<string> UnknownIn(string level) => PartsOf(level).Where(part => !Multipliers.ContainsKey(part));

    static IEnumerable<string> PartsOf(string level) => level
        .Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(part => part.Split(Conjunctions, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    static Dictionary<string, decimal> Table(params (decimal Multiplier, string Names)[] rows) => rows
        .SelectMany(row => row.Names.Split(' ').Select(name => (row.Multiplier, Name: name)))
        .ToDictionary(row => row.Name, row => row.Multiplier, StringComparer.OrdinalIgnoreCase);
}
