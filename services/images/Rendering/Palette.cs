using System.Runtime.InteropServices;

namespace CourseGen.Images.Rendering;

/// <summary>
/// The colors of a picture that has few. A diagram has at most some hundred, nearly all of them shades at the edges of letters: the
/// rarest ones beyond 256 become the nearest that is kept, which nobody sees.
/// </summary>
sealed class Palette
{
    const int Size = 256, MostColors = 512;

    readonly Dictionary<int, byte> _indices = [];

    Palette(Dictionary<int, int> counts)
    {
        // Counts first, then the color itself, so that equal pictures have equal palettes.
        var colors = counts.OrderByDescending(color => color.Value).ThenBy(color => color.Key).Select(color => color.Key).ToArray();
        Entries = [.. colors.Take(Size).SelectMany(rgb => new[] { (byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb })];
        foreach (var (index, color) in colors.Index())
            _indices[color] = (byte)(index < Size ? index : Nearest(colors, color));
    }

    /// <summary>Red, green, blue of each color.</summary>
    public byte[] Entries { get; }

    /// <returns>Null when the picture has too many colors.</returns>
    public static Palette? TryMake(Canvas canvas)
    {
        var counts = new Dictionary<int, int>();
        var pixels = canvas.Pixels;
        for (var (start, end) = (0, 0); start < pixels.Length; start = end)
        {
            var color = pixels[start];
            var run = pixels[start..].IndexOfAnyExcept(color);
            end = run < 0 ? pixels.Length : start + run;
            CollectionsMarshal.GetValueRefOrAddDefault(counts, color, out _) += end - start;
            if (counts.Count > MostColors)
                return null;
        }
        return new Palette(counts);
    }

    /// <summary>A row's indices.</summary>
    public void Index(ReadOnlySpan<int> pixels, Span<byte> row)
    {
        for (var x = 0; x < pixels.Length;)
        {
            var run = pixels[x..].IndexOfAnyExcept(pixels[x]);
            run = run < 0 ? pixels.Length - x : run;
            row.Slice(x, run).Fill(_indices[pixels[x]]);
            x += run;
        }
    }

    static int Nearest(int[] colors, int wanted) => Enumerable.Range(0, Size).MinBy(index => Distance(colors[index], wanted));

    static int Distance(int a, int b)
    {
        var (red, green, blue) = ((a >> 16 & 255) - (b >> 16 & 255), (a >> 8 & 255) - (b >> 8 & 255), (a & 255) - (b & 255));
        return red * red + green * green + blue * blue;
    }
}
