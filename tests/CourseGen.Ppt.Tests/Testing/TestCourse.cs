using System.Text;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Storage;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Ppt.Tests.Testing;

/// <summary>
/// A course of two modules (two lessons and one lesson) in deck batches of two lessons, in a folder store, with the service on an
/// in-memory bus.
/// </summary>
sealed class TestCourse : IAsyncDisposable
{
    internal static readonly CourseLocation Location = new("local", "courses/harbour-tides");

    readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("coursegen-ppt-");
    readonly ServiceProvider _services;
    bool _started;

    /// <param name="slow">A store in which time passes; null: a folder, in real time.</param>
    internal TestCourse(ScriptedModel? model = null, string language = "en", string style = "professional", string provider = "recorded", SlowStore? slow = null)
    {
        Store = new FolderStore(_root.FullName, Location.Bucket);
        Plan = Planned(language, style, provider);
        _services = new ServiceCollection().AddLogging().AddSingleton<IArtifactStore>(slow is null ? Store : slow.Over(Store)).AddSingleton(slow?.Time ?? TimeProvider.System)
            .AddSingleton((model ?? new ScriptedModel("")).Provider).AddSingleton(new WorkOptions()).AddSingleton<WorkRules>().AddModels()
            .AddMassTransit(bus =>
            {
                bus.AddPpt();
                bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
            }).BuildServiceProvider(validateScopes: true);
    }

    internal FolderStore Store { get; }

    internal CoursePlan Plan { get; set; }

    /// <summary>Sends a command of one item, and waits for the item's event.</summary>
    internal async Task<T> Run<T>(object command)
        where T : class, ICourseMessage
    {
        var bus = _services.GetRequiredService<IBusControl>();
        if (!_started)
            await bus.StartAsync();
        _started = true;
        var events = new EventWatch();
        using var watch = bus.ConnectPublishObserver(events);
        await bus.Publish(command, command.GetType());
        return (await events.Event.WaitAsync(TimeSpan.FromMinutes(1))).ShouldBeOfType<T>();
    }

    internal async Task<WorkOrder> Order(int calls = 3) => new(
        Location, 1, await Put(ArtifactKeys.RevisionPlan(1), DocumentJson.Write(Plan)), Guid.NewGuid(), DateTimeOffset.MaxValue, TimeSpan.FromMinutes(15),
        new Grant(calls, 8000), ScriptedModel.Ref, "1");

    internal static WorkUnit Unit(string id) => new(id, 1, "basis", 0, Force: false);

    internal async Task<ArtifactRef> Put(string key, byte[] bytes)
    {
        await Store.PutBytes(Location, key, bytes, PutCondition.Always, CancellationToken.None);
        return new ArtifactRef(key, Fingerprint.Sha256(bytes), bytes.Length);
    }

    internal Task<byte[]> Read(string key) => Store.ReadBytes(Location, key, CancellationToken.None);

    internal async Task PutLesson() => await Put(Plan.Lessons[0].Key, Encoding.UTF8.GetBytes(SampleLesson.Markdown));

    /// <summary>Slides, prompt file and picture of lessons.</summary>
    internal async Task<List<InputArtifact>> PutSlides(params string[] lessons)
    {
        var artifacts = new List<InputArtifact>();
        foreach (var lesson in lessons.Select(id => Plan.Lessons.Single(lesson => lesson.Id == id)))
        {
            var visual = $"{lesson.Id}-0001";
            var slides = HeadingSlides.From(LessonReader.Read(SampleLesson.Markdown.Replace(SampleLesson.Visual, visual)), lesson.ModuleNumber, lesson.LessonNumber, Plan.Language, 8);
            await Add(WorkKind.Slides, lesson.Id, ArtifactKeys.Slides(lesson.ModuleNumber, lesson.LessonNumber), DocumentJson.Write(new SlidePlan(lesson.Id, lesson.Title, Plan.Language, false, slides)));
            await Add(WorkKind.Visuals, visual, ArtifactKeys.Prompt(visual), DocumentJson.Write(new Visual(visual, lesson.Id, "Ladder", VisualType.Diagram, "Draw it", $"Levels of {lesson.Id}", $"{visual}.png", DateTimeOffset.UnixEpoch)));
            await Add(WorkKind.Image, visual, ArtifactKeys.Image(visual), Samples.Png(80, 60, (byte)lesson.Number));
        }
        return artifacts;

        async Task Add(WorkKind kind, string item, string key, byte[] bytes) => artifacts.Add(new InputArtifact(kind, item, key, (await Put(key, bytes)).Sha256));
    }

