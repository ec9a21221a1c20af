using CourseGen.Documents.Diagrams;

namespace CourseGen.Ppt.Diagrams;

/// <summary>Finds an arrow's cheapest way on the grid: short, with few turns, crossing little (the A* algorithm).</summary>
sealed class RouteSearch(PlacedDiagram placed, RouteGrid grid)
{
    /// <summary>What it costs to leave or come at another side than the layout does.</summary>
    const double OtherSide = 12, OtherSideOfDiamond = 2;
    const double Rounding = 1e-9;
    static readonly (int X, int Y)[] Directions = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    readonly Lazy<int[]> _meets = new(() => Meets(placed, grid));

    /// <param name="edge">Index.</param>
    /// <param name="others">The other arrows.</param>
    /// <returns>Null where there is no way.</returns>
    internal List<Point>? Find(int edge, IReadOnlyList<(RoutePiece Piece, bool MayShare)> others)
    {
        var (from, to) = (placed.Edges[edge].From, placed.Edges[edge].To);
        var target = placed.Nodes[to].Box;
        var steps = new double[grid.Xs.Count * grid.Ys.Count * 2];
        Array.Fill(steps, double.NaN);
        var states = grid.Xs.Count * grid.Ys.Count * Directions.Length;
        var (costs, before) = (new double[states], new int[states]);
        Array.Fill(costs, RouteRules.Blocked);
        var open = new PriorityQueue<int, double>();
        foreach (var (state, cost) in Sides(from, LayoutSide(edge, leaving: true), leaving: true))
            Reach(state, cost, -1);
        var ends = Sides(to, LayoutSide(edge, leaving: false), leaving: false).ToDictionary(side => side.State, side => side.Cost);
        var (best, end) = (RouteRules.Blocked, -1);
        while (open.TryDequeue(out var state, out var least) && least < best)
        {
            var cost = costs[state];
            if (least > cost + Ahead(state) + Rounding)
                continue;
            if (ends.TryGetValue(state, out var side) && before[state] >= 0 && cost + side < best)
                (best, end) = (cost + side, state);
            for (var turn = 0; turn < Directions.Length; turn++)
                Step(state, turn, cost);
        }
        return end < 0 ? null : Points(end, before);

        void Step(int state, int direction, double cost)
        {
            var (x, y, came) = Parts(state);
            if ((came + 2) % 4 == direction || (came != direction && before[state] < 0))
                return;
            var (nextX, nextY) = (x + Directions[direction].X, y + Directions[direction].Y);
            if (nextX < 0 || nextY < 0 || nextX >= grid.Xs.Count || nextY >= grid.Ys.Count)
                return;
            var slot = Slot(grid, Math.Min(x, nextX), Math.Min(y, nextY), level: direction % 2 == 0);
            if (double.IsNaN(steps[slot]))
                steps[slot] = IsFree(x, y, direction, from, to) ? RouteRules.CostBeside(RoutePiece.Between(grid.At(x, y), grid.At(nextX, nextY)), others) : RouteRules.Blocked;
            var step = steps[slot];
            if (!double.IsPositiveInfinity(step))
                Reach(State(nextX, nextY, direction), cost + step + (came == direction ? 0 : RouteRules.Bend), state);
        }

        void Reach(int state, double cost, int origin)
        {
            if (cost >= costs[state])
                return;
            (costs[state], before[state]) = (cost, origin);
            open.Enqueue(state, cost + Ahead(state));
        }

        double Ahead(int state)
        {
            var (x, y, _) = Parts(state);
            var away = new Point(Math.Max(0, Math.Max(target.X - grid.Xs[x], grid.Xs[x] - target.Right)), Math.Max(0, Math.Max(target.Y - grid.Ys[y], grid.Ys[y] - target.Bottom)));
            return RouteRules.LeastPerEm * (away.X + away.Y);
        }
    }

