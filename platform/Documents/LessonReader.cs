using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Source = Markdig.Syntax.Block;

namespace CourseGen.Documents;

/// <summary>Reads a lesson's or a lab's Markdown. It judges nothing; what must hold of a lesson is checked by those who write it.</summary>
public static partial class LessonReader
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().Build();

    public static LessonDocument Read(string markdown)
    {
        var sections = new List<LessonSection>();
        var blocks = new List<LessonBlock>();
        var current = new LessonSection(0, "", 0, []);
        foreach (var block in Markdown.Parse(markdown, Pipeline))
        {
            if (block is not HeadingBlock heading)
            {
                blocks.Add(ReadBlock(block, markdown));
                continue;
            }
            Close();
            current = new LessonSection(heading.Level, PlainText(heading.Inline), heading.Line + 1, []);
        }
        Close();
        var title = sections.FirstOrDefault(section => section.Level == 1)?.Heading ?? "";
        return new LessonDocument(NumberPrefix().Replace(title, ""), sections);

        void Close()
        {
            if (current.Level > 0 || blocks.Count > 0)
                sections.Add(current with { Blocks = [.. blocks] });
            blocks.Clear();
        }
    }

    static LessonBlock ReadBlock(Source block, string markdown)
    {
        var source = markdown.Substring(block.Span.Start, block.Span.Length);
        var line = block.Line + 1;
        return block switch
        {
            Markdig.Syntax.ParagraphBlock when VisualTag().Match(source.Trim()) is { Success: true } tag =>
                new VisualBlock(source, line, tag.Groups["id"].Value, tag.Groups["text"].Value.Trim()),
            Markdig.Syntax.ParagraphBlock paragraph => new ParagraphBlock(source, line, PlainText(paragraph.Inline)),
            Markdig.Syntax.ListBlock list => new ListBlock(source, line, list.IsOrdered, [.. ItemsOf(list)]),
            Table table => ReadTable(table, source, line),
            FencedCodeBlock fence => new CodeBlock(source, line, string.IsNullOrEmpty(fence.Info) ? null : fence.Info, fence.Lines.ToString()),
            Markdig.Syntax.CodeBlock code => new CodeBlock(source, line, null, code.Lines.ToString()),
            Markdig.Syntax.QuoteBlock quote => new QuoteBlock(source, line,
                string.Join("\n", quote.Descendants<Markdig.Syntax.ParagraphBlock>().Select(paragraph => PlainText(paragraph.Inline)))),
            _ => new OtherBlock(source, line),
        };
    }

    static IEnumerable<string> ItemsOf(Markdig.Syntax.ListBlock list) =>
        list.Descendants<ListItemBlock>().Select(item =>
            string.Join(" ", item.OfType<Markdig.Syntax.ParagraphBlock>().Select(paragraph => PlainText(paragraph.Inline))));

    static TableBlock ReadTable(Table table, string source, int line)
    {
        var rows = table.OfType<TableRow>().Select(row => (row.IsHeader, Cells: (IReadOnlyList<string>)[.. row.OfType<TableCell>().Select(CellText)])).ToList();
        var headers = rows.FirstOrDefault(row => row.IsHeader).Cells ?? [];
        return new TableBlock(source, line, headers, [.. rows.Where(row => !row.IsHeader).Select(row => row.Cells)]);
    }

    static string CellText(TableCell cell) =>
        string.Join(" ", cell.Descendants<Markdig.Syntax.ParagraphBlock>().Select(paragraph => PlainText(paragraph.Inline)));

    static string PlainText(ContainerInline? inline) => inline is null ? "" : string.Concat(inline.Descendants().Select(part => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        _ => "",
    }));

    [GeneratedRegex(@"^\[VISUAL:\s*(?<id>\d{2}-\d{2}-\d{4})\s*-\s*(?<text>[^\]]+)\]$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex VisualTag();

    [GeneratedRegex(@"^\s*\d+\.\d+\s*[:.]\s*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberPrefix();
}
