using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Planner.Quota;
using CourseGen.Planner.Tests.Courses;
using CourseGen.Sagas;

namespace CourseGen.Planner.Tests.Quota.Simulation;

/// <summary>
/// Courses under the real ledger on a simulated endpoint, moment by moment on a clock of its own: what becomes ready is reserved for, what
/// is granted starts and ends a little later than it should, and a pump wakes who can be served next.
/// </summary>
sealed class QuotaWorld : IDisposable
{
    const double MessageSeconds = 0.05;
    public const double Burndown = 5;
    static readonly ModelRef Model = new("bedrock", "model");

    readonly ManualTime _time = new();
    readonly MemoryStore _store = new();
    readonly MemorySession _session;
    readonly MemoryLedger _ledger;
    readonly DateTimeOffset _start;
    readonly PriorityQueue<Func<Task>, (double At, int Order)> _events = new();
    readonly List<CourseRun> _courses = [];
    int _order;
    double? _saturatedSince;
    double _pumpAt = double.MaxValue;

    public QuotaWorld(double tokensPerMinute, bool progressive)
    {
        (Bucket, _session, _start) = (new Bucket(tokensPerMinute, Burndown, progressive), new MemorySession(_store), _time.GetUtcNow());
        var profile = new ModelProfile(Model.Provider, Model.Model) { Burndown = Burndown, Quota = new ModelQuota { TokensPerMinute = (long)tokensPerMinute } };
        _ledger = new MemoryLedger(_session, new LeaseOptions(), new ModelProfiles([profile]), new QuotaOptions(), _time);
    }

    public Bucket Bucket { get; }

    public double Now => (_time.GetUtcNow() - _start).TotalSeconds;

    /// <summary>From the first moment that something waited for quota to the last, and what was burnt until then.</summary>
    public (double From, double To, double Burnt) Saturated { get; private set; }

    public void Dispose() => _store.Dispose();

    public CourseRun Add(DrawnCourse course, double at = 0)
    {
        var run = new CourseRun(course, at);
        _courses.Add(run);
        At(at, () => Ask(run));
        return run;
    }

    public async Task Run(Func<bool>? until = null)
    {
        while (until?.Invoke() != true && _events.TryDequeue(out var happens, out var key))
        {
            if (key.At > Now)
                _time.Advance(TimeSpan.FromSeconds(key.At) - (_time.GetUtcNow() - _start));
            await happens();
            await Pump();
        }
    }

    void At(double seconds, Func<Task> happens) => _events.Enqueue(happens, (seconds, _order++));

    async Task Pump()
    {
        if (await _ledger.NextFit(CancellationToken.None) is not { } next)
        {
            if (_saturatedSince is not null && Saturated.To < Now)
                Saturated = (_saturatedSince.Value, Now, Bucket.Burnt);
            return;
        }
        _saturatedSince ??= Now;
        Saturated = (_saturatedSince.Value, Now, Bucket.Burnt);
        var at = Math.Max((next.At - _start).TotalSeconds, Now + 0.02);
        if (at >= _pumpAt - 0.001 && _pumpAt > Now)
            return;
        _pumpAt = at;
        At(at, () =>
        {
            if (_pumpAt <= Now + 0.001)
                _pumpAt = double.MaxValue;
            return Ask(_courses.Single(course => course.Course.Id == next.Course));
        });
    }

    async Task Ask(CourseRun run)
    {
        var batches = run.Ready().ToList();
        if (batches.Count == 0)
            return;
        IReadOnlyList<Reservation?> reservations = [];
        await _session.Step(async () => reservations = await _ledger.Reserve([.. batches.Select(batch => new ReservationRequest(
            run.Course.Id, batch.Kind, Model, batch.Items, new Grant(1, DrawnCourse.Estimate(batch.Kind).MaxTokens), DrawnCourse.Estimate(batch.Kind)))],
            int.MaxValue, CancellationToken.None), CancellationToken.None);
        foreach (var reservation in reservations.OfType<Reservation>())
        {
            run.Take(reservation);
            At(Now + MessageSeconds, () => Begin(run, reservation));
        }
    }

    async Task Begin(CourseRun run, Reservation reservation)
    {
        await _session.Step(() => _ledger.Start(run.Course.Id, reservation.Id, CancellationToken.None), CancellationToken.None);
        foreach (var item in reservation.Items)
        {
            var call = run.Course[reservation.Kind, int.Parse(item)];
            var running = new RunningCall(call.Input, call.Output, call.MaxTokens, Now + call.FirstToken, call.Pace);
            Bucket.TryStart(running, Now);
            At(Now + call.Seconds, () =>
            {
                Bucket.End(running, Now);
                At(Now + MessageSeconds, () => Settle(run, reservation, item, call));
                return Task.CompletedTask;
            });
        }
    }

    async Task Settle(CourseRun run, Reservation reservation, string item, DrawnCall call)
    {
        var usage = new CallUsage(Model, (long)call.Input, (long)call.Output, 0, 0, 0);
        await _session.Step(() => _ledger.Settle(run.Course.Id, reservation.Id, item, [usage], CancellationToken.None), CancellationToken.None);
        run.Made(call, Now);
        await Ask(run);
    }
}