    internal async Task<ArtifactRef> PutInputs(WorkKind target, string item, IReadOnlyList<InputArtifact> artifacts, params InputGap[] gaps)
    {
        var bytes = DocumentJson.Write(new BuildInputs(target, item, "basis", artifacts, gaps));
        return await Put(ArtifactKeys.Inputs(1, Fingerprint.Sha256(bytes)), bytes);
    }

    internal async Task<DeckBatchBuilt> BuildBatch(int number, IReadOnlyList<InputArtifact> artifacts, params InputGap[] gaps) => await Run<DeckBatchBuilt>(
        new BuildDeckBatch(Guid.NewGuid(), await Order(0), [Unit($"batch-{number}")], await PutInputs(WorkKind.DeckBatch, $"batch-{number}", artifacts, gaps)));

    /// <param name="continues">The structure of the part before it.</param>
    internal async Task<DeckBatchBuilt> BuildBatch(int number, IReadOnlyList<InputArtifact> artifacts, ArtifactRef continues) => await Run<DeckBatchBuilt>(
        new BuildDeckBatch(Guid.NewGuid(), await Order(0), [Unit($"batch-{number}")], await PutInputs(WorkKind.DeckBatch, $"batch-{number}", artifacts), continues));

    public async ValueTask DisposeAsync()
    {
        if (_started)
            await _services.GetRequiredService<IBusControl>().StopAsync();
        await _services.DisposeAsync();
        Store.Dispose();
        _root.Delete(recursive: true);
    }

    internal static CoursePlan Planned(string language, string style = "professional", string provider = "recorded") => new()
    {
        Revision = 1,
        ProjectFolder = Location.Folder,
        Slug = "harbour-tides",
        Language = language,
        ContentType = ContentType.Both,
        OutlineSha256 = "",
        Shape = "",
        Settings = new CourseSettings { Style = style },
        SelectedModules = [1, 2],
        Models = new Dictionary<WorkKind, ModelRef> { [WorkKind.Lesson] = new(provider, "writer") },
        Prompts = PromptVersions.Current,
        Bases = new Dictionary<WorkKind, string>(),
        Lessons = [Lesson(1, 1, 1, "Heights"), Lesson(2, 1, 2, "Springs"), Lesson(3, 2, 1, "Passages")],
        Labs = [new PlannedLab("01-02-01", 1, 2, "Reduce a sounding", ArtifactKeys.Lab("01-02-01", "Reduce a sounding"), "")],
        LessonBatches = [],
        DeckBatches = [new DeckBatch(0, 1, 2, 2), new DeckBatch(1, 3, 3, 2)],
        ExpectedCalls = new ExpectedCalls(0, 0, 0, 0, 0, 0),
        Outline = new Outline
        {
            Title = "Harbour tides",
            Description = "How to read tide tables. And to plan with them.",
            Language = language,
            Author = "A. Author",
            LearningOutcomes = ["Read a table"],
            Prerequisites = ["A chart"],
            Audience = ["Skippers"],
            Legal = "Free to use.",
            TotalDurationMinutes = 90,
            Modules =
            [
                new OutlineModule(1, "Levels", "What levels are.", null, null, [OutlineLesson("01-01", 1, "Heights"), OutlineLesson("01-02", 2, "Springs") with { Labs = [new OutlineLab("01-02-01", "Reduce a sounding", 30, null, ["Correct a depth for the tide"], null)] }], [], ["Admiralty tide tables"]),
                new OutlineModule(2, "Planning", null, null, null, [OutlineLesson("02-01", 1, "Passages")], [], []),
            ],
        },
    };

    static OutlineLesson OutlineLesson(string id, int number, string title) => new(id, number, title, 20, null, [new OutlineTopic("Topic", null, null)], []);

    static PlannedLesson Lesson(int number, int module, int lesson, string title) =>
        new($"{module:00}-{lesson:00}", number, module, lesson, title, ArtifactKeys.Lesson(module, lesson, title), 1000, 8, ((number - 1) / 2) + 1, "");

    sealed class EventWatch : IPublishObserver
    {
        readonly TaskCompletionSource<object> _event = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task<object> Event => _event.Task;

        public Task PrePublish<T>(PublishContext<T> context)
            where T : class => Task.CompletedTask;

        public Task PostPublish<T>(PublishContext<T> context)
            where T : class
        {
            if (context.Message is IWorkEvent or Fault)
                _event.TrySetResult(context.Message);
            return Task.CompletedTask;
        }

        public Task PublishFault<T>(PublishContext<T> context, Exception exception)
            where T : class => Task.CompletedTask;
    }
}
