using CourseGen.Sagas.Orders;
using CourseGen.Servers;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace CourseGen.Sagas.Postgres;

/// <summary>Two processes' worth of buses on one queue of RabbitMQ and one database.</summary>
public sealed class TwoPlannersTests : IAsyncLifetime
{
    readonly Guid _order = Guid.NewGuid();
    readonly LogLines _errors = new(LogLevel.Error);
    OrderDatabase _database = null!;
    OrderBus _first = null!;
    OrderBus _second = null!;

    public async Task InitializeAsync()
    {
        _database = await OrderDatabase.Create();
        var broker = await (await TestServers.RabbitMq()).CreateVirtualHost();
        (_first, _second) = (await OrderBus.Start(new RabbitMqSetup(_database.Connection, broker, _errors)), await OrderBus.Start(new RabbitMqSetup(_database.Connection, broker, _errors)));
    }

    public async Task DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        _errors.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Of_three_hundred_replies_none_is_lost_and_both_work()
    {
        await PublishAll(Enumerable.Range(1, 300).Select(line => new PickLine(_order, line)));

        var order = (await _first.Load(_order)).ShouldNotBeNull();
        order.Lines.ShouldBe(Enumerable.Range(1, 300));
        order.Picked.ShouldBe(300);
        (await _first.Picks(_order)).ShouldBe(300);
        _first.Journal.Steps.ShouldNotBeEmpty();
        _second.Journal.Steps.ShouldNotBeEmpty();
        await NothingWentWrong(steps: 300);
    }

    [Fact]
    public async Task First_messages_that_race_make_one_saga_each_and_nothing_is_logged_or_tried_again()
    {
        var orders = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToList();
        await PublishAll(Enumerable.Range(1, 6).SelectMany(line => orders.Select(order => new PickLine(order, line))));

        foreach (var order in orders)
            (await _first.Load(order)).ShouldNotBeNull().Picked.ShouldBe(6);
        await NothingWentWrong(steps: 120);
    }

    [Fact]
    public async Task A_message_delivered_to_both_at_once_has_one_effect()
    {
        var ids = Enumerable.Range(1, 40).Select(line => (Line: line, Id: NewId.NextGuid())).ToList();
        await Task.WhenAll(ids.SelectMany(message => Enumerable.Range(0, 3)
            .Select(copy => (copy % 2 == 0 ? _first : _second).Publish(new PickLine(_order, message.Line), message.Id))));
        await Until(() => ids.Sum(message => Received(message.Id)) == 120);

        (await _first.Load(_order)).ShouldNotBeNull().Picked.ShouldBe(40);
        (await _first.Picks(_order)).ShouldBe(40);
        await NothingWentWrong(steps: 40);
    }

    async Task PublishAll(IEnumerable<PickLine> messages)
    {
        var ids = await Task.WhenAll(messages.Select((message, index) => (index % 2 == 0 ? _first : _second).Publish(message)));
        await Until(() => ids.All(id => Received(id) == 1));
    }

    int Received(Guid id) => _first.Journal.Received(id) + _second.Journal.Received(id);

    /// <summary>Whichever of the two it happens at.</summary>
    async Task Until(Func<bool> condition)
    {
        using var done = new CancellationTokenSource();
        var (first, second) = (_first.Journal.Until(_ => condition() || done.IsCancellationRequested), _second.Journal.Until(_ => condition() || done.IsCancellationRequested));
        await await Task.WhenAny(first, second);
    }

    async Task NothingWentWrong(int steps)
    {
        (_first.Journal.Steps.Count + _second.Journal.Steps.Count).ShouldBe(steps);
        _first.Journal.Arrivals<Fault<PickLine>>().Concat(_second.Journal.Arrivals<Fault<PickLine>>()).ShouldBeEmpty();
        _errors.Lines.ShouldBeEmpty();
        await Databases.Execute(_database.Connection, "SELECT pg_stat_force_next_flush()");
        (await Databases.Scalar(_database.Connection, "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")).ShouldBe(0L);
    }
}
