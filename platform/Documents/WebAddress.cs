namespace CourseGen.Documents;

/// <summary>Which link targets in untrusted text are kept.</summary>
public static class WebAddress
{
    /// <summary>An absolute http or https address.</summary>
    public static bool IsPage(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    /// <summary>A page, a mail address, or a relative reference without a scheme.</summary>
    public static bool IsHarmless(string? url)
    {
        var text = string.Concat((url ?? "").Where(character => character > ' '));
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || text.AsSpan(0, colon).ContainsAny("/?#") || text[..colon].ToLowerInvariant() is "http" or "https" or "mailto";
    }
}
