using System.Buffers.Binary;

namespace CourseGen.Documents.Fonts;

/// <summary>A font's <c>cmap</c>: characters to glyphs, from its format 12 subtable, else format 4 (both Unicode).</summary>
sealed class CharacterMap
{
    readonly Dictionary<int, int> _glyphs = [];

    /// <exception cref="InvalidDataException">There is no subtable of either format.</exception>
    public static CharacterMap Read(ReadOnlySpan<byte> cmap)
    {
        var map = new CharacterMap();
        var found = false;
        foreach (var wanted in (ReadOnlySpan<int>)[4, 12])
        {
            for (var i = 0; i < U16(cmap, 2); i++)
            {
                var subtable = cmap[BinaryPrimitives.ReadInt32BigEndian(cmap[(4 + i * 8 + 4)..])..];
                if (U16(subtable, 0) != wanted)
                    continue;
                found = true;
                if (wanted == 4)
                    map.ReadSegments(subtable);
                else
                    map.ReadGroups(subtable);
            }
        }
        return found ? map : throw new InvalidDataException("The font's cmap has no subtable of format 4 or 12.");
    }

    public int GlyphOf(int character) => _glyphs.GetValueOrDefault(character);

    /// <summary>Format 4: parallel arrays of segment ends, starts, deltas and offsets into an array of glyphs.</summary>
    void ReadSegments(ReadOnlySpan<byte> table)
    {
        var bytes = U16(table, 6);
        var (ends, starts) = (14, 16 + bytes);
        var (deltas, offsets) = (starts + bytes, starts + 2 * bytes);
        for (var i = 0; i < bytes; i += 2)
        {
            var (end, start, delta, offset) = (U16(table, ends + i), U16(table, starts + i), U16(table, deltas + i), U16(table, offsets + i));
            for (var character = start; character <= end && character != 0xFFFF; character++)
            {
                var glyph = offset == 0 ? character : U16(table, offsets + i + offset + (character - start) * 2);
                if (glyph != 0)
                    Add(character, (glyph + delta) & 0xFFFF);
            }
        }
    }

    /// <summary>Format 12: groups of first character, last character, first glyph.</summary>
    void ReadGroups(ReadOnlySpan<byte> table)
    {
        for (var i = 0; i < BinaryPrimitives.ReadInt32BigEndian(table[12..]); i++)
        {
            var group = table[(16 + i * 12)..];
            var first = BinaryPrimitives.ReadInt32BigEndian(group);
            var last = BinaryPrimitives.ReadInt32BigEndian(group[4..]);
            for (var character = first; character <= last; character++)
                Add(character, BinaryPrimitives.ReadInt32BigEndian(group[8..]) + character - first);
        }
    }

    void Add(int character, int glyph)
    {
        if (glyph != 0)
            _glyphs[character] = glyph;
    }

    static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
