using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;
using Slide = CourseGen.Contracts.Documents.Slide;

namespace CourseGen.Bench.Decks;

/// <summary>A slide of the benchmark and its notes page in the Open XML SDK's DOM.</summary>
static class SdkShapes
{
    const long Point = 12700;

    internal static DocumentFormat.OpenXml.Presentation.Slide Slide(Slide slide, string caption, string picture) => new(
        new CommonSlideData(Tree(
            Placeholder(2, "Title", PlaceholderValues.Title, null, [slide.Title]),
            Text(3, "Content", (50, 122, 360, 366), slide.ContentBlocks[0].Items!, 2600, bullets: true),
            Picture(4, caption, picture),
            Text(5, "Caption", (436, 440, 474, 40), [caption], 1400),
            Text(6, "Footer", (50, 501, 640, 22), [BenchmarkPlan.Title], 1200),
            Text(7, "Number", (830, 501, 80, 22), [$"{slide.SlideNumber}"], 1200))),
        new ColorMapOverride(new A.MasterColorMapping()));

    internal static NotesSlide Notes(string text) => new(
        new CommonSlideData(Tree(
            Placeholder(2, "Slide image", PlaceholderValues.SlideImage, null, null),
            Placeholder(3, "Notes", PlaceholderValues.Body, 1, [text]))),
        new ColorMapOverride(new A.MasterColorMapping()));

    static ShapeTree Tree(params OpenXmlElement[] shapes) => new(
        [
            new NonVisualGroupShapeProperties(new NonVisualDrawingProperties { Id = 1, Name = "" }, new NonVisualGroupShapeDrawingProperties(), new ApplicationNonVisualDrawingProperties()),
            new GroupShapeProperties(),
            .. shapes,
        ]);

    static Shape Placeholder(uint id, string name, PlaceholderValues type, uint? index, IReadOnlyList<string>? text) => new(
        [
            new NonVisualShapeProperties(
                new NonVisualDrawingProperties { Id = id, Name = name },
                new NonVisualShapeDrawingProperties(new A.ShapeLocks { NoGrouping = true }),
                new ApplicationNonVisualDrawingProperties(new PlaceholderShape { Type = type, Index = index is { } number ? new UInt32Value(number) : null })),
            new ShapeProperties(),
            .. text is null ? (IEnumerable<OpenXmlElement>)[] : [Body(text, null, bullets: false)],
        ]);

    static Shape Text(uint id, string name, (int X, int Y, int Width, int Height) box, IReadOnlyList<string> text, int size, bool bullets = false) => new(
        new NonVisualShapeProperties(
            new NonVisualDrawingProperties { Id = id, Name = name }, new NonVisualShapeDrawingProperties { TextBox = true }, new ApplicationNonVisualDrawingProperties()),
        new ShapeProperties(Frame(box), Rectangle()),
        Body(text, size, bullets));

    static Picture Picture(uint id, string description, string relationship) => new(
        new NonVisualPictureProperties(
            new NonVisualDrawingProperties { Id = id, Name = "Picture", Description = description },
            new NonVisualPictureDrawingProperties(new A.PictureLocks { NoChangeAspect = true }),
            new ApplicationNonVisualDrawingProperties()),
        new BlipFill(new A.Blip { Embed = relationship }, new A.Stretch(new A.FillRectangle())),
        new ShapeProperties(Frame((436, 122, 474, 310)), Rectangle()));

    static TextBody Body(IReadOnlyList<string> text, int? size, bool bullets) => new(
        [new A.BodyProperties { Wrap = A.TextWrappingValues.Square }, new A.ListStyle(), .. text.Select(line => Paragraph(line, size, bullets))]);

    static A.Paragraph Paragraph(string text, int? size, bool bullet)
    {
        var run = new A.Run(new A.RunProperties { Language = BenchmarkPlan.Language, FontSize = size }, new A.Text(text));
        return bullet ? new A.Paragraph(new A.ParagraphProperties(new A.CharacterBullet { Char = "•" }) { LeftMargin = 254000, Indent = -254000 }, run) : new A.Paragraph(run);
    }

    static A.Transform2D Frame((int X, int Y, int Width, int Height) box) => new(
        new A.Offset { X = box.X * Point, Y = box.Y * Point }, new A.Extents { Cx = box.Width * Point, Cy = box.Height * Point });

    static A.PresetGeometry Rectangle() => new(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle };
}
