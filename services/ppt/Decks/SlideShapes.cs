using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>Draws one slide that fits (see <see cref="SlideFitter"/>): its placeholders filled, title first, then top left to bottom right.</summary>
/// <param name="footer">Stands on every slide that has one.</param>
sealed class SlideShapes(SlideCanvas canvas, string footer)
{
    internal const string NumberFieldId = "{5B1D7F2C-6A0E-4E0B-9C43-0F6C0D5E7A11}";
    internal const string PictureRelationship = "rIdP";
    const int LongestFooter = 90;

    readonly BodyShapes _body = new(canvas);
    readonly FigureShapes _figures = new(canvas);
    readonly TableAndCodeShapes _blocks = new(canvas);

    /// <param name="figure">Of the slide's image block; null when it has none.</param>
    internal XElement Draw(Slide slide, DeckPicture? picture, FigurePlan? figure)
    {
        var form = canvas.Template[slide.Layout];
        return new XElement(P + "sld", Namespaces,
            new XElement(P + "cSld", Tree([Title(slide, form), .. Subtitle(slide, form), .. Content(slide, form, picture, figure), .. Footers(form)])),
            new XElement(P + "clrMapOvr", new XElement(A + "masterClrMapping")));
    }

    XElement Title(Slide slide, SlideForm form)
    {
        var size = canvas.Fit.TitleSize(slide.Title, form.Title);
        return canvas.Fill(form.Title, null, canvas.Text.Of(slide.Title, size == form.Title.Style.Size ? null : size));
    }

    /// <summary>A template that was brought may set bullets there.</summary>
    IEnumerable<XElement> Subtitle(Slide slide, SlideForm form)
    {
        if (slide.Subtitle is not null && form.Find(SlotRole.Subtitle) is { } slot)
            yield return canvas.Fill(slot, new FlowLine(slot.Style.Bullets ? LineKind.Text : LineKind.Bullet, slide.Subtitle));
    }

    IEnumerable<XElement> Content(Slide slide, SlideForm form, DeckPicture? picture, FigurePlan? figure) => slide.Layout switch
    {
        SlideLayout.TextImageLeft or SlideLayout.TextImageRight => TextAndFigure(slide, form, picture, figure!),
        SlideLayout.TwoColumns => _body.Columns(slide.ContentBlocks, form),
        SlideLayout.Table => _blocks.Table(slide, form),
        SlideLayout.Code => _blocks.Code(slide, form),
        SlideLayout.Quote => _body.Quote(slide.ContentBlocks[0], form),
        _ => _body.Body(slide, form, form.Body.Box),
    };

    IEnumerable<XElement> TextAndFigure(Slide slide, SlideForm form, DeckPicture? picture, FigurePlan figure)
    {
        var figureFirst = canvas.Template.RightToLeft ? figure.Figure.X > figure.Text.X : figure.Figure.X < figure.Text.X;
        return figureFirst
            ? [.. _figures.Of(slide, form, picture, figure), .. _body.Body(slide, form, figure.Text)]
            : [.. _body.Body(slide, form, figure.Text), .. _figures.Of(slide, form, picture, figure)];
    }

    IEnumerable<XElement> Footers(SlideForm form)
    {
        if (form.Find(SlotRole.Footer) is { } text)
            yield return canvas.Fill(text, null, canvas.Text.Of([new FlowLine(LineKind.Text, Prose.Clip(XmlText.Clean(footer), LongestFooter))]));
        if (form.Find(SlotRole.Number) is { } number)
            yield return canvas.Fill(number, null, canvas.Text.SlideNumber());
    }
}
