using System.Diagnostics;
using AngleSharp.Html.Parser;
using CourseGen.Contracts.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CourseGen.EndToEnd.Tests;

/// <summary>The README's command, on the sample with recorded answers, once for all facts about it.</summary>
public sealed class HarbourTidesCourse : IAsyncLifetime
{
    public TemporaryFolder Folder { get; } = new();
    public ProgramResult First { get; private set; } = null!;
    public string Course => Folder["harbour-tides"];

    public async Task InitializeAsync() => First = await CoursegenProgram.Run("generate", CoursegenProgram.Sample("harbour-tides"), "--out", Folder.Path, "--json");

    public Task DisposeAsync()
    {
        Folder.Dispose();
        return Task.CompletedTask;
    }
}

public sealed class HarbourTidesTests(HarbourTidesCourse course) : IClassFixture<HarbourTidesCourse>
{
    static readonly IReadOnlyList<string> Keys =
    [
        "outline.yaml", "plan.json", "course.json", "lessons/module-1-lesson-1-heights-datums-and-the-chart.md", "prompts/01-01-0001.json", "images/01-01-0001.png",
        "images/01-01-0001.svg", "slides/module-2-lesson-3.json", "labguide/lab-master-plan.json", "labguide/setup-guide.md", "book/tide-tables-for-small-harbours_complete.md",
        "book/tide-tables-for-small-harbours_complete.html", "book/tide-tables-for-small-harbours_data.json", "book/tide-tables-for-small-harbours_labguide_complete.md",
        "book/tide-tables-for-small-harbours_labguide_complete.html", "book/tide-tables-for-small-harbours_labguide_data.json", "infographics/infographic_structure.json",
        "infographics/infographic.html", "infographics/batch_1_lessons_1-6.pptx", "infographics/harbour-tides-complete.pptx", "quality.json",
        ".coursegen/decks/batch-1.json", ".coursegen/revisions/1/plan.json", ".coursegen/revisions/1/outline.yaml",
    ];

    [Fact]
    public void It_ends_well()
    {
        course.First.Exit.ShouldBe(0, course.First.ToString());
        course.First.Report.GetProperty("status").GetString().ShouldBe("completed");
        course.First.Report.GetProperty("gaps").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void Every_key_of_the_layout_is_there() =>
        Keys.Where(key => !File.Exists(Path.Combine(course.Course, key))).ShouldBeEmpty(course.First.ToString());

    [Fact]
    public void Six_lessons_twelve_pictures_and_two_labs_are_made()
    {
        Count("lessons", "*.md").ShouldBe(6);
        Count("images", "*.png").ShouldBe(12);
        Count("labguide", "lab-*.md").ShouldBe(2);
        var manifest = Read<CourseManifest>("course.json");
        manifest.Counts.Lessons.ShouldBe(new MadeCount(6, 6, 0));
        manifest.Counts.Images.ShouldBe(new MadeCount(12, 12, 0));
        manifest.Images.StatusCode.ShouldBe(200);
        manifest.Simulated.ShouldBeFalse();
    }

    [Fact]
    public void Every_file_of_the_manifest_is_on_disk_as_it_says()
    {
        var manifest = Read<CourseManifest>("course.json");
        manifest.Artifacts.ShouldNotBeEmpty();
        foreach (var artifact in manifest.Artifacts)
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(course.Course, artifact.Key))))
                .ShouldBe(artifact.Sha256, artifact.Key);
    }

    [Theory]
    [InlineData("infographics/batch_1_lessons_1-6.pptx")]
    [InlineData("infographics/harbour-tides-complete.pptx")]
    public void A_deck_is_valid_and_every_slide_has_notes(string key)
    {
        using var deck = PresentationDocument.Open(Path.Combine(course.Course, key), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(deck).Select(fault => $"{fault.Part?.Uri} {fault.Description}").ShouldBeEmpty();
        deck.PresentationPart!.SlideParts.ShouldAllBe(slide => slide.NotesSlidePart != null);
        deck.PresentationPart.SlideMasterParts.Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_merged_deck_opens_in_LibreOffice_with_one_page_a_slide()
    {
        using var folder = new TemporaryFolder();
        var deck = Path.Combine(course.Course, "infographics/harbour-tides-complete.pptx");
        using var office = Process.Start(new ProcessStartInfo("soffice",
            ["--headless", $"-env:UserInstallation=file://{folder["profile"]}", "--convert-to", "pdf", "--outdir", folder.Path, deck])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await office.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(4)).Token);
        using var info = Process.Start(new ProcessStartInfo("pdfinfo", [folder["harbour-tides-complete.pdf"]]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var pages = (await info.StandardOutput.ReadToEndAsync()).Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal));
        using var opened = PresentationDocument.Open(deck, isEditable: false);
        int.Parse(pages["Pages:".Length..]).ShouldBe(opened.PresentationPart!.Presentation.SlideIdList!.ChildElements.Count);
    }

    [Theory]
    [InlineData("book/tide-tables-for-small-harbours_complete.html")]
    [InlineData("book/tide-tables-for-small-harbours_labguide_complete.html")]
    [InlineData("infographics/infographic.html")]
    public void A_page_stands_alone_and_its_pictures_say_what_they_show(string key)
    {
        var page = new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(course.Course, key)));
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.QuerySelectorAll("img").ShouldAllBe(image => image.GetAttribute("src")!.StartsWith("data:") && image.GetAttribute("alt")!.Length >= 10);
        page.QuerySelectorAll("link[href^=http], script[src]").ShouldBeEmpty();
        page.QuerySelectorAll("a[href^='#']").Where(link => page.GetElementById(link.GetAttribute("href")![1..]) is null).ShouldBeEmpty();
    }

    [Fact]
    public void The_documents_read_back()
    {
        Read<CoursePlan>("plan.json").Lessons.Count.ShouldBe(6);
        Read<Book>("book/tide-tables-for-small-harbours_data.json").Modules.SelectMany(module => module.Lessons).Count().ShouldBe(6);
        Read<LabMasterPlan>("labguide/lab-master-plan.json").TotalLabs.ShouldBe(2);
        Read<SlidePlan>("slides/module-1-lesson-1.json").Derived.ShouldBeFalse();
        var structure = Read<DeckStructure>("infographics/infographic_structure.json");
        structure.CompletionStatus.ShouldBe("complete");
        structure.Slides.Select(slide => slide.SlideNumber).ShouldBe(Enumerable.Range(1, structure.TotalSlides));
    }

    [Fact]
    public async Task The_same_command_again_makes_no_model_call_and_changes_no_file()
    {
        var before = Hashes();
        var again = await CoursegenProgram.Run("generate", CoursegenProgram.Sample("harbour-tides"), "--out", course.Folder.Path, "--json");
        again.Exit.ShouldBe(0, again.ToString());
        again.Report.GetProperty("calls").GetInt32().ShouldBe(0);
        Hashes().ShouldBe(before);
    }

    /// <summary>All but what says when it was written.</summary>
    Dictionary<string, string> Hashes() => Directory.EnumerateFiles(course.Course, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) != "course.json" && !file.Contains("/.coursegen/", StringComparison.Ordinal))
        .ToDictionary(file => file, file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));

    int Count(string folder, string pattern) => Directory.GetFiles(Path.Combine(course.Course, folder), pattern).Length;

    T Read<T>(string key) => DocumentJson.Read<T>(File.ReadAllBytes(Path.Combine(course.Course, key)));
}
