namespace CourseGen.Documents.Diagrams;

/// <summary>
/// The room between layers, where edges change from one place on the cross axis to another. Each change has a lane of its own
/// wherever it would meet another one; lanes are ordered so that few edges cross and none runs on top of another.
/// </summary>
sealed class Channels
{
    const double LaneGap = 0.75;
    const double Straight = 0.02, Near = 0.35;

    readonly LayeredGraph _graph;
    /// <summary>Straight room: beside lanes, without lanes, for an arrow head before a node. Less where layers go down, because height is scarce.</summary>
    readonly double _lanePadding, _plainRoom, _arrowRoom;
    readonly double _spread;
    readonly ILookup<int, Link> _links;

    public Channels(LayeredGraph graph, IEnumerable<Link> links, bool right, Room room)
    {
        (_graph, _spread) = (graph, room.Main);
        (_lanePadding, _plainRoom, _arrowRoom) = right ? (0.5, 0.4, 1.15) : (0.4, 0.36, 0.95);
        _links = links.ToLookup(link => link.From.Layer);
    }

    /// <summary>Places layers along the main axis and gives each link its turn.</summary>
    public void Place()
    {
        var main = PlaceChannel(-1, 0);
        for (var layer = 0; layer < _graph.Layers.Count; layer++)
        {
            var thickness = _graph.Layers[layer].Max(cell => cell.MainSize);
            foreach (var cell in _graph.Layers[layer])
                cell.Main = main + thickness / 2;
            main = PlaceChannel(layer, main + thickness);
        }
    }

    /// <returns>Where the channel ends.</returns>
    double PlaceChannel(int channel, double start)
    {
        var turning = _links[channel].Where(link => Math.Abs(From(link) - To(link)) > Straight).ToList();
        var lanes = AssignLanes(Order(turning));
        var count = lanes.Values.Select(lane => lane + 1).DefaultIfEmpty(0).Max();
        var edge = channel < 0 || channel == _graph.Layers.Count - 1;
        var room = count > 0 ? (2 * _lanePadding + (count - 1) * LaneGap) * _spread : edge ? 0 : _plainRoom * (channel % 2 == 0 ? 1 : 0.4) * _spread;
        foreach (var (link, lane) in lanes)
            link.Turn = start + (_lanePadding + lane * LaneGap) * _spread;
        var arrow = channel % 2 != 0 && !(edge && count == 0) ? _arrowRoom * (1 + (_spread - 1) / 2) : 0;
        return start + room + arrow;
    }

    static double From(Link link) => link.From.Cross + link.FromPort;

    static double To(Link link) => link.To.Cross + link.ToPort;

    static List<Link> Order(List<Link> links)
    {
        var order = links.OrderBy(From).ToList();
        for (var round = 0; round < order.Count; round++)
        {
            for (var i = 1; i < order.Count; i++)
            {
                if (Cost(order[i], order[i - 1]) < Cost(order[i - 1], order[i]))
                    (order[i - 1], order[i]) = (order[i], order[i - 1]);
            }
        }
        return order;
    }

    /// <summary>What it costs when the first link turns before the second one.</summary>
    static int Cost(Link first, Link second)
    {
        var crossings = (Within(From(second), first) ? 1 : 0) + (Within(To(first), second) ? 1 : 0);
        return crossings + (Math.Abs(To(first) - From(second)) < Near ? 10 : 0);
    }

    static bool Within(double place, Link link) => place > Math.Min(From(link), To(link)) && place < Math.Max(From(link), To(link));

    static Dictionary<Link, int> AssignLanes(List<Link> order)
    {
        var lanes = new Dictionary<Link, int>();
        foreach (var link in order)
            lanes[link] = lanes.Where(earlier => Meet(earlier.Key, link)).Select(earlier => earlier.Value + 1).DefaultIfEmpty(0).Max();
        return lanes;
    }

    static bool Meet(Link a, Link b) =>
        Math.Min(From(a), To(a)) - Near < Math.Max(From(b), To(b)) && Math.Min(From(b), To(b)) - Near < Math.Max(From(a), To(a));
}
