using System.Security.Cryptography;
using System.Text;
using CourseGen.Contracts;

namespace CourseGen.Storage;

/// <summary>
/// What an artifact is made of, as a hash: kind, basis (contract version, outline slice, requirements, language, prompt version,
/// model), generation, and the sha256 of the bytes upstream. Never a grant, an attempt, a batch or anything learned.
/// </summary>
public static class Fingerprint
{
    /// <param name="upstream">Sha256s of the upstream bytes, in the order of the course.</param>
    /// <returns>64 lower-case hex digits.</returns>
    public static string Of(WorkKind kind, string basis, int generation, params IEnumerable<string> upstream) =>
        OfText(string.Join('\n', [kind.ToString(), basis, generation.ToString(), .. upstream]));

    public static string Of(WorkKind kind, WorkUnit unit, params IEnumerable<string> upstream) => Of(kind, unit.Basis, unit.Generation, upstream);

    /// <summary>A basis of its parts; a part may hold anything, so each goes in with its length.</summary>
    public static string Basis(params IEnumerable<string?> parts) =>
        OfText(string.Concat(parts.Select(part => $"{part?.Length ?? -1}:{part}\n")))[..32];

    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    static string OfText(string text) => Sha256(Encoding.UTF8.GetBytes(text));
}
