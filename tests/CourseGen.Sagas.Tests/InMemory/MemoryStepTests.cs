namespace CourseGen.Sagas.InMemory;

public sealed class MemoryStepTests : IDisposable
{
    static readonly Guid Here = Guid.NewGuid();
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(180);
    readonly MemoryStore _store = new();
    readonly MemorySession _session;

    public MemoryStepTests() => _session = new(_store);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_step_that_throws_changes_nothing_and_the_next_begins_clean()
    {
        await Put("a", 1);

        await Should.ThrowAsync<TimeoutException>(() => Step(() =>
        {
            _session.Find<Row>(Here, "a")!.Value = 2;
            _session.Add(new Row(Here, "b", 2));
            throw new TimeoutException();
        }));

        await Step(() => _session.Find<Row>(Here, "a")!.Value.ShouldBe(1));
        Value("a").ShouldBe(1);
        Value("b").ShouldBeNull();
    }

    [Fact]
    public async Task A_step_within_a_step_is_a_part_of_it()
    {
        await _session.Step(async () =>
        {
            await Put("a", 1);
            Value("a").ShouldBeNull();
            _session.Find<Row>(Here, "a")!.Value = 2;
        }, CancellationToken.None);

        Value("a").ShouldBe(2);
    }

    [Fact]
    public async Task A_part_that_throws_takes_the_whole_step_along_even_if_that_is_caught()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _session.Step(async () =>
        {
            await Put("before", 1);
            await Should.ThrowAsync<TimeoutException>(() => Step(() => throw new TimeoutException()));
        }, CancellationToken.None));

        Value("before").ShouldBeNull();
        await Put("after", 1);
        Value("after").ShouldBe(1);
    }

    [Fact]
    public async Task Steps_have_the_store_one_after_another()
    {
        await Put("a", 0);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() =>
        {
            var session = new MemorySession(_store);
            return session.Step(async () =>
            {
                var row = session.Find<Row>(Here, "a")!;
                var value = row.Value;
                await Task.Yield();
                row.Value = value + 1;
            }, CancellationToken.None);
        })));

        Value("a").ShouldBe(200);
    }

    [Fact]
    public async Task Nobody_reads_half_of_a_commit()
    {
        await Step(() => Add(0));
        using var written = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            var (session, torn) = (new MemorySession(_store), false);
            while (!written.IsCancellationRequested && !torn)
                torn = session.Where<Row>(Here, _ => true).Select(row => row.Value).Distinct().Count() > 1;
            return torn;
        });

        for (var value = 1; value <= 1000; value++)
            await Step(() => Add(value));
        await written.CancelAsync();

        (await reader.WaitAsync(Deadline)).ShouldBeFalse();

        void Add(int value)
        {
            for (var row = 0; row < 50; row++)
                _session.Add(new Row(Here, $"{row}", value));
        }
    }

    [Fact]
    public async Task A_step_that_waits_for_the_store_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await Step(() =>
        {
            var waiting = new MemorySession(_store).Step(() => Task.CompletedTask, cancelled.Token);
            waiting.IsCompleted.ShouldBeFalse();
            cancelled.Cancel();
            Should.Throw<OperationCanceledException>(() => waiting.WaitAsync(Deadline));
        });

        await Put("a", 1);
    }

    [Fact]
    public async Task Changed_completes_when_a_step_commits_and_not_before()
    {
        var changed = _store.Changed;

        await Should.ThrowAsync<TimeoutException>(() => Step(() => throw new TimeoutException()));
        changed.IsCompleted.ShouldBeFalse();
        await Step(() => changed.IsCompleted.ShouldBeFalse());

        await changed.WaitAsync(Deadline);
        _store.Changed.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Two_stores_know_nothing_of_each_other()
    {
        using var other = new MemoryStore();
        var changed = other.Changed;

        await _session.Step(async () =>
        {
            _session.Add(new Row(Here, "a", 1));
            await new MemorySession(other).Step(() => Task.CompletedTask, CancellationToken.None).WaitAsync(Deadline);
        }, CancellationToken.None);

        await changed.WaitAsync(Deadline);
        new MemorySession(other).Find<Row>(Here, "a").ShouldBeNull();
    }

    Task Put(string key, int value) => Step(() => _session.Add(new Row(Here, key, value)));

    Task Step(Action work) => _session.Step(() =>
    {
        work();
        return Task.CompletedTask;
    }, CancellationToken.None);

    int? Value(string key) => new MemorySession(_store).Find<Row>(Here, key)?.Value;
}
