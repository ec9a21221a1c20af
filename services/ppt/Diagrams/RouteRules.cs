using CourseGen.Documents.Diagrams;

namespace CourseGen.Ppt.Diagrams;

/// <summary>What an arrow may not do, and what it costs where it may. Lengths in em.</summary>
static class RouteRules
{
    /// <summary>Between an arrow and a box that it does not join, and of an arrow from where it leaves to where it first turns.</summary>
    internal const double Clearance = 0.5;
    /// <summary>Of the last piece, whose head must be seen.</summary>
    internal const double LastPiece = 0.8;
    /// <summary>Between lines side by side.</summary>
    internal const double LaneGap = 0.55;
    internal const double Blocked = double.PositiveInfinity;
    internal const double Bend = 5;
    /// <summary>What an em costs where another arrow has the same line.</summary>
    internal const double LeastPerEm = 0.5;
    const double Crossing = 12, Level = 1e-3, CrossingRoom = 0.3;

    /// <summary>Beside other arrows: none runs on top of another unless they leave the same shape or come to the same; others may be crossed.</summary>
    internal static double CostBeside(RoutePiece piece, IReadOnlyList<(RoutePiece Piece, bool MayShare)> others)
    {
        var cost = piece.Length;
        foreach (var (other, mayShare) in others)
        {
            cost += other.IsLevel == piece.IsLevel ? CostAlong(piece, other, mayShare) : CostAcross(piece, other, mayShare);
            if (double.IsPositiveInfinity(cost))
                return cost;
        }
        return cost;
    }

    static double CostAlong(RoutePiece piece, RoutePiece other, bool mayShare)
    {
        var distance = Math.Abs(piece.At - other.At);
        var shared = Math.Min(piece.High, other.High) - Math.Max(piece.Low, other.Low);
        if (distance >= LaneGap || shared <= -CrossingRoom)
            return 0;
        return mayShare && distance < Level ? -(1 - LeastPerEm) * Math.Max(0, shared)
            : mayShare && shared <= Level ? 0
            : Blocked;
    }

    static double CostAcross(RoutePiece piece, RoutePiece other, bool mayShare)
    {
        if (other.At < piece.Low - Level || other.At >= piece.High || piece.At < other.Low - CrossingRoom || piece.At > other.High + CrossingRoom)
            return 0;
        var inside = piece.At > other.Low + CrossingRoom && piece.At < other.High - CrossingRoom;
        return inside ? Crossing : mayShare ? 0 : Blocked;
    }

    /// <summary>It stays away from boxes; from its own ends too, but for the lines on which it leaves and comes.</summary>
    internal static bool Meets(RoutePiece piece, Rect box, bool isStart, bool isEnd)
    {
        if (!isStart && !isEnd)
            return box.Grown(Clearance).Overlaps(piece.Box);
        if (box.Grown(-0.01).Overlaps(piece.Box))
            return true;
        var axis = piece.IsLevel ? box.Centre.Y : box.Centre.X;
        return Math.Abs(piece.At - axis) > Level && box.Grown(isEnd ? LastPiece - Level : Clearance - Level).Overlaps(piece.Box);
    }
}
