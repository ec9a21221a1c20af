using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <summary>What two parts are compared by: their content, not their names.</summary>
sealed class PartHashes(PackageReader source)
{
    internal string OfPart(string name)
    {
        using var hash = SHA256.Create();
        using var sink = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write);
        source.CopyTo(name, sink);
        sink.FlushFinalBlock();
        return Convert.ToHexStringLower(hash.Hash!);
    }

    /// <summary>A master with its theme, its layouts and their pictures. The ids of layouts count for nothing: they are given anew in every deck.</summary>
    internal string OfMaster(string name)
    {
        var master = source.ReadXml(name);
        foreach (var layout in master.Descendants(P + "sldLayoutId"))
            layout.SetAttributeValue("id", null);
        return OfText($"{master.ToString(SaveOptions.DisableFormatting)}\n{Neighbours(name, target => OfText($"{OfPart(target)}\n{Neighbours(target, OfPart)}"))}");
    }

    string Neighbours(string name, Func<string, string> hash) => string.Join('\n', source.RelationshipsOf(name)
        .Where(relationship => relationship.Type != RelationshipTypes.SlideMaster)
        .OrderBy(relationship => relationship.Id, StringComparer.Ordinal)
        .Select(relationship => $"{relationship.Id} {relationship.Type} {(relationship.External ? relationship.Target : hash(relationship.Target))}"));

    static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
