using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Tests.Merging;

/// <summary>A package in memory, part by part, to build decks that have what ours have not, and to look into merged ones.</summary>
sealed class TestPackage
{
    static readonly XNamespace Rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    internal SortedDictionary<string, byte[]> Parts { get; } = new(StringComparer.Ordinal);

    internal TestPackage(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            Parts.Add(entry.FullName, content.ToArray());
        }
    }

    internal byte[] Save(CompressionLevel level = CompressionLevel.Fastest)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Parts)
            {
                using var stream = zip.CreateEntry(name, level).Open();
                stream.Write(content);
            }
        }
        return output.ToArray();
    }

    internal string Text(string part) => Encoding.UTF8.GetString(Parts[part]);

    internal XElement Xml(string part) => XElement.Parse(Text(part));

    internal TestPackage Set(string part, string text)
    {
        Parts[part] = Encoding.UTF8.GetBytes(text);
        return this;
    }

    internal TestPackage Change(string part, string old, string replacement)
    {
        Text(part).ShouldContain(old);
        return Set(part, Text(part).Replace(old, replacement, StringComparison.Ordinal));
    }

    internal TestPackage Add(string part, string contentType, byte[] content)
    {
        Parts.Add(part, content);
        var types = Xml(ContentTypes.PartName);
        types.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", contentType)));
        return Set(ContentTypes.PartName, types.ToString());
    }

    internal TestPackage Add(string part, string contentType, string xml) => Add(part, contentType, Encoding.UTF8.GetBytes(xml));

    internal TestPackage Relate(string source, string id, string type, string target, bool external = false)
    {
        var name = PartNames.RelationshipsOf(source);
        var relationships = Parts.ContainsKey(name) ? Xml(name) : new XElement(Rels + "Relationships");
        relationships.Add(new XElement(Rels + "Relationship", new XAttribute("Id", id), new XAttribute("Type", type), new XAttribute("Target", target),
            external ? new XAttribute("TargetMode", "External") : null));
        return Set(name, relationships.ToString());
    }

    internal IEnumerable<Relationship> RelationshipsOf(string part) =>
        Parts.ContainsKey(PartNames.RelationshipsOf(part)) ? RelationshipXml.Read(part, Xml(PartNames.RelationshipsOf(part))) : [];

    /// <summary>The part that the only relationship of this id or type leads to.</summary>
    internal string Follow(string part, string idOrType) =>
        RelationshipsOf(part).Single(relationship => relationship.Id == idOrType || relationship.Type.EndsWith("/" + idOrType, StringComparison.Ordinal)).Target;

    internal IEnumerable<string> In(string folder) => Parts.Keys.Where(part => part.StartsWith(folder, StringComparison.Ordinal) && !part.Contains("/_rels/", StringComparison.Ordinal));

    /// <summary>Every relationship leads to a part, every part is led to, and every part has its type.</summary>
    internal TestPackage ShouldBeSound()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<string>([""]);
        while (pending.TryDequeue(out var part))
        {
            RelationshipsOf(part).Select(relationship => relationship.Id).ShouldBeUnique();
            foreach (var target in RelationshipsOf(part).Where(relationship => !relationship.External).Select(relationship => relationship.Target))
            {
                Parts.Keys.ShouldContain(target, $"{part} leads to it");
                if (reached.Add(target))
                    pending.Enqueue(target);
            }
        }
        var parts = Parts.Keys.Where(part => part != ContentTypes.PartName && !part.EndsWith(".rels", StringComparison.Ordinal)).ToList();
        parts.Except(reached).ShouldBeEmpty("every part is reached");
        var types = ContentTypes.Read(Xml(ContentTypes.PartName));
        parts.ShouldAllBe(part => types.Of(part) != null);
        Xml(ContentTypes.PartName).Elements(Types + "Override").Select(type => ((string)type.Attribute("PartName")!)[1..]).Except(parts).ShouldBeEmpty("every type is of a part");
        return this;
    }
}
