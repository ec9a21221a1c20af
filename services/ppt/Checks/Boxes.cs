using CourseGen.Ppt.Decks;

namespace CourseGen.Ppt.Checks;

static class Boxes
{
    internal static Box? Shared(this Box one, Box other)
    {
        var (x, y) = (Math.Max(one.X, other.X), Math.Max(one.Y, other.Y));
        var (width, height) = (Math.Min(one.Right, other.Right) - x, Math.Min(one.Bottom, other.Bottom) - y);
        return width > 0 && height > 0 ? new Box(x, y, width, height) : null;
    }

    internal static double Area(this Box box) => box.Width * box.Height;

    internal static bool Holds(this Box outer, Box inner, double slack) =>
        inner.X >= outer.X - slack && inner.Y >= outer.Y - slack && inner.Right <= outer.Right + slack && inner.Bottom <= outer.Bottom + slack;

    /// <summary>The upright rectangle around a turned one.</summary>
    internal static Box Turned(this Box box, double degrees)
    {
        if (degrees == 0)
            return box;
        var (sine, cosine) = (Math.Abs(Math.Sin(degrees * Math.PI / 180)), Math.Abs(Math.Cos(degrees * Math.PI / 180)));
        var (width, height) = ((box.Width * cosine) + (box.Height * sine), (box.Width * sine) + (box.Height * cosine));
        return new Box(box.X + ((box.Width - width) / 2), box.Y + ((box.Height - height) / 2), width, height);
    }
}
