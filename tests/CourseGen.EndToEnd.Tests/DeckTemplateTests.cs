using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Tests.Testing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using P = DocumentFormat.OpenXml.Presentation;

namespace CourseGen.EndToEnd.Tests;

/// <summary>A course on a company's own template, made once for all facts about it; on a dark one, of which most layouts have names of its own.</summary>
public sealed class CourseOnTemplate : IAsyncLifetime
{
    public TemporaryFolder Folder { get; } = new();
    public ProgramResult Plain { get; private set; } = null!;
    public ProgramResult First { get; private set; } = null!;
    public ProgramResult Again { get; private set; } = null!;
    public byte[] PlainDeck { get; private set; } = null!;
    public byte[] Deck { get; private set; } = null!;
    public string Course => Folder["out", "harbour-tides"];
    public string DeckFile => Path.Combine(Course, "infographics/harbour-tides-complete.pptx");

    public async Task InitializeAsync()
    {
        Plain = await Generate();
        PlainDeck = await File.ReadAllBytesAsync(DeckFile);
        await File.WriteAllBytesAsync(Folder["Acme.potx"], AcmeTemplate.Potx(dark: true));
        First = await Generate("--deck-template", Folder["Acme.potx"]);
        Deck = await File.ReadAllBytesAsync(DeckFile);
        Again = await Generate("--deck-template", Folder["Acme.potx"]);
    }

    public Task DisposeAsync()
    {
        Folder.Dispose();
        return Task.CompletedTask;
    }

    Task<ProgramResult> Generate(params string[] options) =>
        CoursegenProgram.Run(["generate", CoursegenProgram.Sample("harbour-tides"), "--out", Folder["out"], "--json", .. options]);
}

public sealed class DeckTemplateTests(CourseOnTemplate course) : IClassFixture<CourseOnTemplate>
{
    [Fact]
    public void A_template_changes_the_decks_of_a_course_that_is_there_and_pays_for_nothing_again()
    {
        course.Plain.Exit.ShouldBe(0, course.Plain.ToString());
        course.First.Exit.ShouldBe(0, course.First.ToString());
        course.First.Report.GetProperty("calls").GetInt32().ShouldBe(0);
        course.Deck.ShouldNotBe(course.PlainDeck);
    }

    [Fact]
    public async Task The_same_template_again_changes_nothing()
    {
        course.Again.Exit.ShouldBe(0, course.Again.ToString());
        (await File.ReadAllBytesAsync(course.DeckFile)).ShouldBe(course.Deck);
    }

    [Theory]
    [InlineData("infographics/batch_1_lessons_1-6.pptx")]
    [InlineData("infographics/harbour-tides-complete.pptx")]
    public void A_deck_is_valid_and_has_the_templates_one_master_theme_and_layouts(string key)
    {
        using var deck = PresentationDocument.Open(Path.Combine(course.Course, key), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(deck).Select(fault => $"{fault.Part?.Uri} {fault.Description}").ShouldBeEmpty();
        var master = deck.PresentationPart!.SlideMasterParts.ShouldHaveSingleItem();
        master.ThemePart!.Theme.Name!.Value.ShouldBe(AcmeTemplate.ThemeName);
        deck.PresentationPart.SlideParts.Select(slide => slide.SlideLayoutPart!.SlideLayout.CommonSlideData!.Name!.Value).Distinct().ShouldAllBe(name => name!.StartsWith("Acme "));
        deck.PresentationPart.Presentation.SlideIdList!.Elements<P.SlideId>().Count().ShouldBeGreaterThan(20);
    }

    [Fact]
    public void The_checks_find_no_error_and_what_the_template_lacks_is_told_in_quality_manifest_and_on_the_terminal()
    {
        var quality = Read<QualityReport>("quality.json").Decks.ShouldHaveSingleItem();
        quality.Findings.Where(finding => finding.Severity == FindingSeverity.Error).ShouldBeEmpty();
        var told = quality.Findings.Where(finding => finding.Rule == "template").Select(finding => finding.Message).ToList();
        told.ShouldContain(message => message.StartsWith("Deck template acme.potx has no layout for agenda, ") && message.Contains("Name a layout “Agenda”"));
        Read<CourseManifest>("course.json").Warnings.ShouldBe(told);
        course.First.Report.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()).ShouldBe(told);
        course.First.Errors.ShouldContain($"note: {told[0]}");
    }

    [Fact]
    public void Slides_of_the_page_are_those_of_the_deck()
    {
        using var deck = PresentationDocument.Open(course.DeckFile, isEditable: false);
        Read<DeckStructure>("infographics/infographic_structure.json").TotalSlides.ShouldBe(deck.PresentationPart!.SlideParts.Count());
    }

    [Fact]
    public async Task Batch_decks_merge_under_the_courses_cover_on_the_same_master()
    {
        var merged = course.Folder["merged.pptx"];
        var result = await CoursegenProgram.Run("merge-decks", Path.Combine(course.Course, "infographics/batch_1_lessons_1-6.pptx"), "-o", merged, "--cover", Path.Combine(course.Course, "course.json"));
        result.Exit.ShouldBe(0, result.ToString());
        using var deck = PresentationDocument.Open(merged, isEditable: false);
        deck.PresentationPart!.SlideMasterParts.ShouldHaveSingleItem().ThemePart!.Theme.Name!.Value.ShouldBe(AcmeTemplate.ThemeName);
    }

    [Fact]
    public async Task A_template_with_macros_is_refused_before_anything_is_made()
    {
        await File.WriteAllBytesAsync(course.Folder["Macros.pptx"], AcmeTemplate.Potx(macros: true));
        var result = await CoursegenProgram.Run("generate", CoursegenProgram.Sample("harbour-tides"), "--out", course.Folder["refused"], "--deck-template", course.Folder["Macros.pptx"]);
        result.Exit.ShouldBe(3, result.ToString());
        result.Errors.ShouldContain("Macros.pptx holds macros. Save it as .pptx, which leaves them out.");
        Directory.Exists(course.Folder["refused"]).ShouldBeFalse();
    }

    T Read<T>(string key) => DocumentJson.Read<T>(File.ReadAllBytes(Path.Combine(course.Course, key)));
}
