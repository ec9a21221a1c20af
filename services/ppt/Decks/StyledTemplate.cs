using System.Collections.Concurrent;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Decks;

/// <summary>The product's own template in one of its styles: one master, and a layout for each kind of slide.</summary>
static class StyledTemplate
{
    static readonly ConcurrentDictionary<(DeckStyle Style, ThemeFonts Fonts, bool RightToLeft), DeckTemplate> Made = new();

    internal static DeckTemplate Of(DeckStyle style, string language) =>
        Made.GetOrAdd((style, ThemeFonts.For(language), ThemeFonts.IsRightToLeft(language)), key => Make(key.Style, key.Fonts, key.RightToLeft));

    static DeckTemplate Make(DeckStyle style, ThemeFonts fonts, bool rightToLeft)
    {
        var forms = DeckLayouts.All.ToDictionary(layout => layout, layout => SlideGeometry.FormOf(layout, rightToLeft));
        return new DeckTemplate(forms, DeckFonts.Of(ThemeFonts.Latin, ThemeFonts.Latin), rightToLeft)
        {
            AddTo = (package, frame) => Add(package, frame, style, fonts, forms.Values, rightToLeft),
        };
    }

    static Dictionary<SlideLayout, PackagePart> Add(PackageFile package, PresentationFrame frame, DeckStyle style, ThemeFonts fonts, IEnumerable<SlideForm> forms, bool rightToLeft)
    {
        var theme = package.Add("ppt/theme/theme1.xml", PartTypes.Theme, DeckTheme.Of(style, fonts));
        var masterId = frame.NextMasterId();
        var ids = DeckLayouts.All.Select((_, index) => (RelationshipId: $"rId{index + 1}", Id: frame.NextMasterId())).ToList();
        var master = package.Add("ppt/slideMasters/slideMaster1.xml", PartTypes.SlideMaster, DeckMaster.Slides(ids, rightToLeft));
        frame.Masters.Add((master, masterId));
        var layouts = new Dictionary<SlideLayout, PackagePart>();
        foreach (var (form, id) in forms.Zip(ids))
        {
            var part = package.Add($"ppt/slideLayouts/slideLayout{layouts.Count + 1}.xml", PartTypes.SlideLayout, DeckLayouts.Of(form, rightToLeft));
            part.Relate("rId1", RelationshipTypes.SlideMaster, master);
            master.Relate(id.RelationshipId, RelationshipTypes.SlideLayout, part);
            layouts.Add(form.Layout, part);
        }
        master.Relate("rIdT", RelationshipTypes.Theme, theme);
        frame.NotesMaster = NotesMaster(package, DeckTheme.Of(style, fonts), rightToLeft);
        frame.DefaultTextStyle = DeckMaster.DefaultTextStyle();
        return layouts;
    }

    /// <param name="theme">Its own: the notes master shares no part with the slides'.</param>
    internal static PackagePart NotesMaster(PackageFile package, System.Xml.Linq.XElement theme, bool rightToLeft)
    {
        var part = package.Add("ppt/theme/themeNotes1.xml", PartTypes.Theme, theme);
        var master = package.Add("ppt/notesMasters/notesMaster1.xml", PartTypes.NotesMaster, DeckMaster.Notes(rightToLeft));
        master.Relate("rId1", RelationshipTypes.Theme, part);
        return master;
    }
}
