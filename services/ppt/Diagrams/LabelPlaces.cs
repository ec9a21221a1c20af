using System.Runtime.InteropServices;
using CourseGen.Documents.Diagrams;

namespace CourseGen.Ppt.Diagrams;

/// <summary>
/// Where the labels of arrows stand: on a part of its own arrow that no other shares, or beside it, clear of shapes, other arrows and other labels.
/// </summary>
sealed class LabelPlaces(PlacedDiagram placed, IReadOnlyList<ConnectorRoute> routes, DiagramFont font)
{
    /// <summary>Em between a label and shapes, lines and other labels.</summary>
    internal const double Margin = 0.2;
    /// <summary>Em of its own line that is seen before and after a label, and of the arrow's head.</summary>
    const double Seen = 0.35, Head = 0.8;
    const double Aside = 0.12, Step = 0.2, CostAside = 3;
    const int MostTries = 4000;

    [StructLayout(LayoutKind.Auto)]
    readonly record struct Place(Rect Box, double Cost);

    /// <returns>By arrow, its label's place; and the arrows whose labels have none.</returns>
    internal (IReadOnlyList<Rect?> Labels, List<int> Without) Choose()
    {
        var labels = new Rect?[routes.Count];
        var choices = routes.Select((route, index) => (Edge: index, Places: route.Edge.Text is { } text ? Clear(index, text) : null)).Where(choice => choice.Places is not null)
            .Select(choice => (choice.Edge, Places: choice.Places!)).OrderBy(choice => choice.Places.Count).ToList();
        var without = choices.Where(choice => choice.Places.Count == 0).Select(choice => choice.Edge).ToList();
        var tries = 0;
        if (without.Count == 0 && !Settle(0))
            without = [.. choices.Select(choice => choice.Edge)];
        return (labels, without);

        bool Settle(int at)
        {
            if (at == choices.Count)
                return true;
            foreach (var place in choices[at].Places)
            {
                if (++tries > MostTries)
                    return false;
                if (choices.Take(at).Any(earlier => labels[earlier.Edge]!.Value.Grown(Margin).Overlaps(place.Box)))
                    continue;
                labels[choices[at].Edge] = place.Box;
                if (Settle(at + 1))
                    return true;
            }
            return false;
        }
    }

    /// <summary>The preferred ones first.</summary>
    List<Place> Clear(int edge, string text)
    {
        var foreign = routes.Where((_, index) => index != edge).SelectMany(route => route.Pieces).Select(piece => piece.Box).ToList();
        return [.. Places(routes[edge], font.LabelWidth(text), font.LabelHeight)
            .Where(place => place.Box.Grown(Margin) is var around && !placed.Nodes.Any(node => node.Box.Overlaps(around)) && !foreign.Exists(around.Overlaps))
            .OrderBy(place => place.Cost)];
    }

    static IEnumerable<Place> Places(ConnectorRoute route, double width, double height)
    {
        for (var index = 0; index < route.Pieces.Count; index++)
        {
            var (from, to) = (route.Points[index], route.Points[index + 1]);
            var (isFirst, isLast) = (index == 0, index == route.Pieces.Count - 1);
            var level = route.Pieces[index].IsLevel;
            var own = route.Pieces.Where((_, at) => at != index).Select(piece => piece.Box).ToList();
            foreach (var (place, aside) in Along(from, to, level ? width : height, level ? height : width, isLast))
            {
                var centre = from + ((to - from).Normalized() * place) + (level ? new Point(0, aside) : new Point(aside, 0));
                var box = Rect.Around(centre, width, height);
                if (!own.Exists(box.Grown(Aside / 2).Overlaps))
                    yield return new Place(box, Cost(place, (to - from).Length - (isLast ? Head : 0), aside) + (isFirst || isLast ? 0 : 0.5));
            }
        }
    }

    /// <summary>In the middle of a piece before others, on it before beside it.</summary>
    static double Cost(double place, double length, double aside) => Math.Abs(place - (length / 2)) + (aside == 0 ? 0 : CostAside) + (aside > 0 ? 0.1 : 0);

    /// <param name="along">The label's size in the direction of the piece, and then across it.</param>
    static IEnumerable<(double Place, double Aside)> Along(Point from, Point to, double along, double across, bool isLast)
    {
        var length = (to - from).Length;
        var end = length - (isLast ? Head : Seen);
        for (var place = Seen + (along / 2); place <= end - (along / 2) + 1e-9; place += Step)
            yield return (place, 0);
        var aside = (across / 2) + Aside;
        for (var place = 0.0; place <= end; place += Step)
        {
            yield return (place, -aside);
            yield return (place, aside);
        }
    }
}
