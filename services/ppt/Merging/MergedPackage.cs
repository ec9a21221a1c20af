using System.Buffers;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Merging;

/// <summary>The package that decks are merged into: fresh part names, and what decks share.</summary>
sealed class MergedPackage
{
    static readonly SearchValues<char> PlainCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/");

    const int LongestStem = 160;
    const int LongestExtension = 16;

    readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);

    internal MergedPackage(DeckProperties properties)
    {
        Frame = new PresentationFrame(properties);
        Masters = new MasterSet(this);
    }

    internal PackageFile Package { get; } = new();
    internal PresentationFrame Frame { get; }
    internal MediaSet Media { get; } = new();
    internal MasterSet Masters { get; }
    internal CommentSet Comments { get; } = new();
    internal ModernCommentSet ModernComments { get; } = new();
    internal SectionSet Sections { get; } = new();
    internal ShowSet Shows { get; } = new();

    /// <summary>The name with the next number of its kind: <c>ppt/charts/chart7.xml</c> becomes <c>ppt/charts/chart1.xml</c>, then <c>2</c>.</summary>
    internal string NextName(string name)
    {
        var extension = Path.GetExtension(name.AsSpan());
        var stem = Plain(name.AsSpan(0, name.Length - extension.Length).TrimEnd("0123456789"));
        var kind = $"{stem}{Plain(extension[..Math.Min(extension.Length, LongestExtension)])}";
        var count = _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        return $"{stem}{count}{kind.AsSpan(stem.Length)}";
    }

    /// <summary>Names of parts that every program reads: no escapes, no empty or dotted segment, not too long.</summary>
    static string Plain(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestStem)
            return $"{Plain(name[..LongestStem].TrimEnd("0123456789"))}_";
        if (!name.ContainsAnyExcept(PlainCharacters) && name.IndexOf("..") < 0 && name.IndexOf("//") < 0)
            return name.ToString();
        var plain = string.Create(name.Length, name, (result, source) =>
        {
            for (var index = 0; index < result.Length; index++)
                result[index] = char.IsAsciiLetterOrDigit(source[index]) || source[index] is '.' or '/' or '-' or '_' ? source[index] : '_';
        });
        return plain.Replace("..", "_", StringComparison.Ordinal).Replace("//", "/", StringComparison.Ordinal);
    }
}
