using CourseGen.Contracts.Documents;
using CourseGen.Documents.Diagrams;
using CourseGen.Ppt.Decks;

namespace CourseGen.Ppt.Diagrams;

/// <summary>Draws one diagram in rooms of different sizes: of the ways to lay it out that can be drawn cleanly, the one with the largest text there.</summary>
sealed class DiagramDrawings
{
    /// <summary>Points for an em: larger than the text beside it, a diagram shouts.</summary>
    const double MostScale = 18;
    /// <summary>Points for an em: where it would be less, shapes are moved closer; where it would be still less, however their arrows must then turn.</summary>
    const double GoodScale = 14, LeastScale = 11.6;
    const double MostUntidiness = 0.3;
    /// <summary>How many ways are tried with their shapes closer.</summary>
    const int MostCloser = 5;

    readonly DiagramFont _font;
    readonly double _largest;
    readonly List<DiagramWay> _ways;

    internal DiagramDrawings(Diagram diagram, DeckFonts fonts)
    {
        _font = new DiagramFont(fonts, diagram);
        _largest = Math.Min(MostScale, DiagramLayout.LargestText(diagram));
        _ways = [.. DiagramArrangement.Of(diagram, _font.LinePitch).Where(arrangement => arrangement.Tightest is not null).Select(arrangement => new DiagramWay(arrangement, _font))];
    }

    /// <param name="width">Points.</param>
    /// <returns>Null where there is no clean drawing, whatever its size.</returns>
    internal DrawnDiagram? Largest(double width, double height)
    {
        var space = new Space(width, height, _largest);
        var best = Best(_ways, way => way.Least, way => way.Tight, space.Score, null, int.MaxValue);
        if (best is null || space.Scale(best.Routed.Bounds) < Math.Min(_largest, GoodScale))
            best = Best(_ways, way => way.LeastOfCloser, way => way.Closer, space.Score, best, MostCloser);
        if (best is null || space.Scale(best.Routed.Bounds) < Math.Min(_largest, LeastScale))
            best = Best(_ways, way => way.LeastOfCloser, way => way.Closest, (_, bounds, _) => space.Scale(bounds), best, MostCloser);
        if (best is null)
            return null;
        var drawn = Roomy(best, space) ?? best.Routed;
        return new DrawnDiagram(drawn, space.Scale(drawn.Bounds), _font.Narrower);
    }

    /// <param name="least">Bounds that are not larger than those of what is drawn.</param>
    /// <param name="score">Of a way with such bounds and so much untidiness.</param>
    /// <param name="present">The best until now.</param>
    static Choice? Best(
        List<DiagramWay> ways, Func<DiagramWay, Rect> least, Func<DiagramWay, RoutedDiagram?> draw, Func<DiagramWay, Rect, double, double> score, Choice? present, int most)
    {
        List<(Choice Choice, double Score)> choices = present is null ? [] : [(present, score(present.Way, present.Routed.Bounds, present.Routed.Untidiness))];
        foreach (var (way, highest) in ways.Select(way => (way, Highest: score(way, least(way), 0))).OrderByDescending(way => way.Highest).Take(most))
        {
            if (highest < HighestOf(choices) * DiagramLayout.NearlyAsLarge)
                break;
            if (draw(way) is { } routed)
                choices.Add((new Choice(way, routed), score(way, routed.Bounds, routed.Untidiness)));
        }
        var best = HighestOf(choices);
        return choices.Where(choice => choice.Score >= best * DiagramLayout.NearlyAsLarge).Select(choice => choice.Choice).MinBy(choice => choice.Way.BoxShape);
    }

    static double HighestOf(List<(Choice Choice, double Score)> choices) => choices.Select(choice => choice.Score).DefaultIfEmpty(0).Max();

    /// <summary>With as much air as leaves its size and is as tidy.</summary>
    static RoutedDiagram? Roomy(Choice choice, Space space)
    {
        var (scale, untidiness) = (space.Scale(choice.Routed.Bounds) * 0.999, choice.Routed.Untidiness + 1e-6);
        return choice.Way.Arrangement.Roomiest(placed =>
            space.Scale(RoutedDiagram.BoundsOf(placed)) >= scale && choice.Way.Route(placed) is { } routed && space.Scale(routed.Bounds) >= scale && routed.Untidiness <= untidiness ? routed : null);
    }

    sealed record Choice(DiagramWay Way, RoutedDiagram Routed);

    /// <param name="Width">Points.</param>
    /// <param name="Largest">Points for an em.</param>
    sealed record Space(double Width, double Height, double Largest)
    {
        internal double Scale(Rect bounds) => Math.Min(Largest, Math.Min(Width / bounds.Width, Height / bounds.Height));

        internal double Score(DiagramWay way, Rect bounds, double untidiness) => Scale(bounds) * Math.Sqrt(way.Arrangement.Weight) * (1 - Math.Min(MostUntidiness, untidiness));
    }
}
