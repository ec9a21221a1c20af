using System.Text.RegularExpressions;
using CourseGen.Ppt.Packages;
using CourseGen.Ppt.Tests.Merging;
using CourseGen.Ppt.Tests.Testing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CourseGen.Ppt.Tests.OtherPrograms;

/// <summary>A deck of another program merged with one of ours, after it and before it.</summary>
public sealed partial class MergedWithOursTests(ProgramDecks decks) : IClassFixture<ProgramDecks>
{
    public static TheoryData<string, bool> Decks => new()
    {
        { ProgramDecks.PptxGenJs, true }, { ProgramDecks.PptxGenJs, false },
        { ProgramDecks.LibreOfficeDrawn, true }, { ProgramDecks.LibreOfficeDrawn, false },
        { ProgramDecks.LibreOfficeSaved, true }, { ProgramDecks.LibreOfficeSaved, false },
        { ProgramDecks.PowerPoint, true }, { ProgramDecks.PowerPoint, false },
        { ProgramDecks.GoogleSlides, true }, { ProgramDecks.GoogleSlides, false },
        { ProgramDecks.Keynote, true }, { ProgramDecks.Keynote, false },
        { ProgramDecks.PythonPptx, true }, { ProgramDecks.PythonPptx, false },
    };

    [Theory]
    [InlineData(ProgramDecks.PowerPoint)]
    [InlineData(ProgramDecks.GoogleSlides)]
    [InlineData(ProgramDecks.Keynote)]
    [InlineData(ProgramDecks.PythonPptx)]
    public void What_is_written_to_documentation_is_a_valid_deck(string program) => Faults(decks.Named(program).ShouldNotBeNull()).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Decks))]
    public void It_has_no_fault_that_the_deck_had_not_before(string program, bool oursFirst)
    {
        if (Merged(program, oursFirst) is not { } merge)
            return;
        Faults(merge.Merged).Except(Faults(merge.Theirs)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Decks))]
    public void Slides_keep_their_order_text_and_layout(string program, bool oursFirst) =>
        ShouldKeep(program, oursFirst, story => $"{story.Text} on {story.Layout}");

    [Theory]
    [MemberData(nameof(Decks))]
    public void Slides_keep_their_notes(string program, bool oursFirst) => ShouldKeep(program, oursFirst, story => story.Notes);

    [Theory]
    [MemberData(nameof(Decks))]
    public void Links_lead_where_they_led(string program, bool oursFirst) => ShouldKeep(program, oursFirst, story => string.Join('\n', story.Links));

    [Theory]
    [MemberData(nameof(Decks))]
    public void Pictures_workbooks_sound_and_film_stay_what_they_are(string program, bool oursFirst) => ShouldKeep(program, oursFirst, story => string.Join('\n', story.Files));

    [Theory]
    [MemberData(nameof(Decks))]
    public void Comments_keep_their_authors_and_slides(string program, bool oursFirst) => ShouldKeep(program, oursFirst, story => string.Join('\n', story.Comments));

    [Theory]
    [MemberData(nameof(Decks))]
    public void Diagrams_and_tags_stay(string program, bool oursFirst) => ShouldKeep(program, oursFirst, story => string.Join('\n', [.. story.Diagrams, .. story.Tags]));

    [Fact]
    public async Task LibreOffice_shows_as_many_pages_as_both_have()
    {
        if (!LibreOffice.IsHere())
            return;
        var merges = Decks.Select(row => ((string)row[0], Merged((string)row[0], (bool)row[1])!.Value)).ToList();
        var pages = await LibreOffice.Pages([.. merges.Select(merge => merge.Item2.Merged)]);
        merges.Select((merge, index) => (merge.Item1, pages[index]))
            .ShouldBe(merges.Select(merge => (merge.Item1, SlideStory.Of(ProgramDecks.Ours).Count + SlideStory.Of(merge.Item2.Theirs).Count)));
    }

    [Fact]
    public void Decks_of_all_programs_become_one()
    {
        var all = Decks.Where(row => (bool)row[1]).Select(row => decks.Named((string)row[0])).OfType<byte[]>().Prepend(ProgramDecks.Ours).ToArray();
        var merged = Merges.Bytes(all);
        Faults(merged).Except(all.SelectMany(Faults)).ShouldBeEmpty();
        SlideStory.Of(merged).Select(story => $"{story.Text} on {story.Layout}").ShouldBe(all.SelectMany(SlideStory.Of).Select(story => $"{story.Text} on {story.Layout}"));
    }

    [Fact]
    public void A_deck_of_python_pptx_of_its_own_shape_is_refused_with_both_sizes()
    {
        var refused = Should.Throw<DeckRefusedException>(() => Merges.Bytes(ProgramDecks.Ours, PythonPptxDeck.Written(9144000, 6858000)));
        refused.Message.ShouldContain("10 × 7.5 inches");
        refused.Message.ShouldContain("13.33 × 7.5 inches");
    }

    void ShouldKeep(string program, bool oursFirst, Func<SlideStory, string?> facet)
    {
        if (Merged(program, oursFirst) is not { } merge)
            return;
        var (ours, theirs) = (SlideStory.Of(ProgramDecks.Ours).Select(facet), SlideStory.Of(merge.Theirs).Select(facet));
        SlideStory.Of(merge.Merged).Select(facet).ShouldBe(oursFirst ? ours.Concat(theirs) : theirs.Concat(ours));
    }

    (byte[] Merged, byte[] Theirs)? Merged(string program, bool oursFirst)
    {
        if (decks.Named(program) is not { } theirs)
            return null;
        return (oursFirst ? Merges.Bytes(ProgramDecks.Ours, theirs) : Merges.Bytes(theirs, ProgramDecks.Ours), theirs);
    }

    /// <summary>Without the names of parts and the numbers in paths, which a merge changes.</summary>
    static List<string> Faults(byte[] deck)
    {
        using var document = PresentationDocument.Open(new MemoryStream(deck), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document)
            .Select(fault => $"{fault.Part?.GetType().Name} {Number().Replace(fault.Path?.XPath ?? "", "")}: {fault.Description}")];
    }

    [GeneratedRegex(@"\[\d+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
