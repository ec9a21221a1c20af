using System.Security.Cryptography;
using System.Text;
using CourseGen.Documents;

namespace CourseGen.Models.Simulated;

/// <summary>
/// Speaks by a grammar about the facts of a brief. Equal briefs give equal texts; an alternative of a rule comes again only when
/// all others were used.
/// </summary>
sealed class Voice
{
    const int LongestName = 60;
    const int LongestShortName = 40;

    readonly Grammar _grammar;
    readonly Random _random;
    readonly Dictionary<string, string> _facts = [];
    readonly Dictionary<string, Queue<string>> _unused = [];
    readonly bool _markdown;

    /// <param name="markdown">Names are escaped for Markdown.</param>
    public Voice(Brief brief, bool markdown)
    {
        _grammar = Grammar.In(brief.Language);
        _random = new Random(SeedOf(brief));
        _markdown = markdown;
        this["course"] = Name(brief.CourseTitle);
        this["module"] = Name(brief.ModuleTitle ?? brief.CourseTitle);
        this["lesson"] = Name(brief.LessonTitle ?? brief.CourseTitle);
        this["next"] = Name(brief.NextLesson ?? brief.CourseTitle);
        this["audience"] = brief.Audience.Count > 0 ? InSentence(Name(brief.Audience[0])) : Say("everyone");
        About(brief.LessonTitle ?? brief.CourseTitle);
    }

    /// <summary>A fact, which goes before a rule of its name.</summary>
    public string this[string fact]
    {
        set => _facts[fact] = value;
    }

    /// <summary>Change the subject.</summary>
    public void About(string topic)
    {
        this["topic"] = Name(topic);
        this["short"] = Short(topic);
    }

    /// <summary>One alternative of a rule, all its parts chosen.</summary>
    public string Say(string rule)
    {
        var (total, part) = (_random.Next(12, 60), _random.Next(3, 11));
        (this["total"], this["part"], this["rest"]) = (total.ToString(), part.ToString(), (total - part).ToString());
        return Expand(Next(rule));
    }

    public IReadOnlyList<string> Say(string rule, int count) => [.. Enumerable.Range(0, count).Select(_ => Say(rule))];

    /// <param name="below">Exclusive.</param>
    public int Number(int from, int below) => _random.Next(from, below);

    /// <summary>A title without Markdown marks, at most 40 characters.</summary>
    public static string Short(string title)
    {
        var plain = Prose.Clip(string.Concat(title.Where(letter => !MarkdownMarks.Contains(letter))), LongestShortName);
        return plain.Length > 0 ? plain : "—";
    }

    string Name(string title)
    {
        var clipped = Prose.Clip(title, LongestName);
        return _markdown ? string.Concat(clipped.Select(letter => MarkdownMarks.Contains(letter) ? $"\\{letter}" : letter.ToString())) : clipped;
    }

    /// <summary>Without the capital of a first word, unless it is an abbreviation.</summary>
    static string InSentence(string name) =>
        name.Length > 1 && char.IsUpper(name[0]) && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    string Expand(string template)
    {
        var text = new StringBuilder();
        var at = 0;
        for (var open = template.IndexOf('{'); open >= 0; open = template.IndexOf('{', at))
        {
            var close = template.IndexOf('}', open);
            text.Append(template, at, open - at);
            var upper = template[open + 1] == '^';
            var name = template[(open + (upper ? 2 : 1))..close];
            var value = _facts.TryGetValue(name, out var fact) ? fact : Contracted(text, Expand(Next(name)));
            text.Append(upper ? char.ToUpperInvariant(value[0]) + value[1..] : value);
            at = close + 1;
        }
        return text.Append(template, at, template.Length - at).ToString();
    }

    string Next(string rule)
    {
        if (!_unused.TryGetValue(rule, out var left) || left.Count == 0)
        {
            var alternatives = _grammar[rule].ToArray();
            if (alternatives.Length == 0)
                throw new InvalidOperationException($"The simulated model's grammar has no rule '{rule}'.");
            _random.Shuffle(alternatives);
            _unused[rule] = left = new Queue<string>(alternatives);
        }
        return left.Dequeue();
    }

    string Contracted(StringBuilder before, string value)
    {
        foreach (var (first, second, both) in _grammar.Contractions)
        {
            if (!value.StartsWith($"{second} ", StringComparison.Ordinal) || !EndsWith(before, $" {first} "))
                continue;
            before.Length -= first.Length + 1;
            return both + value[second.Length..];
        }
        return value;
    }

    static bool EndsWith(StringBuilder text, string end) =>
        text.Length >= end.Length && text.ToString(text.Length - end.Length, end.Length) == end;

    static int SeedOf(Brief brief)
    {
        var names = string.Join('\n', brief.Kind, brief.Item, brief.CourseTitle, brief.ModuleTitle, brief.LessonTitle, brief.LabPlan?.LabTitle);
        return BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(names)));
    }

    const string MarkdownMarks = @"\`*_[]<>|&~";
}