    int State(int x, int y, int direction) => (((x * grid.Ys.Count) + y) * Directions.Length) + direction;

    (int X, int Y, int Direction) Parts(int state) => (state / Directions.Length / grid.Ys.Count, state / Directions.Length % grid.Ys.Count, state % Directions.Length);

    /// <summary>The middles of a shape's sides with the direction in which an arrow goes there.</summary>
    IEnumerable<(int State, double Cost)> Sides(int node, int usual, bool leaving)
    {
        var (box, other) = (placed.Nodes[node].Box, placed.Nodes[node].Node.Shape == Contracts.Documents.NodeShape.Diamond && leaving ? OtherSideOfDiamond : OtherSide);
        for (var side = 0; side < Directions.Length; side++)
        {
            var (x, y) = Directions[side];
            var point = box.Centre + new Point(x * box.Width / 2, y * box.Height / 2);
            yield return (State(grid.IndexOfX(point.X), grid.IndexOfY(point.Y), leaving ? side : (side + 2) % 4), side == usual ? 0 : other);
        }
    }

    /// <returns>Index of the direction from the shape's middle to the side at which the layout has the arrow.</returns>
    int LayoutSide(int edge, bool leaving)
    {
        var points = placed.Edges[edge].Points;
        var (at, next) = leaving ? (points[0], points[1]) : (points[^1], points[^2]);
        return RoutePiece.SideOf(at, next);
    }

    /// <summary>No shape is in the way of a step but those that the arrow joins, and those only as it may meet them.</summary>
    bool IsFree(int x, int y, int direction, int from, int to)
    {
        var (fromX, fromY) = (x + Math.Min(0, Directions[direction].X), y + Math.Min(0, Directions[direction].Y));
        var level = direction % 2 == 0;
        var ends = (1 << from) | (1 << to);
        if ((_meets.Value[Slot(grid, fromX, fromY, level)] & ~ends) != 0)
            return false;
        var piece = RoutePiece.Between(grid.At(fromX, fromY), level ? grid.At(fromX + 1, fromY) : grid.At(fromX, fromY + 1));
        return !RouteRules.Meets(piece, placed.Nodes[from].Box, isStart: true, isEnd: from == to) && !RouteRules.Meets(piece, placed.Nodes[to].Box, isStart: from == to, isEnd: true);
    }

    static int Slot(RouteGrid grid, int x, int y, bool level) => (((x * grid.Ys.Count) + y) * 2) + (level ? 0 : 1);

    /// <summary>By step to the right and down: which shapes it comes too near to.</summary>
    static int[] Meets(PlacedDiagram placed, RouteGrid grid)
    {
        var meets = new int[grid.Xs.Count * grid.Ys.Count * 2];
        for (var x = 0; x < grid.Xs.Count; x++)
        {
            for (var y = 0; y < grid.Ys.Count; y++)
            {
                foreach (var (node, index) in placed.Nodes.Select((node, index) => (node, index)))
                {
                    if (x + 1 < grid.Xs.Count && RouteRules.Meets(RoutePiece.Between(grid.At(x, y), grid.At(x + 1, y)), node.Box, isStart: false, isEnd: false))
                        meets[Slot(grid, x, y, level: true)] |= 1 << index;
                    if (y + 1 < grid.Ys.Count && RouteRules.Meets(RoutePiece.Between(grid.At(x, y), grid.At(x, y + 1)), node.Box, isStart: false, isEnd: false))
                        meets[Slot(grid, x, y, level: false)] |= 1 << index;
                }
            }
        }
        return meets;
    }

    List<Point> Points(int end, int[] before)
    {
        var points = new List<Point>();
        for (var (state, last) = (end, -1); state >= 0; (state, last) = (before[state], state))
        {
            var (x, y, direction) = Parts(state);
            if (last < 0 || before[state] < 0 || direction != Parts(last).Direction)
                points.Add(grid.At(x, y));
        }
        points.Reverse();
        return points;
    }
}
