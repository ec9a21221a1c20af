using CourseGen.Contracts;
using CourseGen.Hosting.Testing;
using CourseGen.Models;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Hosting;

public sealed class ThrottleTests
{
    readonly TaskCompletionSource _announced = WorkConsumerTests.Signal();

    [Fact]
    public async Task A_throttled_call_is_announced_and_tried_again_in_place()
    {
        WorkBus? bus = null;
        await using var started = bus = await WorkBus.Start(
            (unit, token) => bus!.Draw(unit, token), more: services => services.AddSingleton(new SeededFailures(1, seed: 7)));
        bus.Published.Seen = Watch;
        var command = bus.Command("01-01");

        await bus.Run(command);
        await _announced.Task.WaitAsync(WorkBus.Patience);

        bus.Published.Events.OfType<ModelThrottled>().ShouldBe([new(command.CourseId, WorkBus.Model)]);
        bus.Published.Events.OfType<WorkFailed>().ShouldHaveSingleItem().Failure.Reason.ShouldContain("refused");
    }

    [Fact]
    public async Task It_is_announced_before_the_call_is_through()
    {
        var calls = 0;
        var pictures = new TestPictures(token =>
            ++calls == 1 ? throw new ModelThrottledException(WorkBus.Model) : _announced.Task.WaitAsync(WorkBus.Patience, token));
        WorkBus? bus = null;
        await using var started = bus = await WorkBus.Start((unit, token) => bus!.Draw(unit, token), pictures);
        bus.Published.Seen = Watch;

        (await bus.Run(bus.Command("01-01"))).OfType<LessonWritten>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_announcement_that_fails_does_not_fail_the_item()
    {
        var calls = 0;
        var tooLong = new ModelRef("test", new string('m', 64 * 1024));
        var pictures = new TestPictures(_ => ++calls == 1 ? throw new ModelThrottledException(tooLong) : Task.CompletedTask);
        WorkBus? bus = null;
        await using var started = bus = await WorkBus.Start((unit, token) => bus!.Draw(unit, token), pictures);

        var events = await bus.Run(bus.Command("01-01"));

        events.Select(message => message.GetType()).ShouldBe([typeof(WorkStarted), typeof(LessonWritten)]);
    }

    [Fact]
    public async Task A_call_that_goes_on_after_its_delivery_is_announced_too()
    {
        var (inFlight, go) = (WorkConsumerTests.Signal(), WorkConsumerTests.Signal());
        var calls = 0;
        var pictures = new TestPictures(async token =>
        {
            inFlight.TrySetResult();
            await go.Task.WaitAsync(token);
            if (++calls == 1)
                throw new ModelThrottledException(WorkBus.Model);
        });
        WorkBus? bus = null;
        await using var started = bus = await WorkBus.Start((unit, token) => bus!.Draw(unit, token), pictures);
        bus.Published.Seen = Watch;
        await bus.Send(bus.Command("01-01"));
        await inFlight.Task.WaitAsync(WorkBus.Patience);
        bus.Deliveries.Cut();
        await bus.Deliveries.NotAcknowledged(1);

        go.SetResult();

        await _announced.Task.WaitAsync(WorkBus.Patience);
    }

    void Watch(object message)
    {
        if (message is ModelThrottled)
            _announced.SetResult();
    }
}
