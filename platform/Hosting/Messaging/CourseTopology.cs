using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Hosting;

/// <summary>
/// Which queue takes which message. Every service declares all of it before it publishes, so that whichever starts first loses
/// nothing; the consumers' own definitions say the same (a test compares them).
/// </summary>
public static class CourseTopology
{
    /// <summary>A message published to nowhere is a defect, so the broker hands it back, and the publish fails.</summary>
    public static IReadOnlyList<Route> Commands { get; } =
    [
        Route.Of<StartCourse>(QueueNames.Start),
        Route.Of<RepairCourse>(QueueNames.Repair),
        Route.Of<MergeDeck>(QueueNames.Merge),
        Route.Of<CancelCourse>(QueueNames.Cancel),
        Route.Of<PauseCourse>(QueueNames.Pause),
        Route.Of<ResumeCourse>(QueueNames.Resume),
        Route.Of<BuildBook>(QueueNames.Book),
        Route.Of<BuildDeck>(QueueNames.Deck),
        Route.Of<PlanCourse>(QueueNames.Plans),
        Route.Of<WriteLessons>(QueueNames.Lessons),
        Route.Of<PlanVisuals>(QueueNames.Visuals),
        Route.Of<RenderImages>(QueueNames.Images),
        Route.Of<PlanSlides>(QueueNames.Slides),
        Route.Of<PlanLabs>(QueueNames.LabPlans),
        Route.Of<WriteLab>(QueueNames.Labs),
        Route.Of<WriteInputs>(QueueNames.Manifests),
        Route.Of<WriteManifest>(QueueNames.Manifests),
        Route.Of<BuildDeckBatch>(QueueNames.Decks),
        Route.Of<BuildInfographic>(QueueNames.Infographics),
        Route.Of<WriteBook>(QueueNames.Books),
        Route.Of<BuildLabGuide>(QueueNames.LabGuides),
        Route.Of<CombineDeck>(QueueNames.Merges),
    ];

    /// <summary>What the saga waits for.</summary>
    public static IReadOnlyList<Route> SagaEvents { get; } =
    [
        ToSaga<CourseRequested>(), ToSaga<RepairRequested>(), ToSaga<MergeRequested>(), ToSaga<BookRequested>(), ToSaga<DeckRequested>(),
        ToSaga<CancelRequested>(), ToSaga<PauseRequested>(), ToSaga<ResumeRequested>(), ToSaga<DispatchWork>(),
        ToSaga<WorkStarted>(), ToSaga<WorkFailed>(), ToSaga<WorkReturned>(), ToSaga<ModelThrottled>(),
        ToSaga<CoursePlanned>(), ToSaga<LessonWritten>(), ToSaga<VisualsPlanned>(), ToSaga<ImagesRendered>(), ToSaga<SlidesPlanned>(),
        ToSaga<LabsPlanned>(), ToSaga<LabWritten>(), ToSaga<InputsWritten>(), ToSaga<DeckBatchBuilt>(), ToSaga<InfographicBuilt>(),
        ToSaga<BookBuilt>(), ToSaga<LabGuideBuilt>(), ToSaga<DeckMerged>(), ToSaga<ManifestWritten>(),
        ToSaga<Fault<PlanCourse>>(), ToSaga<Fault<WriteLessons>>(), ToSaga<Fault<PlanVisuals>>(), ToSaga<Fault<RenderImages>>(),
        ToSaga<Fault<PlanSlides>>(), ToSaga<Fault<PlanLabs>>(), ToSaga<Fault<WriteLab>>(), ToSaga<Fault<WriteInputs>>(),
        ToSaga<Fault<BuildDeckBatch>>(), ToSaga<Fault<BuildInfographic>>(), ToSaga<Fault<WriteBook>>(), ToSaga<Fault<BuildLabGuide>>(),
        ToSaga<Fault<CombineDeck>>(), ToSaga<Fault<WriteManifest>>(),
    ];

    public static IEnumerable<Route> All => Commands.Concat(SagaEvents);

    /// <summary>Declared with each message's first publish, and by every bus at its start.</summary>
    internal static void UseCourseTopology(this IRabbitMqBusFactoryConfigurator rabbit)
    {
        foreach (var route in All)
            route.Declare(rabbit);
        rabbit.DeployPublishTopology = true;
        var commands = Commands.Select(command => command.Exchange).ToHashSet();
        rabbit.ConfigurePublish(publish => publish.UseExecute(context => RequireQueue(context, commands)));
        rabbit.ConfigureSend(send => send.UseExecute(context => RequireQueue(context, commands)));
    }

    /// <summary>By its exchange, because an outbox sends a command as it was stored, without its type.</summary>
    static void RequireQueue(SendContext context, HashSet<string> commands)
    {
        if (context.TryGetPayload(out RabbitMqSendContext? rabbit) && commands.Contains(rabbit.Exchange))
            rabbit.Mandatory = true;
    }

    static Route ToSaga<T>() where T : class => Route.Of<T>(QueueNames.Saga);
}

/// <summary>A message and the queue that takes it.</summary>
public sealed class Route
{
    Route(Type message, string queue, Action<IRabbitMqBusFactoryConfigurator> declare) => (Message, Queue, Declare) = (message, queue, declare);

    public Type Message { get; }

    public string Queue { get; }

    /// <summary>Where the message is published, as a sender in another language names it.</summary>
    public string Exchange => $"{Message.Namespace}:{Message.Name}";

    /// <summary>
    /// Exchange, queue as its own endpoint declares it, and a binding between them. The endpoint's own goes through an exchange of the queue's
    /// name; a message that may take both ways comes once.
    /// </summary>
    internal Action<IRabbitMqBusFactoryConfigurator> Declare { get; }

    internal static Route Of<T>(string queue) where T : class =>
        new(typeof(T), queue, bus => bus.Publish<T>(topology => topology.BindQueue(topology.Exchange.ExchangeName, queue, binding => binding.SetQuorumQueue())));
}
