namespace CourseGen.Ppt.Decks;

/// <summary>Code that needs several slides: as few parts as its lines need, of nearly equal length, each ending where the code itself pauses if it can.</summary>
/// <param name="first">Height for the first part, in points.</param>
/// <param name="rest">Height for the others.</param>
sealed class CodeParts(IReadOnlyList<string> lines, double width, double first, double rest)
{
    static readonly double[] Shares = [0.6, 0.7, 0.8, 0.9];

    internal IReadOnlyList<string> Of()
    {
        var fewest = Filled(1, natural: false);
        if (fewest.Count == 1)
            return fewest;
        return Shares.Append(1).Select(share => Filled(share, natural: true)).FirstOrDefault(parts => parts.Count == fewest.Count)
            ?? Shares.Select(share => Filled(share, natural: false)).FirstOrDefault(parts => parts.Count == fewest.Count)
            ?? fewest;
    }

    List<string> Filled(double share, bool natural)
    {
        var (filled, part) = (new List<string>(), new List<string>());
        foreach (var line in lines)
        {
            while (part.Count > 0 && CodeFit.Height([.. part, line], CodeFit.Sizes[^1], width) > (filled.Count == 0 ? first : rest) * share)
            {
                var end = natural ? NaturalEnd([.. part, line]) : part.Count;
                filled.Add(string.Join('\n', part[..end]));
                part.RemoveRange(0, end);
            }
            part.Add(line);
        }
        return [.. filled, string.Join('\n', part)];
    }

    /// <summary>After a blank line, else before a line that is not indented; not in the first half, and not before a line that only closes something.</summary>
    /// <param name="part">Of which all but the last line fit.</param>
    /// <returns>How many lines to keep together.</returns>
    static int NaturalEnd(List<string> part)
    {
        var ends = Enumerable.Range((part.Count / 2) + 1, part.Count - 1 - (part.Count / 2)).Reverse().ToList();
        return ends.FirstOrDefault(end => string.IsNullOrWhiteSpace(part[end - 1]),
            ends.FirstOrDefault(end => part[end].Length > 0 && char.IsLetterOrDigit(part[end][0]), part.Count - 1));
    }
}
