using System.Diagnostics;

namespace CourseGen.EndToEnd.Tests;

/// <summary>Commands as their user runs them: what they refuse, and what they leave behind.</summary>
public sealed class CommandTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_provider_of_another_version_is_refused_before_anything_is_written()
    {
        var result = await CoursegenProgram.Run("generate", CoursegenProgram.Sample("harbour-tides"), "--out", _folder["out"], "--provider", "vertex");
        result.Exit.ShouldBe(2, result.ToString());
        result.Errors.ShouldContain("expected one of recorded, simulated");
        Directory.Exists(_folder["out"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_repair_finds_the_recorded_answers_that_generate_used()
    {
        var generated = await CoursegenProgram.Run("generate", CoursegenProgram.Sample("harbour-tides"), "--out", _folder["out"], "--seed-failures", "0.3");
        generated.Exit.ShouldBe(6, generated.ToString());
        var repaired = await CoursegenProgram.Run("repair", _folder["out", "harbour-tides"], "--json");
        repaired.Exit.ShouldBe(0, repaired.ToString());
        repaired.Report.GetProperty("calls").GetInt32().ShouldBeGreaterThan(0);

        await _folder.Write("out/harbour-tides/.coursegen/recorded/folder.txt", _folder["gone"]);
        var gone = await CoursegenProgram.Run("repair", _folder["out", "harbour-tides"]);
        gone.Exit.ShouldBe(2, gone.ToString());
        gone.Errors.ShouldContain("--recorded DIR");
        (await CoursegenProgram.Run("rebuild", _folder["out", "harbour-tides"])).Exit.ShouldBe(0, "it calls no model");
    }

    [Fact]
    public async Task An_interrupted_run_says_so_in_one_line_and_the_same_command_goes_on()
    {
        string[] command = ["generate", CoursegenProgram.Sample("data-engineering"), "--out", _folder["out"], "--modules-to-generate", "1-2"];
        using (var process = CoursegenProgram.Start(command))
        {
            await FirstStageThrough(process);
            using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
                await kill.WaitForExitAsync();
            var rest = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            process.ExitCode.ShouldBe(130, rest);
            rest.Split('\n').Count(line => line.StartsWith("Cancelled: ", StringComparison.Ordinal)).ShouldBe(1, rest);
        }
        var again = await CoursegenProgram.Run([.. command, "--json"]);
        again.Exit.ShouldBe(0, again.ToString());
        again.Report.GetProperty("reused").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Merging_refuses_by_name_and_leaves_the_output_as_it_was()
    {
        var (good, bad, output) = (_folder["out", "course", "infographics", "batch_1_lessons_1-1.pptx"], await _folder.Write("bad.pptx", "x"), await _folder.Write("merged.pptx", "old"));
        (await CoursegenProgram.Run("generate", await _folder.Write("course/outline.yaml", BadInputTests.OneLesson("T")), "--out", _folder["out"])).Exit.ShouldBe(0);

        (await CoursegenProgram.Run("merge-decks", good, _folder["nothing.pptx"], "-o", output)).Exit.ShouldBe(2);
        var refused = await CoursegenProgram.Run("merge-decks", good, bad, "-o", output);
        refused.Exit.ShouldBe(3, refused.ToString());
        refused.Errors.ShouldContain("bad.pptx");
        (await CoursegenProgram.Run("merge-decks", good, "-o", _folder["no", "folder.pptx"])).Exit.ShouldBe(4);
        (await File.ReadAllTextAsync(output)).ShouldBe("old");
    }

    [Fact]
    public async Task Batch_decks_merged_with_the_courses_cover_are_the_courses_deck()
    {
        (await CoursegenProgram.Run("generate", await _folder.Write("course/outline.yaml", BadInputTests.OneLesson("T")), "--out", _folder["out"])).Exit.ShouldBe(0);
        var batch = _folder["out", "course", "infographics", "batch_1_lessons_1-1.pptx"];
        var merged = await CoursegenProgram.Run("merge-decks", batch, "-o", _folder["merged.pptx"], "--cover", _folder["out", "course", "course.json"]);
        merged.Exit.ShouldBe(0, merged.ToString());
        (await File.ReadAllBytesAsync(_folder["merged.pptx"])).ShouldBe(await File.ReadAllBytesAsync(_folder["out", "course", "infographics", "course-complete.pptx"]));
    }

    [Fact]
    public async Task A_deck_is_checked_and_its_findings_printed_for_people_and_for_programs()
    {
        (await CoursegenProgram.Run("generate", await _folder.Write("course/outline.yaml", BadInputTests.OneLesson("T")), "--out", _folder["out"])).Exit.ShouldBe(0);
        var deck = _folder["out", "course", "infographics", "course-complete.pptx"];
        var good = await CoursegenProgram.Run("check", deck, "--json");
        good.Exit.ShouldBe(0, good.ToString());
        good.Report.GetProperty("errors").GetInt32().ShouldBe(0);

        using (var zip = System.IO.Compression.ZipFile.Open(deck, System.IO.Compression.ZipArchiveMode.Update))
            zip.GetEntry("ppt/notesSlides/notesSlide1.xml")!.Delete();
        var broken = await CoursegenProgram.Run("check", deck);
        broken.Exit.ShouldBe(4, broken.ToString());
        broken.Output.ShouldContain("leads to ppt/notesSlides/notesSlide1.xml, which is not there;");
        (await CoursegenProgram.Run("check", await _folder.Write("bad.pptx", "x"))).Exit.ShouldBe(3);
        (await CoursegenProgram.Run("check", _folder["nothing.pptx"])).Exit.ShouldBe(2);
    }

    static async Task FirstStageThrough(Process process)
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
            if (line.StartsWith('['))
                return;
        throw new InvalidOperationException("It ended before it could be interrupted.");
    }
}
