using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Templates;

/// <summary>A part of a template with all it needs, read into memory.</summary>
/// <param name="Relationships">Their targets by names in the template.</param>
sealed record TemplatePart(string Name, string ContentType, byte[] Bytes, IReadOnlyList<Relationship> Relationships);

/// <summary>
/// A customer's <c>.pptx</c> or <c>.potx</c> file: its first master with its layouts, themes and pictures. Its slides, and other masters,
/// are left out.
/// </summary>
sealed class TemplateFile
{
    readonly PackageReader _source;
    readonly Dictionary<string, TemplatePart> _parts = new(StringComparer.OrdinalIgnoreCase);

    TemplateFile(PackageReader source)
    {
        _source = source;
        var main = PresentationPart.Of(source);
        Presentation = source.ReadXml(main);
        var relationships = source.RelationshipsOf(main).ToLookup(relationship => relationship.Id, relationship => relationship.Target);
        Master = FirstOf(Presentation, relationships, "sldMasterIdLst") ?? throw source.Damaged();
        NotesMaster = FirstOf(Presentation, relationships, "notesMasterIdLst");
        MasterXml = source.ReadXml(Master);
        var layouts = source.RelationshipsOf(Master).ToLookup(relationship => relationship.Id, relationship => relationship.Target);
        Layouts = [.. MasterXml.Descendants(P + "sldLayoutId").SelectMany(id => layouts[(string?)id.Attribute(R + "id") ?? ""]).Where(source.Has)];
        if (Layouts.Count == 0)
            throw new DeckRefusedException(source.Name, "has no slide layouts", "Give a template made in PowerPoint.");
        Collect(Master);
        if (NotesMaster is not null)
            Collect(NotesMaster);
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
    /// <exception cref="DeckRefusedException">Encrypted, damaged, with macros, or no presentation.</exception>
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

    void Collect(string name)
    {
        if (_parts.ContainsKey(name))
            return;
        if (!_source.Has(name))
            throw _source.Damaged();
        using var bytes = new MemoryStream();
        if (MediaTypes.IsMedia(_source.ContentTypeOf(name)))
            _source.CopyTo(name, bytes);
        else
            PackageStream.WriteXml(bytes, _source.ReadXml(name));
        var relationships = _source.RelationshipsOf(name).Where(relationship => relationship.External || _source.Has(relationship.Target)).ToList();
        _parts.Add(name, new TemplatePart(name, _source.ContentTypeOf(name), bytes.ToArray(), relationships));
        foreach (var relationship in relationships.Where(relationship => !relationship.External))
            Collect(relationship.Target);
    }
}
