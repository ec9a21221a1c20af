using CourseGen.Contracts.Documents;

namespace CourseGen.Documents.Diagrams;

/// <summary>
/// Where cells stand within their layers, and where edges touch them: each cell goes as near to what it is joined with as the
/// distances to its neighbours allow, again and again until it settles.
/// </summary>
static class CrossPlacement
{
    const int Rounds = 40;
    const double NodeGap = 1.6, LineGap = 0.9, LabelGap = 0.6;
    /// <summary>Distance of two edges at one side of a node.</summary>
    const double PortStep = 1.0;
    /// <summary>Corners that no edge touches.</summary>
    const double Corner = 0.55;
    /// <summary>How far beside a node's middle an edge may leave so that it goes straight.</summary>
    const double StraightReach = 1.6;
    const int StraightRounds = 3;
    const double Fixed = 1e6, StraightWeight = 1e6;

    public static void Place(LayeredGraph graph, Room room)
    {
        foreach (var layer in graph.Layers)
            Settle(layer, room, _ => new Wish(0, 1));
        for (var round = 0; round < Rounds; round++)
        {
            PlacePorts(graph.NodeCells, aligned: false);
            foreach (var layer in round % 2 == 0 ? graph.Layers : graph.Layers.Reverse())
                Settle(layer, room, Wished);
        }
        PlacePorts(graph.NodeCells, aligned: false);
        Straighten(graph, room);
    }

    static void Settle(List<Cell> layer, Room room, Func<Cell, Wish> wish)
    {
        var distances = layer.Select((cell, i) => i == 0 ? 0 : Distance(layer[i - 1], cell, room)).ToArray();
        var places = Spacing.Solve([.. layer.Select(wish)], distances);
        foreach (var (i, cell) in layer.Index())
            cell.Cross = places[i];
    }

    static double Distance(Cell a, Cell b, Room room)
    {
        var gap = a.Node is not null && b.Node is not null ? NodeGap * room.Cross
            : a.IsLine || b.IsLine ? LineGap
            : LabelGap;
        return (a.CrossSize + b.CrossSize) / 2 + gap;
    }

    static Wish Wished(Cell cell)
    {
        var (sum, weight) = (0.0, 0.0);
        foreach (var link in cell.In)
            Add(link, link.From.Cross + link.FromPort - link.ToPort);
        foreach (var link in cell.Out)
            Add(link, link.To.Cross + link.ToPort - link.FromPort);
        return weight > 0 ? new Wish(sum / weight, weight) : new Wish(cell.Cross, 0.1);

        void Add(Link link, double place)
        {
            var pull = Pull(link);
            sum += place * pull;
            weight += pull;
        }
    }

    /// <summary>An edge stays straight within itself first, then at the end where it is alone.</summary>
    static double Pull(Link link)
    {
        if (link.From.Node is null && link.To.Node is null)
            return 8;
        var alone = link.From.Node is not null ? link.From.Out.Count == 1 : link.To.In.Count == 1;
        return alone ? 3 : 1;
    }

    /// <summary>Nodes stay; each edge runs level with the end where it is alone, or beside the node that is in its way.</summary>
    static void Straighten(LayeredGraph graph, Room room)
    {
        var levels = graph.Routes.ToDictionary(route => route, Level);
        for (var round = 0; round < StraightRounds; round++)
        {
            var wishes = graph.Routes.SelectMany(route => Between(route).Select(cell => (cell, levels[route]))).ToDictionary();
            foreach (var layer in graph.Layers)
                Settle(layer, room, cell => wishes.TryGetValue(cell, out var level) ? new Wish(level, 1) : new Wish(cell.Cross, Fixed));
            foreach (var route in graph.Routes)
                levels[route] = Between(route).Select(cell => cell.Cross).MaxBy(cross => Math.Abs(cross - levels[route]));
        }
    }

    static IEnumerable<Cell> Between(Route route) => route.Links.Skip(1).Select(link => link.From);

    static double Level(Route route)
    {
        var (first, last) = (route.Links[0], route.Links[^1]);
        return last.To.In.Count == 1 && first.From.Out.Count > 1 ? last.To.Cross + last.ToPort : first.From.Cross + first.FromPort;
    }

    /// <summary>Ports of all nodes, on the cross axis relative to the node's middle; lines and labels are passed in their middle.</summary>
    /// <param name="aligned">Move ports to where their edge goes straight.</param>
    public static void PlacePorts(IEnumerable<Cell> nodes, bool aligned)
    {
        foreach (var node in nodes)
        {
            PlaceSide(node, node.Out, link => link.To.Cross + (aligned ? link.ToPort : 0), (link, port) => link.FromPort = port, aligned);
            PlaceSide(node, node.In, link => link.From.Cross + (aligned ? link.FromPort : 0), (link, port) => link.ToPort = port, aligned);
        }
    }

    static void PlaceSide(Cell node, List<Link> links, Func<Link, double> target, Action<Link, double> place, bool aligned)
    {
        if (links.Count == 0)
            return;
        var reach = Math.Max(0.1, node.Node!.Node.Shape == NodeShape.Diamond ? node.CrossSize * 0.22 : node.CrossSize / 2 - Corner);
        var step = links.Count == 1 ? 0 : Math.Min(PortStep, 2 * reach / (links.Count - 1));
        var sorted = links.OrderBy(target).ToList();
        var wishes = sorted.Select((link, i) =>
        {
            var straight = target(link) - node.Cross;
            return aligned && Math.Abs(straight) <= Math.Min(reach, StraightReach)
                ? new Wish(straight, StraightWeight)
                : new Wish((i - (links.Count - 1) / 2.0) * step, 1);
        });
        var ports = Spacing.Solve([.. wishes], [.. sorted.Select(_ => step)]);
        foreach (var (i, link) in sorted.Index())
            place(link, Math.Min(Math.Max(ports[i], i * step - reach), reach - (sorted.Count - 1 - i) * step));
    }
}
