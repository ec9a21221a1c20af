using System.Diagnostics.Metrics;
using CourseGen.Sagas.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Sagas.Postgres;

public sealed class InboxAndOutboxJobsTests : IAsyncLifetime
{
    readonly ServiceProvider _meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
    OrderBus? _bus;
    OrderDatabase _database = null!;

    public async Task InitializeAsync() => _database = await OrderDatabase.Create();

    public async Task DisposeAsync()
    {
        if (_bus is not null)
            await _bus.DisposeAsync();
        await _meters.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Inbox_rows_delivered_longer_ago_than_the_retention_are_removed_and_counted_and_no_others()
    {
        await Databases.Execute(_database.Connection, """
            INSERT INTO inbox SELECT gen_random_uuid(), gen_random_uuid(), now() - interval '8 days', 1, now() - interval '8 days' FROM generate_series(1, 7);
            INSERT INTO inbox VALUES
                (gen_random_uuid(), gen_random_uuid(), now() - interval '8 days', 1, NULL),
                (gen_random_uuid(), gen_random_uuid(), now() - interval '8 days', 1, now() - interval '6 days'),
                (gen_random_uuid(), gen_random_uuid(), now() - interval '6 days', 1, now() - interval '6 days')
            """);
        var removed = 0L;
        using var listener = Listen("coursegen.inbox.removed", value => Interlocked.Add(ref removed, (long)value));
        _bus = await OrderBus.Start(new JobsSetup(_database.Connection, _meters.GetRequiredService<IMeterFactory>()));

        await Eventually.Holds(() => Interlocked.Read(ref removed) >= 7);
        (await Databases.Scalar(_database.Connection, "SELECT count(*) FROM inbox")).ShouldBe(3L);
        Interlocked.Read(ref removed).ShouldBe(7);
    }

    [Fact]
    public async Task A_step_that_is_not_delivered_for_longer_than_a_minute_is_in_the_gauges_and_the_status()
    {
        await Databases.Execute(_database.Connection, """
            INSERT INTO outbox (inbox_message_id, inbox_consumer_id, sequence_number, message_id, sent_at, content_type, message_type, body)
            SELECT ('00000000-0000-0000-0000-00000000000' || step)::uuid, '00000000-0000-0000-0000-000000000001'::uuid, part, gen_random_uuid(),
                now() - step * interval '90 seconds', '', '', '' FROM generate_series(0, 2) AS step, generate_series(1, 3) AS part
            """);
        double count = 0, age = 0;
        using var counts = Listen("coursegen.outbox.undelivered", value => count = value);
        using var ages = Listen("coursegen.outbox.undelivered.age", value => age = value);
        _bus = await OrderBus.Start(new JobsSetup(_database.Connection, _meters.GetRequiredService<IMeterFactory>()));

        await Eventually.Holds(() =>
        {
            counts.RecordObservableInstruments();
            ages.RecordObservableInstruments();
            return count == 2 && age >= 180;
        });
        age.ShouldBeLessThan(240);
        await using var scope = _bus.Service<IServiceScopeFactory>().CreateAsyncScope();
        var status = await scope.ServiceProvider.GetRequiredService<OutboxStatus<OrderDb>>().Undelivered(CancellationToken.None);
        status.Count.ShouldBe(2);
        status.OldestAge.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(180));
    }

    MeterListener Listen(string name, Action<double> measured)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == SagaMeter.Name && instrument.Name == name)
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Mine(instrument, value, measured));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Mine(instrument, value, measured));
        listener.Start();
        return listener;
    }

    void Mine(Instrument instrument, double value, Action<double> measured)
    {
        if (instrument.Meter.Scope == _meters.GetRequiredService<IMeterFactory>())
            measured(value);
    }
}
