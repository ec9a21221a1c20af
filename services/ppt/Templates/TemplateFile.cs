using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Templates;

/// <summary>A part of a template with all it needs, read into memory.</summary>
/// <param name="Relationships">Their targets by names in the template.</param>
sealed record TemplatePart(string Name, string ContentType, byte[] Bytes, IReadOnlyList<Relationship> Relationships);

/// <summary>
/// A customer's <c>.pptx</c> or <c>.potx</c> file: its first master with its layouts, themes and pictures. Its slides, and other masters,
/// are left out, and so are links to slides, and controls. It may come from anywhere.
/// </summary>
sealed class TemplateFile
{
    /// <summary>Of what is kept in memory.</summary>
    const long MaxBytes = 256L << 20;
    const int MaxParts = 2000;

    readonly PackageReader _source;
    readonly Dictionary<string, TemplatePart> _parts = new(StringComparer.OrdinalIgnoreCase);
    long _bytes;

    TemplateFile(PackageReader source)
    {
        _source = source;
        var main = PresentationPart.Of(source);
        Presentation = source.ReadXml(main);
        var relationships = source.RelationshipsOf(main).ToLookup(relationship => relationship.Id, relationship => relationship.Target);
        Master = FirstOf(Presentation, relationships, "sldMasterIdLst") ?? throw source.Damaged();
        NotesMaster = FirstOf(Presentation, relationships, "notesMasterIdLst");
        Collect(NotesMaster is null ? [Master] : [Master, NotesMaster]);
        if (_parts[Master].ContentType != PartTypes.SlideMaster || (NotesMaster is not null && _parts[NotesMaster].ContentType != PartTypes.NotesMaster))
            throw source.Damaged();
        MasterXml = Xml(Master);
        var layouts = _parts[Master].Relationships.Where(relationship => relationship.Type == RelationshipTypes.SlideLayout && _parts[relationship.Target].ContentType == PartTypes.SlideLayout)
            .ToLookup(relationship => relationship.Id, relationship => relationship.Target);
        Layouts = [.. MasterXml.Descendants(P + "sldLayoutId").SelectMany(id => layouts[(string?)id.Attribute(R + "id") ?? ""]).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (Layouts.Count == 0)
            throw new DeckRefusedException(source.Name, "has no slide layouts", "Give a template made in PowerPoint.");
    }

    internal XElement Presentation { get; }
    /// <summary>Part names in the template.</summary>
    internal string Master { get; }
    internal string? NotesMaster { get; }
    internal IReadOnlyList<string> Layouts { get; }
    internal XElement MasterXml { get; }
    internal IReadOnlyCollection<TemplatePart> Parts => _parts.Values;

    internal XElement ThemeXml => Xml(_parts[Master].Relationships.FirstOrDefault(relationship => relationship.Type == RelationshipTypes.Theme)?.Target ?? throw _source.Damaged());

    /// <param name="name">For messages, for example the file's name.</param>
    /// <param name="stream">Seekable; closed.</param>
    /// <exception cref="DeckRefusedException">Encrypted, damaged, with macros, too large, or no presentation.</exception>
    internal static TemplateFile Read(string name, Stream stream)
    {
        using var source = new PackageReader(name, stream);
        return new TemplateFile(source);
    }

    internal XElement Xml(string part)
    {
        using var bytes = new MemoryStream(_parts[part].Bytes);
        return XElement.Load(bytes);
    }

    static string? FirstOf(XElement presentation, ILookup<string, string> relationships, string list) =>
        relationships[(string?)presentation.Element(P + list)?.Elements().FirstOrDefault()?.Attribute(R + "id") ?? ""].FirstOrDefault();

    void Collect(IEnumerable<string> first)
    {
        var waiting = new Queue<string>(first);
        while (waiting.TryDequeue(out var name))
        {
            if (_parts.ContainsKey(name))
                continue;
            if (!_source.Has(name))
                throw _source.Damaged();
            if (_parts.Count == MaxParts || (_bytes += _source.FingerprintOf(name).Size) > MaxBytes)
                throw new DeckRefusedException(_source.Name, $"needs more than {MaxParts} parts or {MaxBytes >> 20} MB for its master and layouts", "Leave out layouts and make pictures smaller in it.");
            var part = Read(name);
            _parts.Add(name, part);
            foreach (var relationship in part.Relationships.Where(relationship => !relationship.External))
                waiting.Enqueue(relationship.Target);
        }
    }

    TemplatePart Read(string name)
    {
        var type = _source.RequiredTypeOf(name);
        var related = _source.RelationshipsOf(name).ToLookup(Stays);
        using var bytes = new MemoryStream();
        if (type.EndsWith("xml", StringComparison.OrdinalIgnoreCase) && !MediaTypes.IsMedia(type))
            PackageStream.WriteXml(bytes, Without(_source.ReadXml(name), related[false].Select(relationship => relationship.Id)));
        else
            _source.CopyTo(name, bytes);
        return new TemplatePart(name, type, bytes.ToArray(), [.. related[true]]);
    }

    bool Stays(Relationship relationship) => relationship.External
        || (_source.Has(relationship.Target) && relationship.Type is not (RelationshipTypes.Slide or RelationshipTypes.NotesSlide)
            && !relationship.Type.EndsWith("/control", StringComparison.Ordinal)
            && (relationship.Type != RelationshipTypes.SlideMaster || relationship.Target.Equals(Master, StringComparison.OrdinalIgnoreCase)));

    static XElement Without(XElement root, IEnumerable<string> relationships)
    {
        var left = relationships.ToHashSet();
        if (left.Count > 0)
            root.Descendants().Where(element => element.Attributes().Any(attribute => attribute.Name.Namespace == R && left.Contains(attribute.Value))).Remove();
        return root;
    }
}
