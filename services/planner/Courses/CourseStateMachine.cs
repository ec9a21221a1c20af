using System.Linq.Expressions;
using CourseGen.Contracts;
using MassTransit;
using static CourseGen.Contracts.WorkKind;

namespace CourseGen.Planner.Courses;

/// <summary>
/// The saga of a course. Commands are batches, events are items: the next stage of a lesson starts the moment that lesson is done.
/// Each <see cref="Stage{TEvent}"/> names the event that ends one of its items, and what that item may open.
/// </summary>
public sealed class CourseStateMachine : MassTransitStateMachine<Course>
{
    readonly Dictionary<WorkKind, WorkKind[]> _opens = [];

    public CourseStateMachine()
    {
        InstanceState(course => course.CurrentState);
        ConnectEventObserver(new History.HistoryObserver());
        CorrelateByCourse();

        Initially(When(Requested).Begin().PlanTheCourse().TransitionTo(Running).GoOn(this));

        Stage(Planned, Plan, opens: [Lesson, LabPlan]);
        Stage(LessonWritten, Lesson, opens: [Visuals, Slides, Lab, Inputs]);
        Stage(VisualsPlanned, Visuals, opens: [Image, Inputs]);
        Stage(SlidesPlanned, Slides, opens: [Inputs]);
        Stage(LabsPlanned, LabPlan, opens: [Lab, Inputs]);
        Stage(LabWritten, Lab, opens: [Inputs]);
        Stage(InputsWritten, Inputs, opens: [DeckBatch, Infographic, Book, LabGuide, Deck]);
        Stage(DeckBatchBuilt, DeckBatch, opens: [Inputs]);
        Stage(InfographicBuilt, Infographic, opens: []);
        Stage(BookBuilt, Book, opens: []);
        Stage(LabGuideBuilt, LabGuide, opens: []);
        Stage(DeckMerged, Deck, opens: []);
        Stage(ManifestWritten, Manifest, opens: []);
        Pictures(ImagesRendered, opens: [Inputs]);

        During(Running, Paused,
            When(WorkBegun).RecordStart(),
            When(ItemFailed).RecordFailure(_opens).GoOn(this),
            When(ItemReturned).RecordReturn(_opens).GoOn(this),
            When(Dispatch).Recover(_opens).GoOn(this),
            When(CancelWanted).TransitionTo(Cancelled).Cancel().BeginNext(this),
            When(Requested).JoinOrQueue(this),
            When(RepairWanted).AskToWait(), When(BookWanted).AskToWait(), When(MergeWanted).AskToWait(), When(DeckWanted).AskToWait());

        During(Running,
            When(PauseWanted).Pause("A person paused it.", "Resume it.").GoOn(this),
            Ignore(ResumeWanted));

        During(Paused,
            When(ResumeWanted).Resume().TransitionTo(Running).GoOn(this),
            Ignore(PauseWanted));

        During([Completed, Incomplete, Failed, Cancelled],
            When(Requested).BeginAgain(this),
            When(WorkBegun).RecordStart(),
            When(ItemFailed).SettleOnly(), When(ItemReturned).SettleOnly(),
            When(Dispatch).CloseLeases(),
            Ignore(CancelWanted), Ignore(PauseWanted), Ignore(ResumeWanted));

        During([Running, Paused, Completed, Incomplete, Failed, Cancelled], When(Throttled).RecordThrottle());

        During([Initial, Completed, Incomplete, Failed, Cancelled],
            When(RepairWanted).BeginRepair().PlanTheCourse().TransitionTo(Running).GoOn(this),
            When(BookWanted).BeginBook().PlanTheCourse().TransitionTo(Running).GoOn(this),
            When(MergeWanted).BeginMerge().PlanTheCourse().TransitionTo(Running).GoOn(this),
            When(DeckWanted).BeginDeck().PlanTheCourse().TransitionTo(Running).GoOn(this));

        Net<PlanCourse>(); Net<WriteLessons>(); Net<PlanVisuals>(); Net<RenderImages>(); Net<PlanSlides>(); Net<PlanLabs>(); Net<WriteLab>();
        Net<WriteInputs>(); Net<BuildDeckBatch>(); Net<BuildInfographic>(); Net<WriteBook>(); Net<BuildLabGuide>(); Net<CombineDeck>(); Net<WriteManifest>();
    }

    public State Running { get; private set; } = null!;
    public State Paused { get; private set; } = null!;
    public State Completed { get; private set; } = null!;
    /// <summary>Completed with gaps.</summary>
    public State Incomplete { get; private set; } = null!;
    public State Failed { get; private set; } = null!;
    public State Cancelled { get; private set; } = null!;

