using CourseGen.Contracts.Documents;

namespace CourseGen.EndToEnd.Tests;

/// <summary>Courses of other shapes: a language, a selection, labs only, decks left unmerged.</summary>
public sealed class CourseFormsTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_Spanish_course_is_Spanish_throughout()
    {
        var result = await CoursegenProgram.Run("generate", CoursegenProgram.Sample("bases-de-datos"), "--out", _folder.Path);
        result.Exit.ShouldBe(0, result.ToString());
        var page = await File.ReadAllTextAsync(Directory.GetFiles(_folder["bases-de-datos", "book"], "*_complete.html").First(file => !file.Contains("labguide")));
        page.ShouldContain("lang=\"es\"");
        page.ShouldContain("Ideas clave");
        page.ShouldNotContain("Key takeaways");
    }

    [Theory]
    [InlineData("1", new[] { 1 })]
    [InlineData("1,2", new[] { 1, 2 })]
    [InlineData("1,3-4", new[] { 1, 3, 4 })]
    public async Task A_selection_makes_its_modules_only(string selection, int[] modules)
    {
        var outline = await _folder.Write("course/outline.yaml", FourModules);
        var result = await CoursegenProgram.Run("generate", outline, "--out", _folder["out"], "--modules-to-generate", selection);
        result.Exit.ShouldBe(0, result.ToString());
        Directory.GetFiles(_folder["out", "course", "lessons"]).Length.ShouldBe(modules.Length * 2);
        Plan().SelectedModules.ShouldBe(modules);
    }

    [Fact]
    public async Task A_later_selection_adds_to_the_earlier_one()
    {
        var outline = await _folder.Write("course/outline.yaml", FourModules);
        (await CoursegenProgram.Run("generate", outline, "--out", _folder["out"], "--modules-to-generate", "1")).Exit.ShouldBe(0);
        var second = await CoursegenProgram.Run("generate", outline, "--out", _folder["out"], "--modules-to-generate", "3", "--json");
        second.Exit.ShouldBe(0, second.ToString());
        Plan().SelectedModules.ShouldBe([1, 3]);
        second.Report.GetProperty("reused").GetInt32().ShouldBeGreaterThan(0);
        var book = DocumentJson.Read<Book>(await File.ReadAllBytesAsync(Directory.GetFiles(_folder["out", "course", "book"], "*_data.json").First(file => !file.Contains("labguide"))));
        book.Modules.Select(module => module.ModuleNumber).ShouldBe([1, 3]);
    }

    [Fact]
    public async Task Simulated_text_is_said_to_be_simulated_in_book_deck_and_manifest()
    {
        var outline = await _folder.Write("course/outline.yaml", BadInputTests.OneLesson("Small"));
        (await CoursegenProgram.Run("generate", outline, "--out", _folder["out"])).Exit.ShouldBe(0);
        (await File.ReadAllTextAsync(_folder["out", "course", "book", "small_complete.md"])).ShouldContain("simulated");
        DocumentJson.Read<CourseManifest>(await File.ReadAllBytesAsync(_folder["out", "course", "course.json"])).Simulated.ShouldBeTrue();
        using var deck = DocumentFormat.OpenXml.Packaging.PresentationDocument.Open(_folder["out", "course", "infographics", "course-complete.pptx"], isEditable: false);
        deck.PresentationPart!.SlideParts.ShouldContain(slide => slide.Slide.InnerText.Contains("simulated"));
    }

    [Fact]
    public async Task Without_auto_combine_the_batch_decks_stay_and_merge_later()
    {
        var outline = await _folder.Write("course/outline.yaml", FourModules);
        var result = await CoursegenProgram.Run("generate", outline, "--out", _folder["out"], "--auto-combine", "false");
        result.Exit.ShouldBe(0, result.ToString());
        var decks = Directory.GetFiles(_folder["out", "course", "infographics"], "*.pptx").Order(StringComparer.Ordinal).ToList();
        decks.Select(Path.GetFileName).ShouldBe(["batch_1_lessons_1-6.pptx", "batch_2_lessons_7-8.pptx"]);

        var merged = await CoursegenProgram.Run(["merge-decks", .. decks, "-o", _folder["merged.pptx"]]);
        merged.Exit.ShouldBe(0, merged.ToString());
        Slides(_folder["merged.pptx"]).ShouldBe(decks.Sum(Slides));
    }

    [Fact]
    public async Task Plan_prints_batches_and_calls_and_makes_nothing()
    {
        var result = await CoursegenProgram.Run("plan", CoursegenProgram.Sample("data-engineering"));
        result.Exit.ShouldBe(0, result.ToString());
        result.Output.ShouldContain("1–6, 7–12, 13–18, 19–24, 25–30, 31–36, 37–42");
        result.Output.ShouldContain("calls");
    }

    [Fact]
    public async Task Validate_says_what_an_outline_holds()
    {
        var result = await CoursegenProgram.Run("validate", CoursegenProgram.Sample("large"));
        result.Exit.ShouldBe(0, result.ToString());
        result.Output.ShouldContain("30 modules, 200 lessons");
    }

    CoursePlan Plan() => DocumentJson.Read<CoursePlan>(File.ReadAllBytes(_folder["out", "course", "plan.json"]));

    static int Slides(string deck)
    {
        using var opened = DocumentFormat.OpenXml.Packaging.PresentationDocument.Open(deck, isEditable: false);
        return opened.PresentationPart!.Presentation.SlideIdList!.ChildElements.Count;
    }

    static string FourModules => "course:\n  title: Four\n  modules:\n" + string.Concat(Enumerable.Range(1, 4).Select(n =>
        $"    - title: Module {n}\n      lessons: [{{title: First of {n}, topics: [Alpha {n}, Beta {n}]}}, {{title: Second of {n}, topics: [Gamma {n}]}}]\n"));
}
