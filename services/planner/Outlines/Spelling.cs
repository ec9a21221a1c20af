namespace CourseGen.Planner.Outlines;

/// <summary>Tells a mistyped field from a foreign one.</summary>
static class Spelling
{
    public const int MaxEdits = 2;

    /// <summary>The known name within two edits (a letter added, left out or changed) whatever the case, or null; of several, the nearest.</summary>
    public static string? Nearest(string name, IReadOnlyList<string> known)
    {
        var lower = name.ToLowerInvariant();
        return known.Select(candidate => (Name: candidate, Edits: Edits(lower, candidate)))
            .Where(candidate => candidate.Edits <= MaxEdits)
            .OrderBy(candidate => candidate.Edits)
            .FirstOrDefault().Name;
    }

    /// <summary>Levenshtein's distance; <see cref="int.MaxValue"/> where the lengths alone exceed <see cref="MaxEdits"/>.</summary>
    static int Edits(string from, string to)
    {
        if (Math.Abs(from.Length - to.Length) > MaxEdits)
            return int.MaxValue;
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substituted = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.Length];
    }
}
