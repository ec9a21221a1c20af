using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Templates;

/// <summary>A part of a template with all it needs, read into memory.</summary>
/// <param name="Relationships">Their targets by names in the template.</param>
sealed record TemplatePart(string Name, string ContentType, byte[] Bytes, IReadOnlyList<Relationship> Relationships);

/// <summary>
/// A customer's <c>.pptx</c> or <c>.potx</c> file: one master with its layouts, themes and pictures. Its slides, and other masters, are left
/// out, and so are links to slides, and controls. It may come from anywhere.
/// </summary>
sealed class TemplateFile
{
    /// <summary>Of what is kept in memory.</summary>
    const long MaxBytes = 256L << 20;
    const int MaxParts = 2000;
    const int MostMasters = 8;

    readonly PackageReader _source;
    readonly Dictionary<string, TemplatePart> _parts = new(StringComparer.OrdinalIgnoreCase);
    readonly bool _hasStyles;
    long _bytes;

    TemplateFile(PackageReader source, XElement presentation, string master, string? notesMaster)
    {
        (_source, Presentation, Master, NotesMaster) = (source, presentation, master, notesMaster);
        _hasStyles = source.ReadXml(Master).Element(P + "txStyles") is not null;
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
    internal int MastersOfAll => Presentation.Element(P + "sldMasterIdLst")?.Elements().Count() ?? 0;
    internal IReadOnlyList<string> Layouts { get; }
    internal XElement MasterXml { get; }
    internal IReadOnlyCollection<TemplatePart> Parts => _parts.Values;

    internal XElement ThemeXml => Xml(_parts[Master].Relationships.FirstOrDefault(relationship => relationship.Type == RelationshipTypes.Theme)?.Target ?? throw _source.Damaged());

    /// <param name="name">For messages, for example the file's name.</param>
    /// <param name="stream">Seekable; closed.</param>
    /// <param name="serves">Whether a master can be used; the first that can is, else the first.</param>
    /// <exception cref="DeckRefusedException">Encrypted, damaged, with macros, too large, or no presentation.</exception>
    internal static TemplateFile Read(string name, Stream stream, Predicate<TemplateFile> serves)
    {
        using var source = new PackageReader(name, stream);
        var main = PresentationPart.Of(source);
        var presentation = source.ReadXml(main);
        var relationships = source.RelationshipsOf(main).ToLookup(relationship => relationship.Id, relationship => relationship.Target);
        var notes = Listed(presentation, relationships, "notesMasterIdLst").FirstOrDefault();
        TemplateFile? first = null;
        foreach (var master in Listed(presentation, relationships, "sldMasterIdLst").Take(MostMasters))
        {
            var file = new TemplateFile(source, presentation, master, notes);
            if (serves(file))
                return file;
            first ??= file;
        }
        return first ?? throw source.Damaged();
    }

    internal XElement Xml(string part)
    {
        using var bytes = new MemoryStream(_parts[part].Bytes);
        return XElement.Load(bytes);
    }

    static IEnumerable<string> Listed(XElement presentation, ILookup<string, string> relationships, string list) =>
        presentation.Element(P + list)?.Elements().SelectMany(id => relationships[(string?)id.Attribute(R + "id") ?? ""]) ?? [];

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
            PackageStream.WriteXml(bytes, Styled(type, Without(_source.ReadXml(name), related[false].Select(relationship => relationship.Id))));
        else
            _source.CopyTo(name, bytes);
        return new TemplatePart(name, type, bytes.ToArray(), [.. related[true]]);
    }

    XElement Styled(string type, XElement root) => !_hasStyles && type is (PartTypes.SlideMaster or PartTypes.SlideLayout) ? PromptStyles.Lift(root) : root;

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
