using System.Collections.Frozen;

namespace CourseGen.Models.Simulated;

/// <summary>A language's sentences as rules with alternatives, read from this folder's text files.</summary>
sealed class Grammar
{
    static readonly Lazy<Grammar> English = new(() => new Grammar("en"));
    static readonly Lazy<Grammar> Spanish = new(() => new Grammar("es"));

    readonly FrozenDictionary<string, string[]> _rules;

    Grammar(string language)
    {
        _rules = new[] { "simulated", "lab" }.SelectMany(file => Read($"{file}.{language}.txt"))
            .ToFrozenDictionary(rule => rule.Name, rule => rule.Alternatives);
        Contractions = [.. this["contraction"].Select(pair => pair.Split(' ', '>')).Select(parts => (parts[0], parts[1], parts[2]))];
    }

    /// <summary>Words that melt into one, such as Spanish <c>de el</c> into <c>del</c>.</summary>
    public IReadOnlyList<(string First, string Second, string Both)> Contractions { get; }

    public IEnumerable<string> Rules => _rules.Keys;

    /// <summary>A rule's alternatives; none where the language has no such rule.</summary>
    public IReadOnlyList<string> this[string rule] => _rules.GetValueOrDefault(rule, []);

    /// <summary>English unless the language is Spanish.</summary>
    public static Grammar In(string language) => (language.Split('-')[0].Equals("es", StringComparison.OrdinalIgnoreCase) ? Spanish : English).Value;

    static IEnumerable<(string Name, string[] Alternatives)> Read(string file)
    {
        using var stream = typeof(Grammar).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).ToList();
        for (var at = 0; at < lines.Count; at++)
        {
            var colon = lines[at].IndexOf(':');
            var below = lines.Skip(at + 1).TakeWhile(line => line.StartsWith(' ')).Select(line => line.Trim()).ToArray();
            yield return (lines[at][..colon], below.Length > 0 ? below : lines[at][(colon + 1)..].Split('|', StringSplitOptions.TrimEntries));
            at += below.Length;
        }
    }
}
