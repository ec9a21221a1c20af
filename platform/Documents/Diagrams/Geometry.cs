using System.Runtime.InteropServices;

namespace CourseGen.Documents.Diagrams;

/// <summary>A place, y downwards.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Point(double X, double Y)
{
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);
    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);
    public static Point operator *(Point a, double factor) => new(a.X * factor, a.Y * factor);

    public double Length => Math.Sqrt(X * X + Y * Y);

    /// <summary>Of length 1; zero stays zero.</summary>
    public Point Normalized() => Length is var length && length > 0 ? this * (1 / length) : this;

    /// <summary>Turned by 90 degrees.</summary>
    public Point Turned() => new(-Y, X);

    public static Point Between(Point a, Point b, double share) => a + (b - a) * share;
}

/// <summary>A box, y downwards.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Rect(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;
    public double Bottom => Y + Height;
    public Point Centre => new(X + Width / 2, Y + Height / 2);

    public static Rect Around(Point centre, double width, double height) => new(centre.X - width / 2, centre.Y - height / 2, width, height);

    public bool Overlaps(Rect other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public bool Contains(Rect other) => other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;

    public Rect Grown(double by) => new(X - by, Y - by, Width + 2 * by, Height + 2 * by);
}
