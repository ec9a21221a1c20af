namespace CourseGen.Contracts.Documents;

/// <summary>An error is something that an audience, an instructor or a program meets; a warning is a matter of upkeep.</summary>
public enum FindingSeverity { Warning, Error }

/// <summary>What a check found wrong in a deck.</summary>
/// <param name="Rule">The rule's id, for example <c>alt-text</c>.</param>
/// <param name="Part">In the package, without a leading slash; null for the package as a whole.</param>
/// <param name="Slide">Its number, from 1; null where no one slide is meant.</param>
/// <param name="Message">The thing, what is wrong with it, and the remedy.</param>
public sealed record DeckFinding(string Rule, FindingSeverity Severity, string? Part, int? Slide, string Message);

/// <summary>One deck's findings.</summary>
/// <param name="Key">Relative to the project folder.</param>
public sealed record DeckQuality(string Key, string Sha256, int Errors, int Warnings, IReadOnlyList<DeckFinding> Findings)
{
    public static DeckQuality Of(string key, string sha256, IReadOnlyList<DeckFinding> findings)
    {
        var errors = findings.Count(finding => finding.Severity == FindingSeverity.Error);
        return new(key, sha256, errors, findings.Count - errors, findings);
    }
}

/// <summary><c>quality.json</c>: what the checks found in what was made.</summary>
public sealed record QualityReport(IReadOnlyList<DeckQuality> Decks);
