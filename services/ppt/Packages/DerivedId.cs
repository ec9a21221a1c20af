using System.Security.Cryptography;
using System.Text;

namespace CourseGen.Ppt.Packages;

/// <summary>
/// Ids in place of ones that are missing or taken, made of what they are for, so that equal input gives equal bytes. They can be told
/// from others, and are made anew whenever decks are merged: then it does not matter in which steps.
/// </summary>
static class DerivedId
{
    const string Mark = "-434F55525345}";

    internal static string Of(string text) => $"{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)).ToString("B")[..24]}{Mark}".ToUpperInvariant();

    internal static bool Is(string id) => id.EndsWith(Mark, StringComparison.OrdinalIgnoreCase);
}
