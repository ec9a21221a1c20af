namespace CourseGen.EndToEnd.Tests;

/// <summary>What was paid for is never paid again: killed runs, repairs, rebuilds, hand edits.</summary>
public sealed class PaidOnceTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_killed_run_goes_on_and_makes_only_the_missing_calls()
    {
        var undisturbed = await Generate("whole");
        undisturbed.Exit.ShouldBe(0, undisturbed.ToString());
        var all = undisturbed.Report.GetProperty("calls").GetInt32();

        using (var killed = CoursegenProgram.Start("generate", CoursegenProgram.Sample("data-engineering"), "--out", _folder["killed"], "--modules-to-generate", "1-3"))
        {
            await Until(() => Answers("killed") >= all / 3, killed);
            killed.Kill(entireProcessTree: true);
            await killed.WaitForExitAsync();
        }
        var kept = Answers("killed");
        kept.ShouldBeLessThan(all, "it was to be killed half-way");

        var again = await Generate("killed");
        again.Exit.ShouldBe(0, again.ToString());
        // An answer is kept before anything reads it, so what is not kept was in flight; a picture is kept as the artifact itself.
        again.Report.GetProperty("calls").GetInt32().ShouldBeLessThanOrEqualTo(all - kept);
        Artifacts("killed").ShouldBe(Artifacts("whole"));
    }

    [Fact]
    public async Task Gaps_are_named_and_a_repair_makes_only_them()
    {
        var outline = CoursegenProgram.Sample("harbour-tides");
        var first = await CoursegenProgram.Run("generate", outline, "--out", _folder["out"], "--provider", "simulated", "--seed-failures", "0.3", "--json");
        first.Exit.ShouldBe(6, first.ToString());
        first.Report.GetProperty("gaps").GetArrayLength().ShouldBeGreaterThan(0);
        first.Errors.ShouldContain("missing:");
        File.Exists(_folder["out", "harbour-tides", "infographics", "harbour-tides-complete.pptx"]).ShouldBeTrue(first.ToString());

        var repaired = await CoursegenProgram.Run("repair", _folder["out", "harbour-tides"], "--json");
        repaired.Exit.ShouldBe(0, repaired.ToString());
        repaired.Report.GetProperty("gaps").GetArrayLength().ShouldBe(0);
        repaired.Report.GetProperty("reused").GetInt32().ShouldBeGreaterThan(0);

        var again = await CoursegenProgram.Run("repair", _folder["out", "harbour-tides"], "--json");
        again.Report.GetProperty("calls").GetInt32().ShouldBe(0, again.ToString());
    }

    [Fact]
    public async Task A_lesson_edited_by_hand_is_kept_and_comes_into_the_book_without_a_model_call()
    {
        (await CoursegenProgram.Run("generate", CoursegenProgram.Sample("harbour-tides"), "--out", _folder["out"])).Exit.ShouldBe(0);
        var lesson = Directory.GetFiles(_folder["out", "harbour-tides", "lessons"]).Order().First();
        await File.AppendAllTextAsync(lesson, "\nThe harbour master asks for a call on channel 12.\n");

        var rebuilt = await CoursegenProgram.Run("rebuild", _folder["out", "harbour-tides"], "--json");
        rebuilt.Report.GetProperty("calls").GetInt32().ShouldBe(0, rebuilt.ToString());
        var book = await File.ReadAllTextAsync(_folder["out", "harbour-tides", "book", "tide-tables-for-small-harbours_complete.md"]);
        book.ShouldContain("asks for a call on channel 12");
        (await File.ReadAllTextAsync(lesson)).ShouldContain("channel 12");
        Directory.GetFiles(_folder["out", "harbour-tides", "versions"], "*", SearchOption.AllDirectories).ShouldNotBeEmpty("the old book is kept");
    }

    Task<ProgramResult> Generate(string name) => CoursegenProgram.Run(
        "generate", CoursegenProgram.Sample("data-engineering"), "--out", _folder[name], "--modules-to-generate", "1-3", "--json");

    int Answers(string name) => Directory.Exists(_folder[name, "data-engineering", ".coursegen", "answers"])
        ? Directory.GetFiles(_folder[name, "data-engineering", ".coursegen", "answers"], "*.json", SearchOption.AllDirectories).Length
        : 0;

    Dictionary<string, string> Artifacts(string name)
    {
        var root = _folder[name, "data-engineering"];
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file)).Where(file => !file.StartsWith(".coursegen", StringComparison.Ordinal) && file != "course.json")
            .ToDictionary(file => file, file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(root, file)))));
    }

    static async Task Until(Func<bool> condition, System.Diagnostics.Process process)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!condition())
        {
            process.HasExited.ShouldBeFalse("it ended before it could be killed");
            await timer.WaitForNextTickAsync(deadline.Token);
        }
    }
}
