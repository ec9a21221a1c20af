using System.Text.Json.Nodes;
using CourseGen.Cli.Embedded;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Tests.Testing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CourseGen.EndToEnd.Tests;

/// <summary>Decks of books that are there already: as made, edited, and all that a folder has.</summary>
public sealed class DeckOfBookTests : IDisposable
{
    const string Page = "infographics/infographic_structure.json";
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_book_of_a_course_is_decked_in_another_style_without_a_call()
    {
        await Generate();
        var (end, calls) = await Deck("harbour-tides", new BuildDeck { ProjectFolder = "harbour-tides", Style = "minimal", BatchSize = 2 });
        end.ShouldBeOfType<CourseCompleted>(end.ToString());
        calls.ShouldBe(0, "the slide plans of its lessons are there");
        Structure("harbour-tides").Style.ShouldBe("minimal");
        File.Exists(_folder["harbour-tides", "infographics", "batch_3_lessons_5-6.pptx"]).ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_person_wrote_into_the_book_is_on_the_slides()
    {
        await Generate();
        var file = Directory.GetFiles(_folder["harbour-tides", "book"], "*_data.json").Single(name => !name.Contains("labguide"));
        var book = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        book["modules"]![0]!["lessons"]![0]!["title"] = "Heights as the harbour master sees them";
        await File.WriteAllTextAsync(file, book.ToJsonString());
        var (end, _) = await Deck("harbour-tides", new BuildDeck { ProjectFolder = "harbour-tides", ModelProvider = "simulated" });
        end.ShouldBeOfType<CourseCompleted>(end.ToString());
        var structure = Structure("harbour-tides");
        structure.Slides.ShouldContain(slide => slide.Title == "1.1 Heights as the harbour master sees them");
        structure.Slides.SelectMany(slide => slide.ContentBlocks).Count(block => block.ImageReference is not null).ShouldBe(12, "every picture of the book, once");
        (await File.ReadAllTextAsync(_folder["harbour-tides", "infographics", "infographic.html"])).ShouldNotContain("could not be made");
    }

    [Fact]
    public async Task A_folder_that_has_a_book_and_its_pictures_only_gets_a_deck()
    {
        await Generate();
        foreach (var part in (string[])["book", "images"])
            CopyFolder(_folder["harbour-tides", part], _folder["elsewhere", part]);
        var (end, calls) = await Deck("elsewhere", new BuildDeck { ProjectFolder = "elsewhere", AutoCombine = false });
        end.ShouldBeOfType<CourseCompleted>(end.ToString());
        calls.ShouldBe(6, "a slide plan for each lesson, and nothing else");
        File.Exists(_folder["elsewhere", "infographics", "elsewhere-complete.pptx"]).ShouldBeFalse();
        (await Deck("elsewhere", new MergeDeck { ProjectFolder = "elsewhere" })).End.ShouldBeOfType<CourseCompleted>();
        using var deck = PresentationDocument.Open(_folder["elsewhere", "infographics", "elsewhere-complete.pptx"], isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(deck).Select(fault => $"{fault.Part?.Uri} {fault.Description}").ShouldBeEmpty();
        deck.PresentationPart!.SlideParts.Count(slide => slide.Slide.Descendants<DocumentFormat.OpenXml.Presentation.Picture>().Any()).ShouldBe(12);
        Structure("elsewhere").Slides.Count.ShouldBe(deck.PresentationPart.SlideParts.Count());
    }

    [Fact]
    public async Task One_command_makes_the_deck_of_a_book_that_is_all_a_folder_has()
    {
        await Generate();
        foreach (var part in (string[])["book", "images"])
            CopyFolder(_folder["harbour-tides", part], _folder["elsewhere", part]);
        var made = await CoursegenProgram.Run("deck", _folder["elsewhere"], "--batch-size", "4", "--style", "modern", "--no-combine", "--json");
        made.Exit.ShouldBe(0, made.ToString());
        made.Report.GetProperty("calls").GetInt32().ShouldBe(6, "a slide plan for each lesson");
        Decks("elsewhere").ShouldBe(["batch_1_lessons_1-4.pptx", "batch_2_lessons_5-6.pptx"]);
        Structure("elsewhere").Style.ShouldBe("modern");

        var again = await CoursegenProgram.Run("deck", _folder["elsewhere"], "--batch-size", "4", "--style", "modern", "--json");
        again.Exit.ShouldBe(0, again.ToString());
        again.Report.GetProperty("calls").GetInt32().ShouldBe(0, "the slides are planned");
        Decks("elsewhere").ShouldContain("elsewhere-complete.pptx");
        (await CoursegenProgram.Run("check", _folder["elsewhere", "infographics", "elsewhere-complete.pptx"])).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task A_book_is_decked_on_a_companys_own_template()
    {
        await Generate();
        await File.WriteAllBytesAsync(_folder["Acme.potx"], AcmeTemplate.Potx());
        var made = await CoursegenProgram.Run("deck", _folder["harbour-tides"], "--deck-template", _folder["Acme.potx"], "--json");
        made.Exit.ShouldBe(0, made.ToString());
        using var deck = PresentationDocument.Open(_folder["harbour-tides", "infographics", "harbour-tides-complete.pptx"], isEditable: false);
        deck.PresentationPart!.SlideMasterParts.ShouldHaveSingleItem().ThemePart!.Theme.Name!.Value.ShouldBe(AcmeTemplate.ThemeName);
    }

    [Fact]
    public async Task A_template_here_is_nothing_that_servers_can_read()
    {
        var result = await CoursegenProgram.Run("deck", "harbour-tides", "--server", "--deck-template", "Acme.potx");
        result.Exit.ShouldBe(2, result.ToString());
        result.Errors.ShouldContain("name it with --deck-template-s3-key");
    }

    [Fact]
    public async Task A_folder_without_a_book_is_refused_with_what_is_expected()
    {
        var result = await CoursegenProgram.Run("deck", _folder.Path);
        result.Exit.ShouldBe(2, result.ToString());
        result.Errors.ShouldContain("there is no book/{slug}_data.json in it");
    }

    IEnumerable<string?> Decks(string folder) => Directory.GetFiles(_folder[folder, "infographics"], "*.pptx").Select(Path.GetFileName).Order(StringComparer.Ordinal);

    async Task Generate() =>
        (await CoursegenProgram.Run("generate", CoursegenProgram.Sample("harbour-tides"), "--out", _folder.Path)).Exit.ShouldBe(0);

    /// <summary>Sends the command to all services in this process, and waits for the course's end.</summary>
    async Task<(ICourseMessage End, int Calls)> Deck(string folder, object command)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await using var run = await EmbeddedRun.Start(new EmbeddedSettings(_folder.Path, null, "simulated", 0, Verbose: false), folder, deadline.Token);
        await run.Bus.Publish(command, command.GetType(), deadline.Token);
        while (true)
        {
            switch (await run.Watch.Events.ReadAsync(deadline.Token))
            {
                case CourseCompleted done:
                    return (done, done.Totals.Calls);
                case CourseCompletedWithGaps gaps:
                    return (gaps, gaps.Totals.Calls);
                case var end when end is CourseFailed or CourseRejected or CoursePaused:
                    return (end, 0);
            }
        }
    }

    DeckStructure Structure(string folder) => DocumentJson.Read<DeckStructure>(File.ReadAllBytes(Path.Combine(_folder[folder], Page)));

    static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
