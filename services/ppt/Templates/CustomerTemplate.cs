using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Checks;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Templates;

/// <summary>Makes of a customer's file a template that slides are written on.</summary>
static class CustomerTemplate
{
    /// <summary>Points: on smaller slides no course has room. PowerPoint's least common size is 720 × 405.</summary>
    const double LeastWidth = 480, LeastHeight = 360;

    /// <summary>Share of a slide.</summary>
    const double LeastContent = 0.3;

    /// <param name="name">For messages, for example the file's name.</param>
    /// <param name="stream">Seekable; closed.</param>
    /// <param name="language">Of the slides.</param>
    /// <exception cref="DeckRefusedException">It cannot be a template.</exception>
    internal static DeckTemplate Read(string name, Stream stream, string language)
    {
        try
        {
            return Of(name, TemplateFile.Read(name, stream, IsForContent), language);
        }
        catch (Exception malformed) when (malformed is FormatException or OverflowException or InvalidOperationException)
        {
            throw new DeckRefusedException(name, "is damaged: its layouts hold what no program can read", "Open it in PowerPoint, repair it, and save it again.", malformed);
        }
    }

    static DeckTemplate Of(string name, TemplateFile file, string language)
    {
        var size = SizeOf(file.Presentation) ?? throw new DeckRefusedException(name, "names no slide size", "Save it again in PowerPoint.");
        if (size.Width < LeastWidth * Box.EmuPerPoint || size.Height < LeastHeight * Box.EmuPerPoint)
            throw new DeckRefusedException(name, $"has slides smaller than {LeastWidth / 72:0.#} × {LeastHeight / 72:0.#} inches", "Set its slide size to Widescreen (16:9).");
        var layouts = LayoutsOf(file);
        var slide = new Box(0, 0, size.Width / (double)Box.EmuPerPoint, size.Height / (double)Box.EmuPerPoint);
        var chosen = DeckLayouts.All.ToDictionary(kind => kind, layouts.For);
        var forms = chosen.ToDictionary(entry => entry.Key, entry => TemplateForms.Of(entry.Key, entry.Value.Layout, slide));
        var content = chosen[SlideLayout.TitleContent].Layout.Content;
        TemplateMatch[] matches = [.. chosen.Select(entry => new TemplateMatch(entry.Key, entry.Value.Layout.Name, entry.Value.Matched, TemplateForms.Missing(forms[entry.Key])))];
        return new DeckTemplate(forms, FontsOf(file.ThemeXml), ThemeFonts.IsRightToLeft(language))
        {
            Size = size,
            Spacing = content?.Spacing ?? ParagraphSpacing.Styled,
            Colors = new TemplateColors(DeckColors.Of(file.ThemeXml, file.MasterXml.Element(P + "clrMap"))).On(content?.Ink),
            Matches = matches,
            Warnings = TemplateWarnings.Of(name, slide, forms[SlideLayout.TitleContent].Body.Style.Size, file.MastersOfAll, matches),
            AddTo = (package, frame) => AddTo(package, frame, file, chosen.ToDictionary(entry => entry.Key, entry => entry.Value.Layout.Part)),
        };
    }

    static TemplateLayouts LayoutsOf(TemplateFile file) => new([.. file.Layouts.Select(part => TemplateLayout.Of(part, file.Xml(part), file.MasterXml))]);

    /// <summary>Some programs have a master for title pages alone, and that one first.</summary>
    static bool IsForContent(TemplateFile file) => SizeOf(file.Presentation) is { } size && LayoutsOf(file).For(SlideLayout.TitleContent).Layout.Content is { Box: var box }
        && box.Width * box.Height * Box.EmuPerPoint * Box.EmuPerPoint >= LeastContent * size.Width * size.Height;

    static Dictionary<SlideLayout, PackagePart> AddTo(PackageFile package, PresentationFrame frame, TemplateFile file, Dictionary<SlideLayout, string> chosen)
    {
        var names = new TemplatePartNames();
        var added = file.Parts.ToDictionary(part => part.Name, part => part.Name == file.Master
            ? package.Add(names.Next(part), part.ContentType, MasterOf(file, frame))
            : package.Add(names.Next(part), part.ContentType, stream => stream.Write(part.Bytes)), StringComparer.OrdinalIgnoreCase);
        foreach (var part in file.Parts)
            added[part.Name].Relationships.AddRange(part.Relationships.Select(relationship => relationship.External ? relationship : relationship with { Target = added[relationship.Target].Name }));
        frame.NotesMaster = file.NotesMaster is { } notes ? added[notes] : StyledTemplate.NotesMaster(package, file.ThemeXml, rightToLeft: false);
        frame.DefaultTextStyle = file.Presentation.Element(P + "defaultTextStyle");
        var masterId = frame.NextMasterId();
        frame.Masters.Add((added[file.Master], masterId));
        return chosen.ToDictionary(entry => entry.Key, entry => added[entry.Value]);
    }

    /// <summary>The master with ids of layouts that are unique in the deck.</summary>
    static XElement MasterOf(TemplateFile file, PresentationFrame frame)
    {
        var master = file.Xml(file.Master);
        foreach (var layout in master.Descendants(P + "sldLayoutId"))
            layout.SetAttributeValue("id", frame.NextMasterId());
        return master;
    }

    static DeckFonts FontsOf(XElement theme)
    {
        var fonts = theme.Descendants(A + "fontScheme").FirstOrDefault();
        return DeckFonts.Of(Latin("majorFont"), Latin("minorFont"));

        string Latin(string font) => (string?)fonts?.Element(A + font)?.Element(A + "latin")?.Attribute("typeface") is { Length: > 0 } typeface ? typeface : ThemeFonts.Latin;
    }

    static (long Width, long Height)? SizeOf(XElement presentation) =>
        presentation.Element(P + "sldSz") is { } size && (long?)size.Attribute("cx") is > 0 and var width && (long?)size.Attribute("cy") is > 0 and var height ? (width, height) : null;
}
