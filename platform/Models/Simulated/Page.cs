using System.Text;
using CourseGen.Documents;

namespace CourseGen.Models.Simulated;

/// <summary>Markdown while it is written, and its length so far.</summary>
sealed class Page(Voice voice)
{
    readonly StringBuilder _text = new();

    public int Words { get; private set; }

    public Page Heading(int level, string text) => Block($"{new string('#', level)} {text}");

    public Page Block(string markdown)
    {
        Words += Prose.WordCount(markdown);
        return Append(markdown);
    }

    public Page Numbered(IEnumerable<string> items) => Block(string.Join('\n', items.Select((item, index) => $"{index + 1}. {item}")));

    public Page Bullets(IEnumerable<string> items, string mark = "-") => Block(string.Join('\n', items.Select(item => $"{mark} {item}")));

    public Page Code(string language, string code) => Block($"```{language}\n{code}\n```");

    /// <summary>Paragraphs of a rule's sentences, at least one, until the page has so many words.</summary>
    public Page Paragraphs(string rule, double untilWords) => Paragraph(rule, untilWords).More(rule, untilWords);

    /// <summary>Paragraphs of a rule's sentences while the page has fewer words.</summary>
    public Page More(string rule, double untilWords)
    {
        while (Words < untilWords)
            Paragraph(rule, untilWords);
        return this;
    }

    Page Paragraph(string rule, double untilWords)
    {
        var paragraph = new StringBuilder(voice.Say(rule));
        Words += Prose.WordCount(paragraph.ToString());
        for (var sentences = voice.Number(2, 5); sentences > 0 && Words < untilWords; sentences--)
        {
            var sentence = voice.Say(rule);
            paragraph.Append(' ').Append(sentence);
            Words += Prose.WordCount(sentence);
        }
        return Append(paragraph.ToString());
    }

    Page Append(string markdown)
    {
        _text.Append(_text.Length > 0 ? "\n" : "").Append(markdown).Append('\n');
        return this;
    }

    public override string ToString() => _text.ToString();
}
