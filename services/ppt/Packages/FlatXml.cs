using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CourseGen.Ppt.Packages;

/// <summary>
/// Walks the elements of a small XML part whose elements have attributes and no text, as relationships and content types are: a
/// thousand of them are read for each deck, and most are plain. What is not plain (entities, declarations, another encoding, any
/// fault) is left to the real parser.
/// </summary>
ref struct FlatXml(ReadOnlySpan<byte> xml)
{
    static readonly SearchValues<byte> NotPlain = SearchValues.Create([(byte)'&', (byte)'[', .. Enumerable.Range(0, 32).Select(value => (byte)value).Except("\t\r\n"u8.ToArray())]);

    ReadOnlySpan<byte> _rest = xml.StartsWith("\uFEFF"u8) ? xml[3..] : xml;
    ReadOnlySpan<byte> _attributes;

    /// <summary>The element's name without prefix.</summary>
    internal ReadOnlySpan<byte> Element { get; private set; }

    /// <summary>Something in it is not plain: nothing read so far counts.</summary>
    internal bool Fails { get; private set; } = xml.ContainsAny(NotPlain) || !Utf8.IsValid(xml) || !SaysUtf8(xml);

    /// <summary>Goes on to the next start tag.</summary>
    internal bool Next()
    {
        while (!Fails)
        {
            var start = _rest.IndexOf((byte)'<');
            var end = _rest.IndexOf((byte)'>');
            if (start < 0)
                return Fail(end >= 0 || ContainsText(_rest));
            if (end < start || ContainsText(_rest[..start]))
                return Fail(true);
            var tag = _rest[(start + 1)..end];
            _rest = _rest[(end + 1)..];
            if (tag is [(byte)'?', ..] or [(byte)'/', ..])
                continue;
            return !Fail(tag.IsEmpty || tag[0] == '!') && Begin(tag);
        }
        return false;
    }

    /// <summary>The attribute's value; empty when there is none.</summary>
    internal ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> name)
    {
        for (var rest = _attributes; Take(ref rest, out var found, out var value);)
        {
            if (found.SequenceEqual(name))
                return value;
        }
        return default;
    }

    internal string Text(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(Attribute(name));

    bool Begin(ReadOnlySpan<byte> tag)
    {
        if (tag[^1] == '/')
            tag = tag[..^1];
        var end = tag.IndexOfAny(" \t\r\n"u8);
        var name = end < 0 ? tag : tag[..end];
        Element = name[(name.IndexOf((byte)':') + 1)..];
        _attributes = end < 0 ? default : tag[end..].Trim(" \t\r\n"u8);
        var rest = _attributes;
        while (Take(ref rest, out _, out _)) { }
        return !Fail(!rest.IsEmpty || Element.IsEmpty);
    }

    static bool Take(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        name = default;
        value = default;
        var equals = rest.IndexOf((byte)'=');
        if (equals <= 0)
            return false;
        var after = rest[(equals + 1)..].TrimStart(" \t\r\n"u8);
        if (after.IsEmpty || after[0] is not ((byte)'"' or (byte)'\''))
            return false;
        var end = after[1..].IndexOf(after[0]);
        if (end < 0 || after[1..(end + 1)].Contains((byte)'<'))
            return false;
        name = rest[..equals].TrimEnd(" \t\r\n"u8);
        value = after[1..(end + 1)];
        rest = after[(end + 2)..].TrimStart(" \t\r\n"u8);
        return true;
    }

    bool Fail(bool fails)
    {
        Fails |= fails;
        return fails || Fails;
    }

    static bool ContainsText(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyExcept(" \t\r\n"u8);

    static bool SaysUtf8(ReadOnlySpan<byte> xml)
    {
        var declaration = xml[..Math.Min(xml.Length, 120)];
        var encoding = declaration.IndexOf("encoding="u8);
        return encoding < 0 || Ascii.EqualsIgnoreCase(declaration[(encoding + 10)..Math.Min(declaration.Length, encoding + 15)], "utf-8"u8);
    }
}
