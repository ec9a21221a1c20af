using System.Security.Cryptography;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using Comments = DocumentFormat.OpenXml.Office2021.PowerPoint.Comment;
using P = DocumentFormat.OpenXml.Presentation;

namespace CourseGen.Ppt.Tests.OtherPrograms;

/// <summary>What a slide says and leads to, whatever its parts are called, so that it can be compared before and after a merge.</summary>
/// <param name="Links">Titles of slides, and addresses.</param>
/// <param name="Files">Pictures, workbooks, sound and film: kind and hash.</param>
/// <param name="Diagrams">SmartArt's parts: kind and text.</param>
/// <param name="Comments">With their authors.</param>
sealed record SlideStory(
    string Text, string? Notes, string Layout, IReadOnlyList<string> Links, IReadOnlyList<string> Files, IReadOnlyList<string> Diagrams, IReadOnlyList<string> Comments, IReadOnlyList<string> Tags)
{
    internal static IReadOnlyList<SlideStory> Of(byte[] deck)
    {
        using var document = PresentationDocument.Open(new MemoryStream(deck), isEditable: false);
        var presentation = document.PresentationPart!;
        return [.. presentation.Presentation.SlideIdList!.Elements<P.SlideId>().Select(id => Of((SlidePart)presentation.GetPartById(id.RelationshipId!), presentation))];
    }

    static SlideStory Of(SlidePart slide, PresentationPart presentation) => new(
        TextOf(slide),
        slide.NotesSlidePart is { } notes ? Paragraphs(notes.NotesSlide) : null,
        $"{slide.SlideLayoutPart!.SlideMasterPart!.ThemePart!.Theme.Name} / {slide.SlideLayoutPart.SlideLayout.CommonSlideData!.Name}",
        [.. slide.Slide.Descendants<A.HyperlinkOnClick>().Where(link => !string.IsNullOrEmpty(link.Id)).Select(link => LinkOf(slide, link.Id!))],
        [.. FilesOf(slide).Order(StringComparer.Ordinal)],
        [.. slide.Parts.Select(part => part.OpenXmlPart).Where(part => part.ContentType.Contains("diagram", StringComparison.OrdinalIgnoreCase))
            .Select(part => $"{part.ContentType} {part.RootElement?.InnerText}").Order(StringComparer.Ordinal)],
        [.. OldComments(slide, presentation), .. ModernComments(slide, presentation)],
        [.. slide.GetPartsOfType<UserDefinedTagsPart>().SelectMany(part => part.TagList!.Elements<P.Tag>()).Select(tag => $"{tag.Name}={tag.Val}")]);

    static string TextOf(SlidePart slide) => Paragraphs(slide.Slide);

    static string Paragraphs(DocumentFormat.OpenXml.OpenXmlElement root) => string.Join('\n', root.Descendants<A.Paragraph>().Select(paragraph => paragraph.InnerText)).Trim();

    static string LinkOf(SlidePart slide, string id) =>
        slide.HyperlinkRelationships.FirstOrDefault(link => link.Id == id)?.Uri.ToString()
        ?? (slide.GetPartById(id) is SlidePart target ? TextOf(target) : "no slide");

    static IEnumerable<string> FilesOf(SlidePart slide) =>
    [
        .. slide.ImageParts.Select(image => $"picture {HashOf(image.GetStream())}"),
        .. slide.ChartParts.Select(chart => $"workbook {(chart.EmbeddedPackagePart is { } workbook ? HashOf(workbook.GetStream()) : "none")}"),
        .. slide.DataPartReferenceRelationships.Select(media => $"{media.RelationshipType.Split('/')[^1]} {media.DataPart.ContentType} {HashOf(media.DataPart.GetStream())}"),
    ];

    static IEnumerable<string> OldComments(SlidePart slide, PresentationPart presentation) =>
        slide.SlideCommentsPart?.CommentList.Elements<P.Comment>().Select(comment =>
            $"{presentation.CommentAuthorsPart?.CommentAuthorList.Elements<P.CommentAuthor>().FirstOrDefault(author => author.Id! == comment.AuthorId!)?.Name}: {comment.Text?.Text}") ?? [];

    /// <summary>Each with the replies below it, and whether it names the slide that it is on.</summary>
    static IEnumerable<string> ModernComments(SlidePart slide, PresentationPart presentation)
    {
        var authors = presentation.GetPartsOfType<PowerPointAuthorsPart>().SelectMany(part => part.AuthorList!.Elements<Comments.Author>()).ToLookup(author => author.Id!.Value!, author => author.Name!.Value);
        var id = presentation.Presentation.SlideIdList!.Elements<P.SlideId>().First(id => id.RelationshipId == presentation.GetIdOfPart(slide)).Id!.Value;
        foreach (var comment in slide.GetPartsOfType<PowerPointCommentPart>().SelectMany(part => part.CommentList!.Elements<Comments.Comment>()))
        {
            var place = comment.OuterXml.Contains($"sldId=\"{id}\"", StringComparison.Ordinal) ? "here" : "elsewhere";
            yield return $"{authors[comment.AuthorId!].FirstOrDefault()}, {place}: {Paragraphs(comment)}";
        }
    }

    static string HashOf(Stream content)
    {
        using (content)
            return Convert.ToHexStringLower(SHA256.HashData(content))[..16];
    }
}
