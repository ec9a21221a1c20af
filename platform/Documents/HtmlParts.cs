using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using CodeSource = Markdig.Syntax.CodeBlock;
using Paragraph = Markdig.Syntax.ParagraphBlock;

namespace CourseGen.Documents;

/// <summary>The parts of a page that are written otherwise than Markdig does.</summary>
static class HtmlParts
{
    public static void Use(HtmlRenderer renderer, string idPrefix)
    {
        renderer.ObjectRenderers.Replace<HeadingRenderer>(new Heading(idPrefix));
        renderer.ObjectRenderers.Replace<ParagraphRenderer>(new ParagraphOrFigure());
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new Code());
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new ScrollableTable());
        renderer.ObjectRenderers.Replace<HtmlTaskListRenderer>(new CheckBox());
    }

    /// <summary>A heading inside a quote or a list is no heading of the page.</summary>
    sealed class Heading(string idPrefix) : HtmlObjectRenderer<HeadingBlock>
    {
        int _number;

        protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
        {
            var isOfPage = heading.Parent is MarkdownDocument;
            renderer.EnsureLine();
            renderer.Write(isOfPage ? $"<h{heading.Level} id=\"{idPrefix}-{++_number}\">" : "<p><strong>");
            renderer.WriteLeafInline(heading);
            renderer.WriteLine(isOfPage ? $"</h{heading.Level}>" : "</strong></p>");
        }
    }

    sealed class ParagraphOrFigure : ParagraphRenderer
    {
        protected override void Write(HtmlRenderer renderer, Paragraph paragraph)
        {
            if (IsPicture(paragraph))
                WriteFigure(renderer, paragraph);
            else if (!IsPicture(Sibling(paragraph, -1)))
                base.Write(renderer, paragraph);
        }

        static void WriteFigure(HtmlRenderer renderer, Paragraph picture)
        {
            renderer.EnsureLine();
            renderer.Write("<figure>");
            renderer.WriteLeafInline(picture);
            if (Sibling(picture, 1) is Paragraph caption && !IsPicture(caption))
            {
                renderer.Write("<figcaption>");
                renderer.WriteLeafInline(caption);
                renderer.Write("</figcaption>");
            }
            renderer.WriteLine("</figure>");
        }

        static bool IsPicture(Block? block) =>
            block is Paragraph { Inline: { FirstChild: LinkInline { IsImage: true } only } line } && only == line.LastChild;

        static Block? Sibling(Block block, int offset) =>
            block.Parent is { } parent && parent.IndexOf(block) + offset is var at && at >= 0 && at < parent.Count ? parent[at] : null;
    }

    /// <summary>Code and tables may be wider than the page; whoever has no mouse scrolls them with the keys.</summary>
    sealed class Code : CodeBlockRenderer
    {
        protected override void Write(HtmlRenderer renderer, CodeSource code)
        {
            OutputAttributesOnPre = true;
            code.GetAttributes().AddPropertyIfNotExist("tabindex", "0");
            base.Write(renderer, code);
        }
    }

    sealed class ScrollableTable : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.EnsureLine();
            renderer.WriteLine("<div class=\"table\" tabindex=\"0\">");
            base.Write(renderer, table);
            renderer.WriteLine("</div>");
        }
    }

    sealed class CheckBox : HtmlObjectRenderer<TaskList>
    {
        protected override void Write(HtmlRenderer renderer, TaskList box) =>
            renderer.Write(box.Checked ? "<span class=\"box\" aria-hidden=\"true\">☑</span>" : "<span class=\"box\" aria-hidden=\"true\">☐</span>");
    }
}
