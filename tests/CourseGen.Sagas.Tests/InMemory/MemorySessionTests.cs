namespace CourseGen.Sagas.InMemory;

public sealed class MemorySessionTests : IDisposable
{
    static readonly Guid Here = Guid.NewGuid();
    static readonly Guid There = Guid.NewGuid();
    readonly MemoryStore _store = new();
    readonly MemorySession _session;

    public MemorySessionTests() => _session = new(_store);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_row_is_found_by_its_partition_and_key()
    {
        await Commit(new Row(Here, "a", 1), new Row(There, "a", 2));

        _session.Find<Row>(Here, "a")!.Value.ShouldBe(1);
        _session.Find<Row>(There, "a")!.Value.ShouldBe(2);
        _session.Find<Row>(Here, "b").ShouldBeNull();
        _session.Find<Row>(Guid.NewGuid(), "a").ShouldBeNull();
    }

    [Fact]
    public async Task A_step_changes_its_own_copy_and_commits_it()
    {
        await Commit(new Row(Here, "a", 1));

        await Step(() =>
        {
            var row = _session.Find<Row>(Here, "a")!;
            row.Value = 2;
            _session.Find<Row>(Here, "a").ShouldBeSameAs(row);
            Committed(Here, "a").ShouldBe(1);
        });

        Committed(Here, "a").ShouldBe(2);
    }

    [Fact]
    public async Task What_is_read_outside_a_step_is_a_copy()
    {
        await Commit(new Row(Here, "a", 1));

        _session.Find<Row>(Here, "a")!.Value = 2;
        _session.Where<Row>(Here, _ => true).Single().Value = 3;

        Committed(Here, "a").ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_holds_a_row_after_the_step_holds_nothing_of_the_store()
    {
        var row = new Row(Here, "a", 1);
        await Commit(row);

        row.Value = 2;

        Committed(Here, "a").ShouldBe(1);
    }

    [Fact]
    public async Task A_question_is_answered_with_the_steps_own_changes()
    {
        await Commit(new Row(Here, "changed", 1), new Row(Here, "removed", 1), new Row(Here, "same", 1), new Row(There, "other", 1));

        await Step(() =>
        {
            _session.Find<Row>(Here, "changed")!.Value = 2;
            _session.Remove(_session.Find<Row>(Here, "removed")!);
            _session.Add(new Row(Here, "added", 1));

            Keys(row => row.Value == 1).ShouldBe(["added", "same"]);
            Keys(row => row.Value == 2).ShouldBe(["changed"]);
            _session.Count<Row>(Here, row => row.Value == 1).ShouldBe(2);
            _session.Any<Row>(Here, row => row.Value == 2).ShouldBeTrue();
            _session.Any<Row>(Here, row => row.Key == "removed").ShouldBeFalse();
            _session.Any<Row>(Here, row => row.Key == "other").ShouldBeFalse();
        });

        Keys(_ => true).ShouldBe(["added", "changed", "same"]);
    }

    [Fact]
    public async Task What_a_question_returns_may_be_changed_and_is_committed()
    {
        await Commit(new Row(Here, "a", 1), new Row(Here, "b", 1));

        await Step(() =>
        {
            foreach (var row in _session.Where<Row>(Here, row => row.Value == 1))
                row.Value = 5;
        });

        _session.Count<Row>(Here, row => row.Value == 5).ShouldBe(2);
    }

    [Fact]
    public async Task A_removed_row_is_gone_for_the_step_and_then_for_all()
    {
        await Commit(new Row(Here, "a", 1));

        await Step(() =>
        {
            _session.Remove(_session.Find<Row>(Here, "a")!);
            _session.Find<Row>(Here, "a").ShouldBeNull();
            Committed(Here, "a").ShouldBe(1);
        });

        Committed(Here, "a").ShouldBeNull();
        _session.Partitions<Row>().ShouldNotContain(Here);
    }

    [Fact]
    public async Task A_row_removed_and_added_again_is_the_new_one()
    {
        await Commit(new Row(Here, "a", 1));

        await Step(() =>
        {
            _session.Remove(_session.Find<Row>(Here, "a")!);
            _session.Add(new Row(Here, "a", 7));
            _session.Find<Row>(Here, "a")!.Value.ShouldBe(7);
        });

        Committed(Here, "a").ShouldBe(7);
    }

    [Fact]
    public async Task A_row_added_and_removed_again_never_was()
    {
        await Step(() =>
        {
            var row = new Row(Here, "a", 1);
            _session.Add(row);
            _session.Remove(row);
        });

        Committed(Here, "a").ShouldBeNull();
    }

    [Fact]
    public async Task A_forgotten_row_is_as_it_was_committed()
    {
        await Commit(new Row(Here, "changed", 1), new Row(Here, "removed", 1));

        await Step(() =>
        {
            var (changed, removed) = (_session.Find<Row>(Here, "changed")!, _session.Find<Row>(Here, "removed")!);
            changed.Value = 2;
            _session.Remove(removed);
            _session.Forget(changed);
            _session.Forget(removed);
            _session.Find<Row>(Here, "changed")!.Value.ShouldBe(1);
        });

        Committed(Here, "changed").ShouldBe(1);
        Committed(Here, "removed").ShouldBe(1);
    }

    [Fact]
    public async Task Partitions_are_those_committed_and_those_of_the_step()
    {
        await Commit(new Row(Here, "a", 1));

        await Step(() =>
        {
            _session.Add(new Row(There, "a", 1));
            _session.Partitions<Row>().ShouldBe([Here, There], ignoreOrder: true);
        });
    }

    [Fact]
    public void Changes_outside_a_step_are_refused()
    {
        var row = new Row(Here, "a", 1);

        Should.Throw<InvalidOperationException>(() => _session.Add(row)).Message.ShouldContain("outside a step");
        Should.Throw<InvalidOperationException>(() => _session.Remove(row));
        Should.Throw<InvalidOperationException>(() => _session.Forget(row));
    }

    Task Commit(params Row[] rows) => Step(() =>
    {
        foreach (var row in rows)
            _session.Add(row);
    });

    Task Step(Action work) => _session.Step(() =>
    {
        work();
        return Task.CompletedTask;
    }, CancellationToken.None);

    IEnumerable<string> Keys(Func<Row, bool> matches) => _session.Where(Here, matches).Select(row => row.Key).Order();

    int? Committed(Guid partition, string key) => new MemorySession(_store).Find<Row>(partition, key)?.Value;
}
