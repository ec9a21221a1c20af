using System.Buffers;
using CourseGen.Documents.Diagrams;

namespace CourseGen.Images.Rendering;

/// <summary>
/// A picture as pixels. Areas are filled with exact coverage: each edge adds to every pixel it passes the signed share of that
/// pixel that lies right of it, so a running sum along a row is the winding number, and its fraction the anti-aliasing.
/// </summary>
sealed class Canvas(int width, int height) : IDisposable
{
    /// <summary>
    /// Steps of anti-aliasing, few enough for a diagram to need at most 256 colors; see <see cref="Png"/>. Translucent areas, which
    /// are faint, have hard edges for the same reason.
    /// </summary>
    const int Levels = 16;

    /// <summary>Pixels of the largest picture that is drawn, with room for the spare columns of <see cref="Coverage"/>.</summary>
    const int LargestPicture = 1 << 21;

    /// <summary>Pools of their own, because the shared one keeps an array of this size for every thread that ever drew.</summary>
    static readonly ArrayPool<int> PixelPool = ArrayPool<int>.Create(LargestPicture, Environment.ProcessorCount);
    static readonly ArrayPool<float> CellPool = ArrayPool<float>.Create(LargestPicture, Environment.ProcessorCount);

    readonly int[] _pixels = NewPixels(width * height);

    public int Width { get; } = width;
    public int Height { get; } = height;

    /// <summary>Row by row, <c>0xRRGGBB</c>.</summary>
    public ReadOnlySpan<int> Pixels => _pixels.AsSpan(0, Width * Height);

    public void Dispose() => PixelPool.Return(_pixels);

    public static Canvas Of(Drawing drawing)
    {
        var canvas = new Canvas(drawing.Width, drawing.Height);
        foreach (var shape in drawing.Shapes)
            canvas.Add(shape);
        return canvas;
    }

    void Add(Shape shape)
    {
        switch (shape)
        {
            case Area area:
                Fill(area.Path.Flatten(), area.Paint);
                break;
            case Stroke stroke:
                Fill(Stroker.Widen(stroke.Path, stroke.Width), Paint.Flat(stroke.Color));
                break;
            case TextLine text:
                Fill(TextOutline.Of(text), Paint.Flat(text.Color));
                break;
        }
    }

    void Fill(List<List<Point>> contours, Paint paint)
    {
        var points = contours.SelectMany(contour => contour);
        if (!points.Any())
            return;
        var left = Math.Clamp((int)Math.Floor(points.Min(point => point.X)), 0, Width);
        var right = Math.Clamp((int)Math.Ceiling(points.Max(point => point.X)), 0, Width);
        var top = Math.Clamp((int)Math.Floor(points.Min(point => point.Y)), 0, Height);
        var bottom = Math.Clamp((int)Math.Ceiling(points.Max(point => point.Y)), 0, Height);
        if (left >= right || top >= bottom)
            return;
        var coverage = new Coverage(left, top, right - left, bottom - top);
        foreach (var contour in contours)
        {
            for (var i = 0; i < contour.Count; i++)
                coverage.AddEdge(contour[i], contour[(i + 1) % contour.Count]);
        }
        for (var y = top; y < bottom; y++)
        {
            var color = paint.IsFlat ? paint.Top : paint.Top.Towards(paint.Bottom, (double)(y - top) / Math.Max(1, bottom - top - 1));
            FillRow(coverage.Row(y - top), y * Width + left, color, paint.Opacity, paint.Opacity < 1 ? 1 : Levels);
        }
        coverage.Release();
    }

    void FillRow(ReadOnlySpan<float> row, int offset, Color color, double opacity, int levels)
    {
        var winding = 0f;
        for (var x = 0; x < row.Length; x++)
        {
            winding += row[x];
            var level = (int)(Math.Min(1, Math.Abs(winding)) * levels + 0.5f);
            if (level == 0)
                continue;
            ref var pixel = ref _pixels[offset + x];
            pixel = level == levels && opacity >= 1 ? color.Rgb : Color.Of(pixel).Towards(color, level * opacity / levels).Rgb;
        }
    }

    static int[] NewPixels(int count)
    {
        var pixels = PixelPool.Rent(count); // megabytes: pictures follow one another
        pixels.AsSpan(0, count).Fill(Color.White.Rgb);
        return pixels;
    }

    /// <summary>The changes of coverage within a rectangle of pixels; one more column holds what lies right of it.</summary>
    readonly struct Coverage
    {
        readonly int _left, _top, _width, _height;
        readonly float[] _cells;

        public Coverage(int left, int top, int width, int height)
        {
            (_left, _top, _width, _height) = (left, top, width, height);
            _cells = CellPool.Rent((width + 2) * height);
            Array.Clear(_cells, 0, (width + 2) * height);
        }

        public ReadOnlySpan<float> Row(int y) => _cells.AsSpan(y * (_width + 2), _width);

        public void Release() => CellPool.Return(_cells);

        public void AddEdge(Point from, Point to)
        {
            var sign = from.Y < to.Y ? 1f : -1f;
            var (upper, lower) = from.Y < to.Y ? (from, to) : (to, from);
            var (y0, y1) = (upper.Y - _top, lower.Y - _top);
            if (y0 >= y1)
                return;
            var slope = (lower.X - upper.X) / (y1 - y0);
            var last = Math.Min(_height, (int)Math.Ceiling(y1));
            for (var y = Math.Max(0, (int)Math.Floor(y0)); y < last; y++)
            {
                var (start, end) = (Math.Max(y0, y), Math.Min(y1, y + 1));
                var x0 = upper.X - _left + (start - y0) * slope;
                var x1 = upper.X - _left + (end - y0) * slope;
                AddInRow(y, Math.Clamp(x0, 0, _width), Math.Clamp(x1, 0, _width), sign * (end - start));
            }
        }

        /// <summary>Spreads the height that an edge has in a row over the pixels it passes there.</summary>
        void AddInRow(int y, double x0, double x1, double height)
        {
            var row = _cells.AsSpan(y * (_width + 2), _width + 2);
            var (left, right) = x0 < x1 ? (x0, x1) : (x1, x0);
            var share = right > left ? height / (right - left) : 0;
            for (var x = (int)left; ; x++)
            {
                var (start, end) = (Math.Max(left, x), Math.Min(right, x + 1));
                var part = right > left ? share * (end - start) : height;
                var covered = x + 1 - (start + end) / 2;
                row[x] += (float)(part * covered);
                row[x + 1] += (float)(part * (1 - covered));
                if (right <= x + 1)
                    return;
            }
        }
    }
}
