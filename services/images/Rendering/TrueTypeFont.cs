using System.Buffers.Binary;
using System.Collections.Concurrent;
using CourseGen.Documents.Fonts;

namespace CourseGen.Images.Rendering;

/// <summary>The bundled font with its outlines: how its characters look.</summary>
sealed class TrueTypeFont
{
    static readonly Lazy<TrueTypeFont> Regular = new(() => new TrueTypeFont(FontFile.LiberationSans(bold: false)));
    static readonly Lazy<TrueTypeFont> Bold = new(() => new TrueTypeFont(FontFile.LiberationSans(bold: true)));

    readonly GlyphTable _glyphs;
    readonly ConcurrentDictionary<int, IReadOnlyList<IReadOnlyList<GlyphPoint>>> _contours = new();

    TrueTypeFont(FontFile file)
    {
        File = file;
        var longOffsets = BinaryPrimitives.ReadInt16BigEndian(file.Table("head").Span[50..]) == 1;
        _glyphs = new GlyphTable(file.Table("glyf"), file.Table("loca"), longOffsets);
    }

    public FontFile File { get; }

    public static TrueTypeFont Of(bool bold) => (bold ? Bold : Regular).Value;

    public IReadOnlyList<IReadOnlyList<GlyphPoint>> Contours(int glyph) => _contours.GetOrAdd(glyph, _glyphs.Read);
}
