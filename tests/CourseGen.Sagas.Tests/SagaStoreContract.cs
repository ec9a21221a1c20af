using CourseGen.Sagas.Orders;
using MassTransit;

namespace CourseGen.Sagas;

/// <summary>What every store of sagas promises, with the inbox and outbox that go with it.</summary>
public abstract class SagaStoreContract : IAsyncLifetime
{
    readonly Guid _order = Guid.NewGuid();
    protected abstract SagaStoreSetup Setup { get; }

    protected OrderBus Bus { get; private set; } = null!;

    Journal Journal => Bus.Journal;

    public virtual async Task InitializeAsync() => Bus = await OrderBus.Start(Setup);

    public virtual async Task DisposeAsync() => await Bus.DisposeAsync();

    [Fact]
    public async Task An_attempt_that_publishes_and_then_throws_leaves_nothing_behind()
    {
        await Bus.Handle(new PickLine(_order, 1, Trouble.ThrowOnce));
        await Bus.Settle();

        Journal.Steps.Count.ShouldBe(2);
        Journal.Arrivals<LinePicked>().ShouldBe(Announced(1, attempt: 1));
        (await Lines()).ShouldBe([1]);
        (await Bus.Load(_order))!.Picked.ShouldBe(1);
        (await Bus.Picks(_order)).ShouldBe(1);
    }

    [Fact]
    public async Task A_step_whose_attempts_all_fail_is_a_fault_and_nothing_else()
    {
        await Bus.Handle(new PickLine(_order, 1));
        await Bus.Handle(new PickLine(_order, 2, Trouble.ThrowAlways));
        await Bus.Settle();

        Journal.Arrivals<Fault<PickLine>>().Single().Message.Line.ShouldBe(2);
        Journal.Arrivals<LinePicked>().ShouldBe(Announced(1));
        (await Lines()).ShouldBe([1]);
        (await Bus.Picks(_order)).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_delivered_four_times_has_one_effect()
    {
        var id = NewId.NextGuid();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Bus.Publish(new PickLine(_order, 1), id)));
        await Journal.Until(journal => journal.Received(id) == 4);
        await Bus.Settle();

