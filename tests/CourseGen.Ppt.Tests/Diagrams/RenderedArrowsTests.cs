using CourseGen.Contracts.Documents;
using CourseGen.Documents.Diagrams;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Diagrams;

/// <summary>LibreOffice leads connectors its own way; every arrow must be one that it leaves where it was written.</summary>
public sealed class RenderedArrowsTests
{
    /// <summary>A point is a pixel.</summary>
    const int Dpi = 72;
    const double Step = 6, HeadLength = 12, Around = 3;
    const int Light = 0xC0;

    [Fact]
    public async Task Every_arrow_of_the_recorded_diagrams_is_shown_where_it_was_written()
    {
        if (!LibreOffice.IsHere())
            return;
        var pictures = DrawnDiagrams.Recorded.ToDictionary(recorded => recorded.Key, recorded => new DeckPicture(Samples.Png(64, 36), "What the figure shows") { Diagram = recorded.Value });
        var slides = pictures.Keys.Select(name => Samples.Slide(SlideLayout.TextImageRight, name, Samples.Bullets("One", "Two"), Samples.Image(name))).ToList();
        var pages = await LibreOffice.Show(Samples.Written(Samples.Deck(slides, pictures: pictures)), Dpi, smooth: false);
        var planner = new FigurePlanner(StyledTemplate.Of(DeckStyle.Named("professional"), "en"));
        slides.Zip(pages).SelectMany(pair => Lost(planner.Of(pair.First, pictures[pair.First.Title]), pair.Second).Select(lost => $"{pair.First.Title}: {lost}")).ShouldBeEmpty();
    }

    static IEnumerable<string> Lost(FigurePlan plan, Raster page)
    {
        var drawn = plan.Diagram.ShouldNotBeNull();
        var covered = drawn.Nodes.Select(node => node.Box).Concat(drawn.Routes.Select(route => route.Label).OfType<Rect>()).Select(At).ToList();
        foreach (var route in drawn.Routes)
        {
            var points = OnTheWay([.. route.Points.Select(PointAt)]).Where(point => !covered.Exists(box => box.Grown(Around).Contains(new Rect(point.X, point.Y, 0, 0)))).ToList();
            if (points.FirstOrDefault(point => !IsInked(page, point)) is { X: > 0 } point)
                yield return $"the arrow from {drawn.Nodes[route.Edge.From].Node.Label} is not at {point.X:0}, {point.Y:0}";
        }

        Point PointAt(Point point) => new Point(plan.Figure.X + (plan.Figure.Width / 2), plan.Figure.Y + (plan.Figure.Height / 2)) + ((point - drawn.Bounds.Centre) * drawn.Scale);

        Rect At(Rect box) => Rect.Around(PointAt(box.Centre), box.Width * drawn.Scale, box.Height * drawn.Scale);
    }

    static IEnumerable<Point> OnTheWay(IReadOnlyList<Point> way)
    {
        for (var piece = 0; piece + 1 < way.Count; piece++)
        {
            var (from, to) = (way[piece], way[piece + 1]);
            var length = (to - from).Length - (piece + 2 == way.Count ? HeadLength : 0);
            for (var at = 0.0; at < length; at += Step)
                yield return from + ((to - from).Normalized() * at);
        }
    }

    static bool IsInked(Raster page, Point point)
    {
        for (var y = (int)(point.Y - Around); y <= point.Y + Around; y++)
        {
            for (var x = (int)(point.X - Around); x <= point.X + Around; x++)
            {
                if ((page[x, y] & 0xFF) < Light)
                    return true;
            }
        }
        return false;
    }
}
