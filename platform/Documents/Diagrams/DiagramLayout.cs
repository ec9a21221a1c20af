using CourseGen.Contracts.Documents;

namespace CourseGen.Documents.Diagrams;

/// <summary>Where a diagram is to be shown.</summary>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
/// <param name="Margin">On each side, in em.</param>
public sealed record DiagramSpace(double Width, double Height, double Margin)
{
    /// <summary>What a slide has for a picture beside its text and above a caption. A picture has a margin of its own.</summary>
    public static readonly DiagramSpace Picture = new(540, 344, 24 / 28.0);
}

/// <summary>
/// Chooses how to lay a diagram out: its own direction unless its text would be much smaller than another way, boxes as wide as
/// gives the largest text, then as much air as fits.
/// </summary>
public static class DiagramLayout
{
    /// <summary>Text is at most this large on a slide, in points, with two nodes and with ten; room beyond that becomes air.</summary>
    const double Largest = 20, LargestOfMany = 15;
    const int MostNodes = 10;

    /// <summary>Of arrangements whose text is so near the largest, the one with the most pleasant boxes is chosen.</summary>
    public const double NearlyAsLarge = 0.97;

    /// <param name="space">Null: a picture's.</param>
    public static PlacedDiagram Place(Diagram diagram, DiagramSpace? space = null)
    {
        space ??= DiagramSpace.Picture;
        var largest = LargestText(diagram);
        double Scale(PlacedDiagram placed) => Math.Min(largest, TextSize(placed, space));

        var choices = DiagramArrangement.Of(diagram)
            .Select(arrangement => (Arrangement: arrangement, Tightest: arrangement.Place(Room.Least)))
            .Where(choice => choice.Tightest is not null)
            .Select(choice => (choice.Arrangement, Scale: Scale(choice.Tightest!), Shape: BoxShape(choice.Tightest!)))
            .ToList();
        var best = choices.Max(choice => choice.Scale * choice.Arrangement.Weight);
        var (chosen, scale, _) = choices.Where(choice => choice.Scale * choice.Arrangement.Weight >= best * NearlyAsLarge).MinBy(choice => choice.Shape);
        return chosen.Roomiest(placed => Scale(placed) >= scale * 0.999 ? placed : null)!;
    }

    /// <summary>In points: what text on a slide needs at most.</summary>
    public static double LargestText(Diagram diagram) => Largest - (Largest - LargestOfMany) * (diagram.Nodes.Count - 2) / (MostNodes - 2);

    /// <summary>Points per em when the diagram fills its place.</summary>
    public static double TextSize(PlacedDiagram placed, DiagramSpace space) =>
        Math.Min(space.Width / (placed.Bounds.Width + 2 * space.Margin), space.Height / (placed.Bounds.Height + 2 * space.Margin));

    /// <summary>How far boxes are from the pleasant shape of a box, twice as wide as it is high.</summary>
    public static double BoxShape(PlacedDiagram placed) => placed.Nodes.Average(node => Math.Abs(Math.Log(node.Box.Width / node.Box.Height / 2.2)));
}