    public Event<CourseRequested> Requested { get; private set; } = null!;
    public Event<RepairRequested> RepairWanted { get; private set; } = null!;
    public Event<BookRequested> BookWanted { get; private set; } = null!;
    public Event<MergeRequested> MergeWanted { get; private set; } = null!;
    public Event<DeckRequested> DeckWanted { get; private set; } = null!;
    public Event<CancelRequested> CancelWanted { get; private set; } = null!;
    public Event<PauseRequested> PauseWanted { get; private set; } = null!;
    public Event<ResumeRequested> ResumeWanted { get; private set; } = null!;
    public Event<CoursePlanned> Planned { get; private set; } = null!;
    public Event<LessonWritten> LessonWritten { get; private set; } = null!;
    public Event<VisualsPlanned> VisualsPlanned { get; private set; } = null!;
    public Event<ImagesRendered> ImagesRendered { get; private set; } = null!;
    public Event<SlidesPlanned> SlidesPlanned { get; private set; } = null!;
    public Event<LabsPlanned> LabsPlanned { get; private set; } = null!;
    public Event<LabWritten> LabWritten { get; private set; } = null!;
    public Event<InputsWritten> InputsWritten { get; private set; } = null!;
    public Event<DeckBatchBuilt> DeckBatchBuilt { get; private set; } = null!;
    public Event<InfographicBuilt> InfographicBuilt { get; private set; } = null!;
    public Event<BookBuilt> BookBuilt { get; private set; } = null!;
    public Event<LabGuideBuilt> LabGuideBuilt { get; private set; } = null!;
    public Event<DeckMerged> DeckMerged { get; private set; } = null!;
    public Event<ManifestWritten> ManifestWritten { get; private set; } = null!;
    public Event<WorkStarted> WorkBegun { get; private set; } = null!;
    public Event<WorkFailed> ItemFailed { get; private set; } = null!;
    public Event<WorkReturned> ItemReturned { get; private set; } = null!;
    public Event<ModelThrottled> Throttled { get; private set; } = null!;
    public Event<DispatchWork> Dispatch { get; private set; } = null!;

    /// <summary>One stage of the flow: an item of the kind is made, and what it held up may begin.</summary>
    void Stage<TEvent>(Event<TEvent> made, WorkKind kind, WorkKind[] opens) where TEvent : class, IWorkEvent
    {
        _opens[kind] = opens;
        During(Running, Paused, When(made).RecordMade(kind, _opens).GoOn(this));
        During([Completed, Incomplete, Failed, Cancelled], When(made).SettleOnly());
    }

    void Pictures(Event<ImagesRendered> rendered, WorkKind[] opens)
    {
        _opens[Image] = opens;
        During(Running, Paused, When(rendered).RecordPictures(_opens).GoOn(this));
        During([Completed, Incomplete, Failed, Cancelled], When(rendered).SettleOnly());
    }

    /// <summary>The net below expected failures: a command whose consumer threw counts as a failed attempt of all its items.</summary>
    void Net<TCommand>() where TCommand : class, IWorkCommand
    {
        var faulted = Event<Fault<TCommand>>($"{typeof(TCommand).Name}Faulted",
            e => e.CorrelateById(context => context.Message.Message.CourseId).OnMissingInstance(missing => missing.Discard()));
        During(Running, Paused, When(faulted).RecordFault(_opens).GoOn(this));
        During([Completed, Incomplete, Failed, Cancelled], When(faulted).ChargeFault());
    }

    void CorrelateByCourse()
    {
        ById(() => Requested); ById(() => RepairWanted); ById(() => BookWanted); ById(() => MergeWanted); ById(() => DeckWanted); ById(() => CancelWanted);
        ById(() => PauseWanted); ById(() => ResumeWanted); ById(() => Planned); ById(() => LessonWritten); ById(() => VisualsPlanned);
        ById(() => ImagesRendered); ById(() => SlidesPlanned); ById(() => LabsPlanned); ById(() => LabWritten); ById(() => InputsWritten);
        ById(() => DeckBatchBuilt); ById(() => InfographicBuilt); ById(() => BookBuilt); ById(() => LabGuideBuilt); ById(() => DeckMerged);
        ById(() => ManifestWritten); ById(() => WorkBegun); ById(() => ItemFailed); ById(() => ItemReturned); ById(() => Throttled); ById(() => Dispatch);
    }

    void ById<T>(Expression<Func<Event<T>>> message) where T : class, ICourseMessage =>
        Event(message, e => e.CorrelateById(context => context.Message.CourseId).OnMissingInstance(missing => missing.Discard()));
}
