using System.Diagnostics;
using System.Text;

namespace CourseGen.EndToEnd.Tests;

/// <summary>The commands that talk to servers, as their user runs them, on a real broker and a real S3 store.</summary>
public sealed class ServerCommandTests(ServedCourses services) : IClassFixture<ServedCourses>, IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly string _project = $"course-{Guid.NewGuid():N}";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_course_is_started_watched_and_downloaded()
    {
        var started = await Run("start", await Outline(), "--project", _project, "--provider", "simulated");
        started.Exit.ShouldBe(0, started.ToString());
        started.Output.ShouldContain($"folder  {services.Bucket}/{_project}");
        started.Errors.ShouldContain($"coursegen watch {_project} --bucket {services.Bucket}");

        var watched = await Run("watch", _project, "--json");
        watched.Exit.ShouldBe(0, watched.ToString());
        watched.Report.GetProperty("status").GetString().ShouldBe("completed");

        var downloaded = await Run("download", _project, "--out", _folder["out"]);
        downloaded.Exit.ShouldBe(0, downloaded.ToString());
        foreach (var file in watched.Report.GetProperty("files").EnumerateArray())
            File.Exists(_folder["out", _project, file.GetString()!]).ShouldBeTrue(file.GetString());
        Directory.Exists(_folder["out", _project, ".coursegen"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_download_goes_on_where_it_was_interrupted()
    {
        var course = await services.MadeCourse();
        (await Run("download", course, "--out", _folder["out"], "--all")).Exit.ShouldBe(0);
        File.Exists(_folder["out", course, ".coursegen", "revisions", "1", "plan.json"]).ShouldBeTrue();
        File.Delete(_folder["out", course, "plan.json"]);
        await File.AppendAllTextAsync(_folder["out", course, "course.json"], "edited");

        var again = await Run("download", course, "--out", _folder["out"], "--json");

        again.Exit.ShouldBe(0, again.ToString());
        (again.Report.GetProperty("fetched").GetInt32(), again.Report.GetProperty("replaced").GetInt32()).ShouldBe((2, 1));
    }

    [Fact]
    public async Task The_same_start_again_finds_the_course_done()
    {
        var course = await services.MadeCourse();
        var again = await Run("start", await Outline(), "--project", course, "--provider", "simulated", "--json");
        again.Exit.ShouldBe(0, again.ToString());
        again.Report.GetProperty("status").GetString().ShouldBe("completed");
    }

    [Fact]
    public async Task A_course_that_has_ended_is_looked_up_in_the_store()
    {
        var course = await services.MadeCourse();
        var watched = await Run("watch", course);
        watched.Exit.ShouldBe(0, watched.ToString());
        watched.Errors.ShouldContain("from course.json");
        watched.Errors.ShouldContain($"coursegen download {course}");
    }

    [Fact]
    public async Task A_rejected_start_says_why_at_once()
    {
        var rejected = await Run("start", await Outline(), "--project", _project, "--bucket", "elsewhere");
        rejected.Exit.ShouldBe(3, rejected.ToString());
        rejected.Errors.ShouldContain("--bucket: is not a configured bucket");
    }

    [Fact]
    public async Task An_outline_with_faults_is_refused_before_anything_is_sent()
    {
        var refused = await Run("start", await _folder.Write("bad.yaml", "course: {titel: T}"), "--project", _project, "--rabbitmq", "amqp://127.0.0.1:1/");
        refused.Exit.ShouldBe(3, refused.ToString());
        refused.Errors.ShouldContain("bad.yaml:1:");
    }

    [Fact]
    public async Task An_outline_too_large_for_a_message_goes_through_the_store()
    {
        var outline = await _folder.Write("large.yaml", BadInputTests.OneLesson("T") + new StringBuilder().Insert(0, $"# {new string('x', 98)}\n", 600));
        var started = await Run("start", outline, "--project", _project, "--provider", "simulated", "--watch");
        started.Exit.ShouldBe(0, started.ToString());
    }

    [Fact]
    public async Task A_broker_without_the_planners_queues_is_an_error_with_its_remedy()
    {
        var empty = await services.AnotherVirtualHost();
        try
        {
            var lost = await Run("start", await Outline(), "--project", _project, "--rabbitmq", empty.AbsoluteUri, "--buckets", services.Bucket);
            lost.Exit.ShouldBe(5, lost.ToString());
            lost.Errors.ShouldContain("planner --topology");
        }
        finally
        {
            await services.Forget(empty);
        }
    }

    [Theory]
    [InlineData("amqp://somebody:the-password@127.0.0.1:1/vhost", "127.0.0.1:1")]
    [InlineData("amqp://somebody:the-password@127.0.0.1:1", "virtual host /")]
    public async Task A_broker_out_of_reach_is_named_without_its_password_in_time(string address, string place)
    {
        var clock = Stopwatch.StartNew();
        var result = await Run("watch", _project, "--rabbitmq", address, "--buckets", services.Bucket);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        result.Exit.ShouldBe(5, result.ToString());
        result.Errors.ShouldContain(place);
        result.ToString().ShouldNotContain("the-password");
    }

    [Fact]
    public async Task A_refused_password_is_not_printed()
    {
        var result = await Run("watch", _project, "--rabbitmq", new UriBuilder(services.Broker) { Password = "the-password" }.Uri.AbsoluteUri, "--buckets", services.Bucket);
        result.Exit.ShouldBe(5, result.ToString());
        result.Errors.ShouldContain("refuses user and password");
        result.ToString().ShouldNotContain("the-password");
    }

    [Fact]
    public async Task A_course_that_nobody_knows_does_not_hang_the_watch()
    {
        var nothing = await Run("watch", _project, "--give-up", "1");
        nothing.Exit.ShouldBe(5, nothing.ToString());
        nothing.Errors.ShouldContain("The store has no such course");
        (await Run("download", _project, "--out", _folder["out"])).Exit.ShouldBe(2);
    }

    [Fact]
    public async Task Watching_ends_by_interruption_and_the_course_goes_on()
    {
        using var process = CoursegenProgram.StartIn(services.Environment, "watch", _project, "--next");
        // The first line comes when nothing was heard for a while, by then the queue is there.
        var first = await process.StandardError.ReadLineAsync();
        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
            await kill.WaitForExitAsync();
        var rest = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(130, first + rest);
        rest.ShouldContain("the course goes on");
    }

    [Fact]
    public async Task Commands_to_a_course_on_servers_are_answered()
    {
        (await Run("repair", _project, "--server")).Exit.ShouldBe(3, "there is no such course yet");
        (await Run("start", await Outline(), "--project", _project, "--provider", "simulated", "--watch")).Exit.ShouldBe(0);
        (await Run("cancel", _project)).Exit.ShouldBe(0, "it has ended already");
        var merged = await Run("merge", _project, "--watch", "--json");
        merged.Exit.ShouldBe(0, merged.ToString());
        var rebuilt = await Run("rebuild", _project, "--server", "--watch");
        rebuilt.Exit.ShouldBe(0, rebuilt.ToString());
        var repaired = await Run("repair", _project, "--server", "--what", "01-01", "--force", "--watch", "--json");
        repaired.Exit.ShouldBe(0, repaired.ToString());
        repaired.Report.GetProperty("calls").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Without_servers_the_options_are_named()
    {
        var result = await CoursegenProgram.Run("watch", _project, "--bucket", "b");
        result.Exit.ShouldBe(2, result.ToString());
        result.Errors.ShouldContain("--rabbitmq");
    }

    Task<string> Outline() => _folder.Write("outline.yaml", ServedCourses.Outline);

    Task<ProgramResult> Run(params string[] arguments) => CoursegenProgram.RunIn(services.Environment, arguments);
}
