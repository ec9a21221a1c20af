using CourseGen.Contracts.Documents;

namespace CourseGen.Ppt.Checks;

/// <summary>Collects findings, up to a number that nobody reads to its end.</summary>
sealed class Findings
{
    internal const int Most = 1000;

    readonly List<DeckFinding> _found = [];
    int _more;

    internal void Error(string rule, string? part, int? slide, string message) => Add(new DeckFinding(rule, FindingSeverity.Error, part, slide, message));

    internal void Warning(string rule, string? part, int? slide, string message) => Add(new DeckFinding(rule, FindingSeverity.Warning, part, slide, message));

    /// <summary>The package's first, then slide by slide.</summary>
    internal IReadOnlyList<DeckFinding> InOrder() => _more == 0
        ? Sorted()
        : [.. Sorted(), new DeckFinding(DeckRules.More, FindingSeverity.Error, null, null, $"{_more} findings more are not listed; mend these and check again.")];

    List<DeckFinding> Sorted() => [.. _found.OrderBy(finding => finding.Slide ?? 0)];

    void Add(DeckFinding finding)
    {
        if (_found.Count < Most)
            _found.Add(finding);
        else
            _more++;
    }
}