        Journal.Steps.Count.ShouldBe(1);
        Journal.Arrivals<LinePicked>().ShouldBe(Announced(1), ignoreOrder: true);
        (await Bus.Load(_order))!.Picked.ShouldBe(1);
        (await Bus.Picks(_order)).ShouldBe(1);
    }

    [Fact]
    public async Task Four_first_messages_at_once_make_one_saga_and_no_fault()
    {
        await PickAtOnce(4);

        Journal.Arrivals<Fault<PickLine>>().ShouldBeEmpty();
        (await Lines()).ShouldBe([1, 2, 3, 4]);
        (await Bus.Load(_order))!.Picked.ShouldBe(4);
        (await Bus.Picks(_order)).ShouldBe(4);
        Journal.Arrivals<LinePicked>().Count.ShouldBe(4 * PickLineSteps.Parts);
    }

    [Fact]
    public async Task When_the_delivery_of_a_message_fails_the_saga_does_not_run_again_and_the_message_arrives()
    {
        await Bus.Handle(new PickLine(_order, 1, Trouble.FailDelivery));
        await Bus.Settle();

        Journal.Steps.Count.ShouldBe(1);
        Journal.Arrivals<LinePicked>().ShouldBe(Announced(1), ignoreOrder: true);
        Journal.Arrivals<Fault<PickLine>>().ShouldBeEmpty();
        (await Bus.Load(_order))!.Picked.ShouldBe(1);
    }

    [Fact]
    public async Task Of_three_hundred_replies_at_once_none_is_lost()
    {
        await Bus.Handle(new PickLine(_order, 0));
        await PickAtOnce(300);

        (await Lines()).ShouldBe(Enumerable.Range(0, 301));
        (await Bus.Load(_order))!.Picked.ShouldBe(301);
        (await Bus.Picks(_order)).ShouldBe(301);
        Journal.Arrivals<LinePicked>().Count.ShouldBe(301 * PickLineSteps.Parts);
    }

    [Fact]
    public async Task Nobody_sees_a_step_before_it_commits_and_then_the_saga_and_its_rows_together()
    {
        var id = await Bus.Publish(new PickLine(_order, 1, Trouble.Hold));
        await Journal.Until(journal => journal.Held);
        await Bus.Settle();
        (await Bus.Load(_order)).ShouldBeNull();
        (await Bus.Picks(_order)).ShouldBe(0);
        Journal.Arrivals<LinePicked>().ShouldBeEmpty();

        Journal.Release();
        await Journal.Until(journal => journal.Received(id) == 1);
        (await Lines()).ShouldBe([1]);
        (await Bus.Picks(_order)).ShouldBe(1);
    }

    [Fact]
    public async Task A_read_only_event_changes_nothing()
    {
        await Bus.Handle(new PickLine(_order, 1, Warehouse: "north"));
        await Bus.Handle(new InspectOrder(_order));

        (await Bus.Load(_order))!.Warehouse.ShouldBe("north");
    }

    [Fact]
    public async Task A_finished_saga_is_deleted_and_may_begin_anew()
    {
        await Bus.Handle(new PickLine(_order, 1));
        await Bus.Handle(new CloseOrder(_order));
        await Bus.Settle();
        Journal.Arrivals<OrderClosed>().Count.ShouldBe(1);
        (await Bus.Load(_order)).ShouldBeNull();

        await Bus.Handle(new PickLine(_order, 2));
        (await Lines()).ShouldBe([2]);
    }

    [Fact]
    public async Task Sagas_are_found_by_an_expression_and_each_gets_the_event()
    {
        var (north, south, other) = ($"north-{_order}", $"south-{_order}", Guid.NewGuid());
        await Bus.Handle(new PickLine(_order, 1, Warehouse: north));
        await Bus.Handle(new PickLine(other, 1, Warehouse: north));
        await Bus.Handle(new PickLine(Guid.NewGuid(), 1, Warehouse: south));
        (await Bus.Find(order => order.Warehouse == north)).ShouldBe([_order, other], ignoreOrder: true);

        await Bus.Handle(new MoveWarehouse(north, "east"));
        await Bus.Settle();
        Journal.Arrivals<OrderMoved>().ShouldBe([new(_order, "east"), new(other, "east")], ignoreOrder: true);
        (await Bus.Find(order => order.Warehouse == north)).ShouldBeEmpty();
        (await Bus.Load(other))!.Warehouse.ShouldBe("east");
    }

    [Fact]
    public async Task The_harness_tells_whether_a_saga_exists()
    {
        await Bus.Handle(new PickLine(_order, 1));
        (await Bus.Saga.Exists(_order, machine => machine.Open)).ShouldBe(_order);

        await Bus.Handle(new CloseOrder(_order));
        (await Bus.Saga.NotExists(_order)).ShouldBeNull();
    }

    [Fact]
    public async Task An_event_for_a_missing_saga_is_discarded_or_a_fault_as_configured()
    {
        await Bus.Handle(new CloseOrder(_order));
        await Bus.Handle(new AuditOrder(_order));
        await Bus.Settle();

        Journal.Arrivals<Fault<CloseOrder>>().ShouldBeEmpty();
        Journal.Arrivals<Fault<AuditOrder>>().Count.ShouldBe(1);
        (await Bus.Load(_order)).ShouldBeNull();
    }

    async Task PickAtOnce(int lines)
    {
        var ids = await Task.WhenAll(Enumerable.Range(1, lines).Select(line => Bus.Publish(new PickLine(_order, line))));
        await Journal.Until(journal => ids.All(id => journal.Received(id) == 1));
        await Bus.Settle();
    }

    async Task<IEnumerable<int>> Lines() => (await Bus.Load(_order)).ShouldNotBeNull().Lines;

    IEnumerable<LinePicked> Announced(int line, int attempt = 0) =>
        Enumerable.Range(1, PickLineSteps.Parts).Select(part => new LinePicked(_order, line, part, attempt));
}
