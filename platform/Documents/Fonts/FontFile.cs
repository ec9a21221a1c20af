using System.Buffers.Binary;
using System.Text;

namespace CourseGen.Documents.Fonts;

/// <summary>
/// An OpenType or TrueType font (of a collection: its first): which characters it has and how wide they are, from its tables
/// <c>head</c>, <c>hhea</c>, <c>hmtx</c>, <c>maxp</c> and <c>cmap</c>. Kerning is not read: text measured without it is a hair wider.
/// </summary>
public sealed class FontFile
{
    static readonly Lazy<FontFile> Regular = new(() => Bundled("LiberationSans-Regular"));
    static readonly Lazy<FontFile> Bold = new(() => Bundled("LiberationSans-Bold"));

    readonly byte[] _file;
    readonly Dictionary<string, Range> _tables;
    readonly CharacterMap _characters;
    readonly int _wideGlyphs;

    /// <exception cref="InvalidDataException">Not such a font, or damaged.</exception>
    public FontFile(byte[] file)
    {
        _file = file;
        try
        {
            _tables = ReadTables(file);
            UnitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(Table("head").Span[18..]);
            var horizontal = Table("hhea").Span;
            Ascent = BinaryPrimitives.ReadInt16BigEndian(horizontal[4..]);
            Descent = BinaryPrimitives.ReadInt16BigEndian(horizontal[6..]);
            LineGap = BinaryPrimitives.ReadInt16BigEndian(horizontal[8..]);
            _wideGlyphs = BinaryPrimitives.ReadUInt16BigEndian(horizontal[34..]);
            GlyphCount = BinaryPrimitives.ReadUInt16BigEndian(Table("maxp").Span[4..]);
            _characters = CharacterMap.Read(Table("cmap").Span);
        }
        catch (Exception damage) when (damage is ArgumentException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The file is no font, or a damaged one.", damage);
        }
        if (UnitsPerEm == 0 || _wideGlyphs == 0 || Table("hmtx").Length < _wideGlyphs * 4)
            throw new InvalidDataException("The font has no widths.");
    }

    public int UnitsPerEm { get; }
    public int GlyphCount { get; }
    /// <summary>Font units above the baseline.</summary>
    public int Ascent { get; }
    /// <summary>Font units, negative below the baseline.</summary>
    public int Descent { get; }
    /// <summary>Font units between the lowest of a line and the highest of the next.</summary>
    public int LineGap { get; }

    /// <summary>The bundled font (Liberation Sans, SIL OFL 1.1), which has Arial's widths.</summary>
    public static FontFile LiberationSans(bool bold) => (bold ? Bold : Regular).Value;

    /// <returns>0 when the font has no such character.</returns>
    public int GlyphOf(Rune character) => _characters.GlyphOf(character.Value);

    /// <summary>Font units to the next glyph's origin.</summary>
    public int Advance(int glyph) => BinaryPrimitives.ReadUInt16BigEndian(Table("hmtx").Span[(Math.Min(glyph, _wideGlyphs - 1) * 4)..]);

    /// <summary>Width at so many pixels, or points, per em.</summary>
    public double Width(string text, double size)
    {
        var units = 0;
        foreach (var rune in text.EnumerateRunes())
            units += Advance(GlyphOf(rune));
        return units * size / UnitsPerEm;
    }

    /// <exception cref="KeyNotFoundException">The font has no such table.</exception>
    public ReadOnlyMemory<byte> Table(string tag) => _file.AsMemory(_tables[tag]);

    static Dictionary<string, Range> ReadTables(ReadOnlySpan<byte> file)
    {
        var start = file.StartsWith("ttcf"u8) ? BinaryPrimitives.ReadInt32BigEndian(file[12..]) : 0;
        var tables = new Dictionary<string, Range>();
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(file[(start + 4)..]); i++)
        {
            var entry = file.Slice(start + 12 + i * 16, 16);
            var offset = BinaryPrimitives.ReadInt32BigEndian(entry[8..]);
            tables[Encoding.ASCII.GetString(entry[..4])] = offset..(offset + BinaryPrimitives.ReadInt32BigEndian(entry[12..]));
        }
        return tables;
    }

    static FontFile Bundled(string name)
    {
        using var resource = typeof(FontFile).Assembly.GetManifestResourceStream($"Fonts.{name}.ttf")!;
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return new FontFile(file);
    }
}
