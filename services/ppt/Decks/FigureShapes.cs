using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.Diagrams;

namespace CourseGen.Ppt.Decks;

/// <summary>A slide's figure as a diagram of native shapes, as a picture, or as what says that it is missing; with its caption below.</summary>
sealed class FigureShapes(SlideCanvas canvas)
{
    internal IEnumerable<XElement> Of(Slide slide, SlideForm form, DeckPicture? picture, FigurePlan figure)
    {
        var alt = AltTextOf(slide, picture);
        var crop = picture?.MayBeCropped == true;
        var bottom = figure.Figure.Bottom;
        if (figure.Diagram is { } diagram)
        {
            var shape = new DiagramShape(diagram, figure.Figure, canvas.Text, canvas.Template.RightToLeft);
            if (canvas.Template.Colors.NeedsPanel)
                yield return Drawing.Area(canvas.TakeId(), "Panel", figure.Figure, "bg1");
            yield return canvas.Template.Colors.OnShapes(canvas.Group(id => (shape.Draw(id, alt, out var next), next)));
        }
        else if (figure.Picture is { } bytes)
        {
            bottom = PictureShape.PlaceOf(bytes, figure.Figure, crop).Bottom;
            var placeholder = form[SlotRole.Picture] is { IsPlaceholder: true } slot ? slot.Placeholder : null;
            yield return PictureShape.Of(canvas.TakeId(), figure.Figure, bytes, crop, SlideShapes.PictureRelationship, alt, placeholder, picture!.Diagram is null ? "Picture" : PictureShape.OfDiagram);
        }
        else
        {
            var text = canvas.Text.Alone(CourseWords.In(canvas.Language).PictureMissing, new TextStyle(18, "accent4", Anchor: "ctr", Align: "ctr"), inset: 20);
            yield return canvas.Template.Colors.OnShapes(PictureShape.Missing(canvas.TakeId(), figure.Figure, text));
        }
        if (figure.Caption.Length > 0)
            yield return Caption(form[SlotRole.Caption], figure, bottom + FigurePlan.CaptionGap);
    }

    /// <summary>Empty for a picture that says nothing.</summary>
    static string AltTextOf(Slide slide, DeckPicture? picture) =>
        picture is { AltText.Length: > 0 } ? picture.AltText : slide.ContentBlocks.First(block => block.Type == BlockType.Image).Caption ?? "";

    XElement Caption(Slot slot, FigurePlan figure, double top)
    {
        var height = new FigurePlanner(canvas.Template).CaptionHeight(figure.Caption, slot, figure.Figure.Width);
        return canvas.Fill(slot, new Box(figure.Figure.X, top, figure.Figure.Width, height), canvas.Text.Of(figure.Caption));
    }
}
