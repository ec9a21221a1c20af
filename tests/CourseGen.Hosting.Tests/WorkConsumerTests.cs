using CourseGen.Contracts;
using CourseGen.Hosting.Testing;
using CourseGen.Models;

namespace CourseGen.Hosting;

public sealed class WorkConsumerTests
{
    static readonly CallUsage Usage = new(WorkBus.Model, 100, 20, 0, 0, 0);

    [Fact]
    public async Task A_command_past_its_start_by_is_acknowledged_without_work()
    {
        var worked = 0;
        await using var bus = await WorkBus.Start((unit, _) =>
        {
            worked++;
            return Task.FromResult(Written(unit));
        });
        var command = bus.Command("01-01");
        bus.Time.Advance(TimeSpan.FromMinutes(10));
        await bus.Run(command);
        worked.ShouldBe(1);
        bus.Time.Advance(TimeSpan.FromTicks(1));

        var events = (await bus.Run(command)).Count;

        (worked, events).ShouldBe((1, 2));
    }

    [Fact]
    public async Task The_start_is_announced_before_the_work()
    {
        IReadOnlyList<object> before = [];
        WorkBus? bus = null;
        await using var started = bus = await WorkBus.Start((unit, _) =>
        {
            before = bus!.Published.Events;
            return Task.FromResult(Written(unit));
        });
        var command = bus.Command("01-01");

        await bus.Run(command);

        before.ShouldBe([new WorkStarted(command.CourseId, command.Order.ReservationId)]);
    }

    [Fact]
    public async Task Items_of_a_batch_go_in_parallel_and_each_is_announced_once_it_is_done()
    {
        WorkBus? bus = null;
        var (second, announced) = (Signal(), Signal());
        await using var started = bus = await WorkBus.Start(async (unit, _) =>
        {
            if (unit.Unit.Id == "01-02")
            {
                second.SetResult();
                await announced.Task.WaitAsync(WorkBus.Patience);
            }
            else
                await second.Task.WaitAsync(WorkBus.Patience);
            return Written(unit);
        });
        bus.Published.Seen = message =>
        {
            if (message is LessonWritten { Receipt.Item: "01-01" })
                announced.SetResult();
        };

        var events = await bus.Run(bus.Command("01-01", "01-02"));

        events.OfType<LessonWritten>().Select(written => written.Receipt.Item).ShouldBe(["01-01", "01-02"]);
    }

    [Fact]
    public async Task An_event_that_is_not_confirmed_in_time_is_published_again_and_its_delivery_is_none_the_worse()
    {
        await using var bus = await WorkBus.Start((unit, _) => Task.FromResult(Written(unit)));
        var tries = 0;
        bus.Published.Coming = message =>
        {
            if (message is LessonWritten && ++tries == 1)
                bus.Time.Advance(new WorkOptions().PublishTimeout);
            return Task.CompletedTask;
        };

        var events = await bus.Run(bus.Command("01-01"));

        events.Select(message => message.GetType()).ShouldBe([typeof(WorkStarted), typeof(LessonWritten)]);
        tries.ShouldBe(2);
    }

    [Fact]
    public async Task An_expected_failure_is_an_event_with_its_usage_and_the_rest_of_the_batch_goes_on()
    {
        await using var bus = await WorkBus.Start((unit, _) =>
        {
            unit.Calls.Enqueue(Usage);
            return unit.Unit.Id == "01-01" ? throw new ModelRefusedException(unit.Name) : Task.FromResult(Written(unit));
        });

        var events = await bus.Run(bus.Command("01-01", "01-02"));

        var failed = events.OfType<WorkFailed>().ShouldHaveSingleItem();
        (failed.Kind, failed.Receipt.Item, failed.Failure.Kind).ShouldBe((WorkKind.Lesson, "01-01", FailureKind.BadContent));
        failed.Failure.Reason.ShouldBe("The model refused lesson 01-01.");
        failed.Receipt.Calls.ShouldBe([Usage]);
        events.OfType<LessonWritten>().ShouldHaveSingleItem().Receipt.Item.ShouldBe("01-02");
    }

    [Theory]
    [InlineData("grant")]
    [InlineData("time")]
    public async Task What_needs_another_reservation_goes_back_with_its_usage(string what)
    {
        await using var bus = await WorkBus.Start((unit, _) =>
        {
            unit.Calls.Enqueue(Usage);
            throw what == "grant" ? new GrantUsedUpException(unit.Name, 1) : new UnfinishedException(unit.Name, "its worker stopped");
        });

        var events = await bus.Run(bus.Command("01-01"));

        var returned = events.OfType<WorkReturned>().ShouldHaveSingleItem();
        returned.Reason.ShouldBe(what == "grant" ? "lesson 01-01 needs more than the 1 calls granted." : "lesson 01-01 was not done when its worker stopped.");
        (returned.Receipt.Item, returned.Receipt.Calls.ShouldHaveSingleItem()).ShouldBe(("01-01", Usage));
    }

    [Fact]
    public async Task What_reads_more_than_granted_goes_back_with_its_count()
    {
        await using var bus = await WorkBus.Start((unit, _) => throw new InputExceedsGrantException(unit.Name, 9_000, 6_640));

        var returned = (await bus.Run(bus.Command("01-01"))).OfType<WorkReturned>().ShouldHaveSingleItem();

        (returned.Receipt.Item, returned.CountedInput).ShouldBe(("01-01", 9_000));
        returned.Reason.ShouldBe("The next call for lesson 01-01 reads 9,000 tokens, and 6,640 are granted.");
    }

    [Fact]
    public async Task An_unexpected_exception_is_a_passing_failure_that_names_its_type_and_nothing_of_its_text()
    {
        await using var bus = await WorkBus.Start((_, _) => throw new InvalidOperationException("the key is s3cret"));

        var failed = (await bus.Run(bus.Command("01-01"))).OfType<WorkFailed>().ShouldHaveSingleItem();

        failed.Failure.Kind.ShouldBe(FailureKind.Transient);
        failed.Failure.Reason.ShouldBe("Lesson 01-01 failed unexpectedly (InvalidOperationException).");
        failed.ToString().ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task What_is_unfinished_a_guard_before_the_deadline_goes_back()
    {
        var started = Signal();
        var ended = false;
        await using var bus = await WorkBus.Start(async (unit, token) =>
        {
            started.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                ended = true;
            }
            return Written(unit);
        });
        var run = bus.Run(bus.Command("01-01"));
        await started.Task.WaitAsync(WorkBus.Patience);

        bus.Time.Advance(TimeSpan.FromSeconds(779));
        ended.ShouldBeFalse();
        bus.Time.Advance(TimeSpan.FromSeconds(1));

        (await run).OfType<WorkReturned>().ShouldHaveSingleItem().Reason.ShouldBe("01-01 was not done when its time was up.");
    }

    public static object Written(UnitContext unit) =>
        new LessonWritten(unit.CourseId, unit.Receipt("f1", reused: false), new ArtifactRef("lessons/a.md", "", 0), Words: 1, Visuals: 0);

    public static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
