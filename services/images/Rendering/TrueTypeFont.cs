using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;

namespace CourseGen.Images.Rendering;

/// <summary>A bundled TrueType font (Liberation Sans, SIL OFL 1.1): which characters it has, how wide they are, how they look.</summary>
sealed class TrueTypeFont
{
    static readonly Lazy<TrueTypeFont> Regular = new(() => Load("LiberationSans-Regular"));
    static readonly Lazy<TrueTypeFont> Bold = new(() => Load("LiberationSans-Bold"));

    readonly byte[] _file;
    readonly Dictionary<string, Range> _tables;
    readonly CharacterMap _characters;
    readonly GlyphTable _glyphs;
    readonly ConcurrentDictionary<int, IReadOnlyList<IReadOnlyList<GlyphPoint>>> _contours = new();
    readonly int _wideGlyphs;

    TrueTypeFont(byte[] file)
    {
        _file = file;
        _tables = ReadTables(file);
        var head = Table("head");
        UnitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(head[18..]);
        Ascent = BinaryPrimitives.ReadInt16BigEndian(Table("hhea")[4..]);
        Descent = BinaryPrimitives.ReadInt16BigEndian(Table("hhea")[6..]);
        _wideGlyphs = BinaryPrimitives.ReadUInt16BigEndian(Table("hhea")[34..]);
        GlyphCount = BinaryPrimitives.ReadUInt16BigEndian(Table("maxp")[4..]);
        _characters = CharacterMap.Read(Table("cmap"));
        var longOffsets = BinaryPrimitives.ReadInt16BigEndian(head[50..]) == 1;
        _glyphs = new GlyphTable(Memory("glyf"), Memory("loca"), longOffsets);
    }

    public int UnitsPerEm { get; }
    public int GlyphCount { get; }
    /// <summary>Font units above the baseline.</summary>
    public int Ascent { get; }
    /// <summary>Font units, negative below the baseline.</summary>
    public int Descent { get; }

    public static TrueTypeFont Of(bool bold) => (bold ? Bold : Regular).Value;

    /// <returns>0 when the font has no such character.</returns>
    public int GlyphOf(Rune character) => _characters.GlyphOf(character.Value);

    /// <summary>Font units to the next glyph's origin.</summary>
    public int Advance(int glyph) => BinaryPrimitives.ReadUInt16BigEndian(Table("hmtx")[(Math.Min(glyph, _wideGlyphs - 1) * 4)..]);

    public IReadOnlyList<IReadOnlyList<GlyphPoint>> Contours(int glyph) => _contours.GetOrAdd(glyph, _glyphs.Read);

    /// <summary>Width in pixels at so many pixels per em.</summary>
    public double Width(string text, double size)
    {
        var units = 0;
        foreach (var rune in text.EnumerateRunes())
            units += Advance(GlyphOf(rune));
        return units * size / UnitsPerEm;
    }

    ReadOnlySpan<byte> Table(string tag) => _file.AsSpan(_tables[tag]);

    ReadOnlyMemory<byte> Memory(string tag) => _file.AsMemory(_tables[tag]);

    static Dictionary<string, Range> ReadTables(ReadOnlySpan<byte> file)
    {
        var tables = new Dictionary<string, Range>();
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(file[4..]); i++)
        {
            var entry = file.Slice(12 + i * 16, 16);
            var offset = BinaryPrimitives.ReadInt32BigEndian(entry[8..]);
            tables[Encoding.ASCII.GetString(entry[..4])] = offset..(offset + BinaryPrimitives.ReadInt32BigEndian(entry[12..]));
        }
        return tables;
    }

    static TrueTypeFont Load(string name)
    {
        using var resource = typeof(TrueTypeFont).Assembly.GetManifestResourceStream($"Fonts.{name}.ttf")!;
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return new TrueTypeFont(file);
    }
}
