using System.IO.Compression;
using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <summary>
/// What a slide itself says of other slides by their number, where it must change: zooms name slides and sections, actions name custom
/// shows; and titles that another deck has too. All other links go by relationships. Only slides that may hold such a thing are looked into.
/// </summary>
sealed class SlideEdits(SourceDeck deck, MergedPackage merged, KeptLook look)
{
    const string ShowAction = "ppaction://customshow?id=";

    /// <summary>New ids of the deck's slides by their old ones.</summary>
    internal Dictionary<string, string> SlideIds { get; } = [];

    /// <summary>Slides with a relationship to another slide, as every zoom has.</summary>
    internal HashSet<string> LinkToSlides { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>By the slide's part.</summary>
    internal Dictionary<string, SlideTitle> Titles { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal void Save(string name, ZipWriter zip, string entry)
    {
        if (Changed(name, Edited(name)) is { } slide)
            zip.Write(entry, stream => PackageStream.WriteXml(stream, slide), CompressionLevel.Optimal);
        else
            deck.Package.CopyTo(name, zip, entry);
    }

    XElement? Changed(string name, XElement? edited)
    {
        if (edited is null)
            return look.Changed(deck.Package, name, PartTypes.Slide);
        look.Apply(edited, PartTypes.Slide);
        return edited;
    }

    XElement? Edited(string name)
    {
        var shows = merged.Shows.ChangesOf(deck);
        var zooms = LinkToSlides.Contains(name) && deck.Package.Mentions(name, "ZmObj");
        var title = Titles.GetValueOrDefault(name);
        if (title is null && !zooms && (shows.Count == 0 || !deck.Package.Mentions(name, "customshow")))
            return null;
        var slide = deck.Package.ReadXml(name);
        var changed = title is not null && Rename(slide, title);
        foreach (var attribute in slide.Descendants().Attributes().ToList())
        {
            if (Changed(attribute, shows) is not { } value || value == attribute.Value)
                continue;
            attribute.Value = value;
            changed = true;
        }
        return changed ? slide : null;
    }

    /// <summary>In the first run, which is as the others are.</summary>
    static bool Rename(XElement slide, SlideTitle title)
    {
        var texts = slide.Descendants(P + "sp").FirstOrDefault(shape => (string?)shape.Descendants(P + "ph").FirstOrDefault()?.Attribute("type") is "title" or "ctrTitle")
            ?.Descendants(A + "t").ToList() ?? [];
        if (texts.Count == 0 || string.Concat(texts.Select(text => text.Value)) != title.From)
            return false;
        texts[0].Value = title.To;
        texts.Skip(1).Select(text => text.Parent!).ToList().ForEach(run => run.Remove());
        return true;
    }

    string? Changed(XAttribute attribute, IReadOnlyDictionary<string, string> shows) => attribute.Name.LocalName switch
    {
        "sldId" when IsZoom(attribute) => SlideIds.GetValueOrDefault(attribute.Value),
        "sectionId" when IsZoom(attribute) => merged.Sections.IdOf(deck, attribute.Value),
        "action" when attribute.Value.StartsWith(ShowAction, StringComparison.Ordinal) => ChangedShow(attribute.Value[ShowAction.Length..], shows),
        _ => null,
    };

    static bool IsZoom(XAttribute attribute) => attribute.Parent!.Name.LocalName.EndsWith("ZmObj", StringComparison.Ordinal);

    static string? ChangedShow(string action, IReadOnlyDictionary<string, string> shows)
    {
        var end = action.IndexOf('&');
        var id = end < 0 ? action : action[..end];
        return shows.TryGetValue(id, out var changed) ? $"{ShowAction}{changed}{action[id.Length..]}" : null;
    }
}
