using System.Collections.Concurrent;
using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Planner.Tests.Courses;

/// <summary>Stands for all worker services: does what the script says, and keeps every command.</summary>
sealed class FakeWorkers(WorkerScript script, FakeArtifacts artifacts, Bell bell)
{
    public static readonly ModelRef Model = new("fake", "fake-1");
    int _inFlight;
    int _mostInFlight;
    int _parts;

    public ConcurrentQueue<IWorkCommand> Commands { get; } = new();
    public int MostInFlight => _mostInFlight;
    /// <summary>Planned for each lesson.</summary>
    public int PicturesPerLesson { get; set; } = 2;
    public long TokensPerCall { get; set; } = 1000;

    public IReadOnlyList<T> Sent<T>() where T : IWorkCommand => [.. Commands.OfType<T>()];

    public IReadOnlyList<string> ItemsOf<T>() where T : IWorkCommand => [.. Sent<T>().SelectMany(command => command.Units.Select(unit => unit.Id))];

    public async Task Consume<T>(ConsumeContext<T> context) where T : class, IWorkCommand
    {
        var command = context.Message;
        Commands.Enqueue(command);
        var now = Interlocked.Increment(ref _inFlight);
        InterlockedMax(now);
        bell.Ring();
        try
        {
            var acts = command.Units.Select(unit => (Unit: unit, Rule: script.For(KindOf(command), unit.Id))).ToList();
            if (!acts.Exists(act => act.Rule is { Act: Act.StayUnstarted }))
                await context.Publish(new WorkStarted(command.CourseId, command.Order.ReservationId));
            await Task.WhenAll(acts.Select(act => Do(context, act.Unit, act.Rule)));
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
            bell.Ring();
        }
    }

    async Task Do<T>(ConsumeContext<T> context, WorkUnit unit, WorkerScript.Rule? rule) where T : class, IWorkCommand
    {
        var (command, kind) = (context.Message, KindOf(context.Message));
        if (rule is { Act: Act.Hold })
            await rule.Released.WaitAsync(context.CancellationToken);
        object? message = rule?.Act switch
        {
            Act.StaySilent or Act.StayUnstarted => null,
            Act.Throw => throw new InvalidOperationException("The script says so."),
            Act.Fail => Failure(command, kind, unit, new WorkFailure(rule.Failure, $"{kind} {unit.Id} failed.", "Do something.")),
            Act.HandBack => new WorkReturned(command.CourseId, kind, Receipt(command, unit, "", Calls(kind, command), reused: false), "Its time was up."),
            Act.MakePart => Part(command, unit),
            Act.Count => new WorkReturned(command.CourseId, kind, Receipt(command, unit, "", [], reused: false), "More is read than granted.", rule.Counted),
            _ => Success(command, kind, unit),
        };
        if (message is not null)
            await context.Publish(message, message.GetType());
    }

    public object Success(IWorkCommand command, WorkKind kind, WorkUnit unit)
    {
        var fingerprint = artifacts.FingerprintOf(command, kind, unit);
        if (artifacts.Make(kind, unit.Id, fingerprint, command.Order.Grant.Calls > 0) is not { } reused)
            return Failure(command, kind, unit, new WorkFailure(FailureKind.Missing, $"{kind} {unit.Id} is not in the store.", "Run repair."), paid: false);
        var receipt = Receipt(command, unit, fingerprint, reused ? [] : Calls(kind, command), reused);
        var (id, made) = (command.CourseId, artifacts.Of(kind, unit.Id));
        return kind switch
        {
            WorkKind.Lesson => new LessonWritten(id, receipt, made, 1200, PicturesPerLesson),
            WorkKind.Visuals => new VisualsPlanned(id, receipt, [.. Enumerable.Range(1, PicturesPerLesson).Select(number => Planned($"{unit.Id}-{number:0000}"))]),
            WorkKind.Image => Rendered(id, unit.Id, new RenderedPicture(receipt, made, null)),
            WorkKind.Slides => new SlidesPlanned(id, receipt, made, 8, Derived: false),
            WorkKind.LabPlan => new LabsPlanned(id, receipt, made),
            WorkKind.Lab => new LabWritten(id, receipt, made),
            WorkKind.DeckBatch => new DeckBatchBuilt(id, receipt, artifacts.Of(kind, unit.Id, "pptx"), artifacts.Of(kind, unit.Id, "json"), 50, null),
            WorkKind.Infographic => new InfographicBuilt(id, receipt, made, artifacts.Of(kind, unit.Id, "html")),
            WorkKind.Book => new BookBuilt(id, receipt, [made]),
            WorkKind.LabGuide => new LabGuideBuilt(id, receipt, [made]),
            _ => new DeckMerged(id, receipt, artifacts.Of(kind, unit.Id, "pptx"), 100, 3),
        };
    }

