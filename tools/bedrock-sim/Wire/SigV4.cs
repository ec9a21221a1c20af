using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace CourseGen.BedrockSim.Wire;

/// <summary>
/// A signature of AWS's Signature Version 4 in the <c>Authorization</c> header, made anew from the request and compared. Paths are encoded
/// twice, as for every service but S3.
/// </summary>
sealed class SigV4
{
    public const string Algorithm = "AWS4-HMAC-SHA256";
    public const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    readonly Dictionary<string, string> _parts;

    SigV4(Dictionary<string, string> parts) => _parts = parts;

    public string AccessKey => Scope[0];
    public string Region => Scope[2];
    public string Service => Scope[3];

    /// <summary>Access key, date, region, service, <c>aws4_request</c>.</summary>
    string[] Scope => _parts["Credential"].Split('/');

    /// <returns>Null when the header is of another form.</returns>
    public static SigV4? Read(string authorization)
    {
        if (!authorization.StartsWith(Algorithm, StringComparison.Ordinal))
            return null;
        var parts = authorization[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1]);
        return parts.ContainsKey("SignedHeaders") && parts.ContainsKey("Signature") && parts.TryGetValue("Credential", out var scope) && scope.Split('/').Length == 5
            ? new SigV4(parts)
            : null;
    }

    public bool IsMadeWith(string secretKey, HttpRequest request, string rawTarget, byte[] body)
    {
        var canonical = CanonicalRequest(request, rawTarget, body);
        var toSign = $"{Algorithm}\n{request.Headers["x-amz-date"]}\n{string.Join('/', Scope[1..])}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = Scope[1..].Aggregate(Encoding.UTF8.GetBytes($"AWS4{secretKey}"), (secret, part) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(part)));
        var expected = Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(_parts["Signature"]));
    }

    /// <returns>Null when the request has no readable date.</returns>
    public static DateTimeOffset? SignedAt(HttpRequest request) =>
        DateTimeOffset.TryParseExact(request.Headers["x-amz-date"], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    string CanonicalRequest(HttpRequest request, string rawTarget, byte[] body)
    {
        var names = _parts["SignedHeaders"].Split(';');
        var headers = string.Concat(names.Select(name => $"{name}:{string.Join(',', request.Headers[name].Select(Collapsed))}\n"));
        var path = string.Join('/', rawTarget.Split('?')[0].Split('/').Select(Uri.EscapeDataString));
        var query = string.Join('&', rawTarget.Split('?', 2).Skip(1).SelectMany(text => text.Split('&')).Order(StringComparer.Ordinal));
        return $"{request.Method}\n{path}\n{query}\n{headers}\n{_parts["SignedHeaders"]}\n{Hex(SHA256.HashData(body))}";
    }

    static string Collapsed(string? value) => string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
