using CourseGen.Contracts;
using CourseGen.Hosting.Testing;
using CourseGen.Models;
using MassTransit;

namespace CourseGen.Hosting;

/// <summary>A delivery that ends before its work: its connection was lost, or the bus stops.</summary>
public sealed class CutDeliveryTests
{
    readonly TaskCompletionSource _inFlight = WorkConsumerTests.Signal();
    readonly TaskCompletionSource _go = WorkConsumerTests.Signal();

    [Fact]
    public async Task Nothing_is_said_of_it_and_it_is_not_acknowledged()
    {
        await using var bus = await WorkBus.Start(async (unit, token) =>
        {
            _inFlight.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return WorkConsumerTests.Written(unit);
        });
        await Cut(bus, bus.Command("01-01"));

        bus.Published.Events.ShouldHaveSingleItem().ShouldBeOfType<WorkStarted>();
    }

    [Theory]
    [InlineData(typeof(UnfinishedException))]
    [InlineData(typeof(ModelUnavailableException))]
    [InlineData(typeof(IOException))]
    public async Task However_the_work_fails_then(Type failure)
    {
        await using var bus = await WorkBus.Start(async (unit, token) =>
        {
            _inFlight.SetResult();
            await Task.Delay(Timeout.Infinite, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw failure == typeof(UnfinishedException) ? new UnfinishedException(unit.Name, "its worker stopped")
                : failure == typeof(IOException) ? new IOException() : new ModelUnavailableException("cut off");
        });
        await Cut(bus, bus.Command("01-01"));

        bus.Published.Events.ShouldHaveSingleItem().ShouldBeOfType<WorkStarted>();
    }

    [Fact]
    public async Task It_waits_a_second_for_an_announcement_under_way_and_no_longer()
    {
        await using var bus = await WorkBus.Start((unit, _) => Task.FromResult(WorkConsumerTests.Written(unit)));
        var lost = WorkConsumerTests.Signal();
        bus.Published.Coming = message =>
        {
            if (message is not LessonWritten)
                return Task.CompletedTask;
            _inFlight.TrySetResult();
            return lost.Task;
        };
        await bus.Send(bus.Command("01-01"));
        await _inFlight.Task.WaitAsync(WorkBus.Patience);
        bus.Deliveries.Cut();
        await bus.Time.Waiting(TimeSpan.FromSeconds(1));

        bus.Time.Advance(TimeSpan.FromSeconds(1));

        await bus.Deliveries.NotAcknowledged(1);
        bus.Published.Events.ShouldHaveSingleItem().ShouldBeOfType<WorkStarted>();
        lost.SetResult();
    }

    [Fact]
    public async Task What_was_done_before_is_announced()
    {
        await using var bus = await WorkBus.Start(async (unit, token) =>
        {
            if (unit.Unit.Id == "01-02")
                await Task.Delay(Timeout.Infinite, token);
            return WorkConsumerTests.Written(unit);
        });
        bus.Published.Seen = message =>
        {
            if (message is LessonWritten)
                _inFlight.SetResult();
        };
        await Cut(bus, bus.Command("01-01", "01-02"));

        bus.Published.Events.Select(message => message.GetType()).ShouldBe([typeof(WorkStarted), typeof(LessonWritten)]);
    }

    [Fact]
    public async Task When_the_message_comes_again_it_joins_the_call_that_went_on()
    {
        var pictures = new TestPictures(Hold);
        WorkBus? bus = null;
        await using var started = bus = await WorkBus.Start((unit, token) => bus!.Draw(unit, token), pictures);
        var command = bus.Command("01-01");
        await Cut(bus, command);

        await bus.Send(command);
        _go.SetResult();
        await bus.Deliveries.Acknowledged(1);

        var written = bus.Published.Events.OfType<LessonWritten>().ShouldHaveSingleItem();
        pictures.Calls.ShouldBe(1);
        bus.Published.Events.ShouldNotContain(message => message is WorkReturned || message is WorkFailed || message is Fault);
    }

    Task Hold(CancellationToken token)
    {
        _inFlight.TrySetResult();
        return _go.Task.WaitAsync(token);
    }

    async Task Cut(WorkBus bus, WriteLessons command)
    {
        await bus.Send(command);
        await _inFlight.Task.WaitAsync(WorkBus.Patience);
        bus.Deliveries.Cut();
        await bus.Deliveries.NotAcknowledged(1);
    }
}
