using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Decks;

/// <summary>
/// Writes slides as a PPTX file: one master, one layout a kind of slide, native text, tables, diagrams and pictures, notes. Slides are written
/// one after the other as they are asked for, and none is kept. Equal content gives equal bytes.
/// </summary>
static class DeckWriter
{
    /// <param name="output">Need not be seekable; stays open.</param>
    /// <returns>How many slides were written.</returns>
    internal static int Write(DeckContent content, Stream output, CancellationToken token = default)
    {
        var template = content.Template ?? StyledTemplate.Of(content.Style, content.Language);
        var frame = new PresentationFrame(content.Properties) { Size = template.Size };
        var parts = new PackageFile();
        var layouts = template.AddTo(parts, frame);
        using var package = new PackageStream(output, RelationshipsOf(frame, content));
        Write(package, parts);
        var slides = new SlideParts(package, frame, template, layouts, content);
        foreach (var section in content.Sections)
        {
            var before = frame.Slides.Count;
            foreach (var slide in section.Slides)
            {
                token.ThrowIfCancellationRequested();
                slides.Write(slide);
            }
            if (frame.Slides.Count > before)
                frame.Sections.Add(new DeckSection(XmlText.Clean(section.Name), frame.Slides.Count - before, section.Id));
        }
        var ending = new PackageFile();
        frame.AddTo(ending);
        Write(package, ending);
        package.End();
        return frame.Slides.Count;
    }

    static void Write(PackageStream package, PackageFile parts)
    {
        foreach (var part in parts.Parts)
            package.Write(part);
    }

    /// <summary>The package's own are the same for a deck without slides.</summary>
    static List<Relationship> RelationshipsOf(PresentationFrame frame, DeckContent content)
    {
        var empty = new PresentationFrame(content.Properties) { NotesMaster = frame.NotesMaster };
        empty.Masters.AddRange(frame.Masters);
        var package = new PackageFile();
        empty.AddTo(package);
        return package.Relationships;
    }
}
