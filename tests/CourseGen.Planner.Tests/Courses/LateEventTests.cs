using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Planner.Tests.Courses;

/// <summary>Messages arrive repeated, late and in any order.</summary>
public sealed class LateEventTests
{
    static readonly string Yaml = OutlineYaml.Of([2], labs: true);
    static readonly RepairCourse Missing = new() { ProjectFolder = "tides" };

    public enum Standing { Running, Paused, Completed, Incomplete, Failed, Cancelled }

    public static TheoryData<Standing> Standings => [.. Enum.GetValues<Standing>()];

    [Theory]
    [MemberData(nameof(Standings))]
    public async Task No_event_faults_in_any_state(Standing standing)
    {
        await using var bed = await CourseBed.Start();
        await Bring(bed, standing);
        var course = bed.Course;
        foreach (var message in EveryEvent(bed))
            await bed.Publish(message);
        if (standing is not Standing.Running)
            await bed.Publish(new PauseRequested(CourseBed.Id));
        await bed.Publish(new CourseRequested(course.CorrelationId, course.Location, course.Outline!, course.Settings, course.Shape, null));
        bed.Script.Forget();
        await bed.Until(() => bed.Course.CurrentState == "Paused" || bed.Events.Ends.Count > 0);
        await bed.Publish(new ResumeCourse { ProjectFolder = "tides" });
        await bed.Until(() => bed.Course.CurrentState is not ("Running" or "Paused"));
        await bed.Quiet();
        bed.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Events_of_an_unknown_course_are_discarded()
    {
        await using var bed = await CourseBed.Start();
        await bed.Make(Yaml);
        var unknown = Guid.NewGuid();
        foreach (var message in EveryEvent(bed, unknown))
            await bed.Publish(message);
        await bed.Publish(new CancelRequested(unknown));
        await bed.Publish(new PauseRequested(unknown));
        await bed.Publish(new ResumeRequested(unknown, null, null));
        (await bed.Redo(Missing)).ShouldBeOfType<CourseCompleted>();
        bed.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_said_twice_counts_once()
    {
        await using var bed = await CourseBed.Start();
        var slow = bed.Script.Let(Act.Hold, WorkKind.Book);
        await bed.StartCourse(OutlineYaml.Of([1]));
        await bed.Command<WriteBook>("book");
        await bed.OnlyUnderWay(WorkKind.Book);
        var (calls, sent) = (bed.Course.Calls, bed.Workers.Commands.Count);
        foreach (var command in bed.Workers.Commands.Where(command => command is not WriteBook).ToList())
            await bed.Publish(bed.Workers.Success(command, FakeWorkers.KindOf(command), command.Units[0]));
        slow.Release();
        (await bed.End()).ShouldBeOfType<CourseCompleted>().Totals.Calls.ShouldBe(calls);
        bed.Workers.Commands.Count.ShouldBe(sent);
    }

    [Fact]
    public async Task An_event_counts_before_its_start_was_told()
    {
        await using var bed = await CourseBed.Start();
        bed.Script.Let(Act.StayUnstarted, WorkKind.Slides, times: 1);
        await bed.StartCourse(OutlineYaml.Of([1]));
        var command = await bed.Command<PlanSlides>("01-01");
        await bed.Publish(bed.Workers.Success(command, WorkKind.Slides, command.Units[0]));
        await bed.Publish(new WorkStarted(CourseBed.Id, command.Order.ReservationId));
        (await bed.End()).ShouldBeOfType<CourseCompleted>();
    }

    [Fact]
    public async Task What_an_earlier_attempt_made_counts_and_what_the_later_one_says_is_only_settled()
    {
        await using var bed = await CourseBed.Start();
        bed.Script.Let(Act.StayUnstarted, WorkKind.Slides, times: 1);
        await bed.StartCourse(OutlineYaml.Of([1]));
        var first = await bed.Command<PlanSlides>("01-01");
        await bed.OnlyUnderWay(WorkKind.Slides);
        var slow = bed.Script.Let(Act.Hold, WorkKind.Slides);
        await bed.Passes(TimeSpan.FromSeconds(660));
        await bed.Command<PlanSlides>("01-01", 2);
        await bed.Publish(bed.Workers.Success(first, WorkKind.Slides, first.Units[0]));
        await bed.Until(() => bed.Item(WorkKind.Slides, "01-01").Status == WorkStatus.Done);
        slow.Release();
        (await bed.End()).ShouldBeOfType<CourseCompleted>();
        await bed.Quiet();
    }

    [Fact]
    public async Task A_failure_of_an_earlier_attempt_is_only_settled()
    {
        await using var bed = await CourseBed.Start();
        bed.Script.Let(Act.StayUnstarted, WorkKind.Slides, times: 1);
        await bed.StartCourse(OutlineYaml.Of([1]));
        var first = await bed.Command<PlanSlides>("01-01");
        await bed.OnlyUnderWay(WorkKind.Slides);
        var slow = bed.Script.Let(Act.Hold, WorkKind.Slides);
        await bed.Passes(TimeSpan.FromSeconds(660));
        await bed.Command<PlanSlides>("01-01", 2);
        var calls = bed.Course.Calls;
        var receipt = FakeWorkers.Receipt(first, first.Units[0], "", [new CallUsage(FakeWorkers.Model, 1, 1, 0, 0, 0)], reused: false);
        await bed.Publish(new WorkFailed(CourseBed.Id, WorkKind.Slides, receipt, new WorkFailure(FailureKind.Configuration, "Broken.", "Mend it.")));
        await bed.Until(() => bed.Course.Calls == calls + 1);
        bed.Course.CurrentState.ShouldBe("Running");
        bed.Item(WorkKind.Slides, "01-01").Status.ShouldBe(WorkStatus.Sent);
        slow.Release();
        (await bed.End()).ShouldBeOfType<CourseCompleted>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_an_older_revision_made_counts_only_if_it_is_what_this_one_wants(bool same)
    {
        await using var bed = await CourseBed.Start();
        var slow = bed.Script.Let(Act.StayUnstarted, WorkKind.Lesson);
        await bed.StartCourse(OutlineYaml.Of([1]));
        var first = await bed.Command<WriteLessons>("01-01");
        await bed.Publish(new CancelCourse { ProjectFolder = "tides" });
        await bed.Event<CourseCancelled>();
        await bed.StartCourse(OutlineYaml.Of([1]), start => same ? start with { Style = "modern" } : start with { LessonRequirements = "Other" });
        await bed.Command<WriteLessons>("01-01", 2);
        var calls = bed.Course.Calls;
        await bed.Publish(bed.Workers.Success(first, WorkKind.Lesson, first.Units[0]));
        await bed.Until(() => bed.Course.Calls > calls);
        (bed.Item(WorkKind.Lesson, "01-01").Status == WorkStatus.Done).ShouldBe(same);
        slow.Release();
        if (!same)
            await bed.Passes(TimeSpan.FromSeconds(660));
        (await bed.End(2)).ShouldBeOfType<CourseCompleted>().Revision.ShouldBe(2);
        bed.Workers.Sent<WriteLessons>().Count.ShouldBe(same ? 2 : 3);
    }

    [Fact]
    public async Task Events_after_the_end_are_settled_and_change_nothing_else()
    {
        await using var bed = await CourseBed.Start();
        bed.Script.Let(Act.StayUnstarted, WorkKind.Lesson, "01-01");
        await bed.StartCourse(OutlineYaml.Of([1]));
        var command = await bed.Command<WriteLessons>("01-01");
        await bed.OnlyUnderWay(WorkKind.Lesson);
        await bed.Publish(new CancelCourse { ProjectFolder = "tides" });
        await bed.Event<CourseCancelled>();
        var calls = bed.Course.Calls;
        await bed.Publish(bed.Workers.Success(command, WorkKind.Lesson, command.Units[0]));
        await bed.Until(() => bed.Course.Calls == calls + 1);
        bed.Item(WorkKind.Lesson, "01-01").Status.ShouldBe(WorkStatus.Sent);
        bed.Course.CurrentState.ShouldBe("Cancelled");
    }

    [Fact]
    public async Task A_lease_that_ends_after_the_course_wakes_nobody_for_ever()
    {
        await using var bed = await CourseBed.Start();
        bed.Script.Let(Act.StayUnstarted, WorkKind.Lesson);
        await bed.StartCourse(OutlineYaml.Of([1]));
        await bed.Command<WriteLessons>("01-01");
        await bed.OnlyUnderWay(WorkKind.Lesson);
        await bed.Publish(new CancelCourse { ProjectFolder = "tides" });
        await bed.Event<CourseCancelled>();
        await bed.Passes(TimeSpan.FromSeconds(660));
        await bed.Until(() => bed.InFlight() == 0);
    }

    [Fact]
    public async Task Fifty_senders_at_once_start_one_course()
    {
        await using var bed = await CourseBed.Start();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bed.StartCourse(Yaml)));
        (await bed.End()).ShouldBeOfType<CourseCompleted>();
        await bed.Until(() => bed.Events.Of<CourseStarted>().Count + bed.Events.Of<CourseCompleted>().Count >= 51);
        bed.Artifacts.Payments.Values.ShouldAllBe(times => times == 1);
        bed.Course.Revision.ShouldBe(1);
        bed.Faults.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Standings))]
    public async Task An_equal_start_joins_what_is_under_way_says_what_is_done_and_repairs_what_has_gaps(Standing standing)
    {
        await using var bed = await CourseBed.Start();
        await Bring(bed, standing);
        var ends = bed.Events.Ends.Count;
        await bed.StartCourse(Yaml);
        if (standing is Standing.Running or Standing.Paused)
            await bed.Until(() => bed.Events.Of<CourseStarted>().Any(started => started.Warnings.Any(warning => warning.Contains(
                standing == Standing.Running ? "already under way" : "is paused", StringComparison.Ordinal))));
        bed.Script.Forget();
        if (standing == Standing.Paused)
            await bed.Publish(new ResumeCourse { ProjectFolder = "tides" });
        (await bed.End(ends + 1)).ShouldBeOfType<CourseCompleted>().Manifest.ShouldNotBeNull();
        bed.Course.Revision.ShouldBe(1);
        bed.Artifacts.Payments.Where(paid => paid.Key.Kind is WorkKind.Lesson or WorkKind.Slides).ShouldAllBe(paid => paid.Value == 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_repair_rebuild_or_merge_of_a_course_under_way_is_told_to_wait(bool paused)
    {
        await using var bed = await CourseBed.Start();
        await Bring(bed, paused ? Standing.Paused : Standing.Running);
        await bed.Publish(Missing);
        await bed.Publish(new BuildBook { ProjectFolder = "tides" });
        await bed.Publish(new MergeDeck { ProjectFolder = "tides" });
        await bed.Until(() => bed.Events.Of<CourseStarted>().Count(started => started.Warnings.Any(warning => warning.Contains("again when it has ended", StringComparison.Ordinal))) == 3);
        bed.Course.Mode.ShouldBe(Planner.Courses.CourseMode.Full);
    }

    static async Task Bring(CourseBed bed, Standing standing)
    {
        var failing = standing == Standing.Failed ? bed.Script.Let(Act.Fail, WorkKind.Lesson, failure: FailureKind.BadContent) : null;
        if (standing == Standing.Incomplete)
            bed.Script.Let(Act.Fail, WorkKind.Book, failure: FailureKind.BadContent);
        if (standing is Standing.Running or Standing.Paused or Standing.Cancelled)
            bed.Script.Let(Act.Hold, WorkKind.Book);
        await bed.StartCourse(Yaml);
        if (standing is Standing.Completed or Standing.Incomplete or Standing.Failed)
        {
            await bed.End();
            failing?.Release();
            return;
        }
        await bed.Command<WriteBook>("book");
        if (standing == Standing.Paused)
        {
            await bed.Publish(new PauseCourse { ProjectFolder = "tides" });
            await bed.Event<CoursePaused>();
        }
        if (standing == Standing.Cancelled)
        {
            await bed.Publish(new CancelCourse { ProjectFolder = "tides" });
            await bed.Event<CourseCancelled>();
        }
    }

    /// <summary>Each event the saga listens to, of reservations that nobody knows.</summary>
    static IEnumerable<object> EveryEvent(CourseBed bed, Guid? other = null)
    {
        var (id, failure, artifact) = (other ?? CourseBed.Id, new WorkFailure(FailureKind.Transient, "Late.", "None."), new ArtifactRef("key", "sha", 1));
        yield return new WorkStarted(id, Guid.NewGuid());
        foreach (var kind in Enum.GetValues<WorkKind>())
        {
            yield return new WorkFailed(id, kind, Receipt("01-01"), failure);
            yield return new WorkFailed(id, kind, Receipt("01-01"), failure with { Kind = FailureKind.Configuration });
            yield return new WorkReturned(id, kind, Receipt("01-01"), "Late.");
            yield return new WorkReturned(id, kind, Receipt("01-01"), "Late.", CountedInput: 9_000);
        }
        yield return new CoursePlanned(id, Receipt("plan"), artifact, "Title", "en", ContentType.Both, [], [], new Dictionary<WorkKind, string>(),
            new Dictionary<WorkKind, ModelRef>(), new Dictionary<WorkKind, string>(), [], []);
        yield return new LessonWritten(id, Receipt("01-01"), artifact, 1, 1);
        yield return new VisualsPlanned(id, Receipt("01-01"), []);
        yield return new ImagesRendered(id, "01-01", [new(Receipt("01-01-0001"), artifact, null), new(Receipt("01-01-0002"), null, failure)], 207, new(2, 2, 1, 1, 0, "50.0%"), []);
        yield return new SlidesPlanned(id, Receipt("01-01"), artifact, 1, false);
        yield return new LabsPlanned(id, Receipt("labs"), artifact);
        yield return new LabWritten(id, Receipt("01-01-01"), artifact);
        yield return new InputsWritten(id, Receipt("book"), artifact);
        yield return new DeckBatchBuilt(id, Receipt("batch-1"), artifact, artifact, 1, null);
        yield return new InfographicBuilt(id, Receipt("infographic"), artifact, artifact);
        yield return new BookBuilt(id, Receipt("book"), []);
        yield return new LabGuideBuilt(id, Receipt("lab-guide"), []);
        yield return new DeckMerged(id, Receipt("deck"), artifact, 1, 1);
        yield return new ManifestWritten(id, Receipt("manifest"), artifact);
        yield return new DispatchWork(id);
        foreach (var command in bed.Workers.Commands.DistinctBy(command => command.GetType()).ToList())
            yield return FaultOf(command, id);

        static WorkReceipt Receipt(string item) => new(1, Guid.NewGuid(), item, 1, 0, "another", [], Reused: false);
    }

    static object FaultOf(IWorkCommand command, Guid course) => command switch
    {
        WriteLessons lessons => new LateFault<WriteLessons>(lessons with { CourseId = course }),
        WriteBook book => new LateFault<WriteBook>(book with { CourseId = course, Order = book.Order with { ReservationId = Guid.NewGuid() } }),
        _ => new DispatchWork(course),
    };

    sealed class LateFault<T>(T message) : Fault<T>
    {
        public Guid FaultId { get; } = Guid.NewGuid();
        public Guid? FaultedMessageId => null;
        public DateTime Timestamp => new(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc);
        public ExceptionInfo[] Exceptions => [];
        public HostInfo Host => null!;
        public string[] FaultMessageTypes => [];
        public T Message => message;
    }
}