    object Failure(IWorkCommand command, WorkKind kind, WorkUnit unit, WorkFailure failure, bool paid = true)
    {
        var receipt = Receipt(command, unit, "", paid ? Calls(kind, command) : [], reused: false);
        return kind == WorkKind.Image
            ? Rendered(command.CourseId, unit.Id, new RenderedPicture(receipt, null, failure))
            : new WorkFailed(command.CourseId, kind, receipt, failure);
    }

    /// <summary>One lesson of a deck batch.</summary>
    DeckBatchBuilt Part(IWorkCommand command, WorkUnit unit)
    {
        var part = ++_parts;
        return new(command.CourseId, Receipt(command, unit, $"part {part}", [], reused: false), artifacts.Of(WorkKind.DeckBatch, $"{unit.Id}-part-{part}", "pptx"),
            artifacts.Of(WorkKind.DeckBatch, $"{unit.Id}-part-{part}", "json"), 10, new DeckBatchInfo(part + 1, 1, "Its time was up."));
    }

    PlannedVisual Planned(string id) => new(id, artifacts.Prompt(id), CallsModel: true);

    static ImagesRendered Rendered(Guid course, string id, RenderedPicture picture) =>
        new(course, id[..5], [picture], picture.Failure is null ? 200 : 207, new ImageStatistics(1, 1, 1, 0, 0, "100.0%"), []);

    public static WorkReceipt Receipt(IWorkCommand command, WorkUnit unit, string fingerprint, IReadOnlyList<CallUsage> calls, bool reused) =>
        new(command.Order.Revision, command.Order.ReservationId, unit.Id, unit.Attempt, unit.Generation, fingerprint, calls, reused);

    IReadOnlyList<CallUsage> Calls(WorkKind kind, IWorkCommand command) =>
        kind <= WorkKind.Lab && command.Order.Grant.Calls > 0 ? [new CallUsage(Model, TokensPerCall, TokensPerCall, 0, 0, 0)] : [];

    void InterlockedMax(int now)
    {
        for (var most = _mostInFlight; now > most; most = _mostInFlight)
            Interlocked.CompareExchange(ref _mostInFlight, now, most);
    }

    public static WorkKind KindOf(IWorkCommand command) => command switch
    {
        WriteLessons => WorkKind.Lesson,
        PlanVisuals => WorkKind.Visuals,
        RenderImages => WorkKind.Image,
        PlanSlides => WorkKind.Slides,
        PlanLabs => WorkKind.LabPlan,
        WriteLab => WorkKind.Lab,
        BuildDeckBatch => WorkKind.DeckBatch,
        BuildInfographic => WorkKind.Infographic,
        WriteBook => WorkKind.Book,
        BuildLabGuide => WorkKind.LabGuide,
        CombineDeck => WorkKind.Deck,
        _ => throw new InvalidOperationException($"{command.GetType().Name} is no worker's."),
    };
}

sealed class FakeWorker<T>(FakeWorkers workers) : IConsumer<T> where T : class, IWorkCommand
{
    public Task Consume(ConsumeContext<T> context) => workers.Consume(context);
}
