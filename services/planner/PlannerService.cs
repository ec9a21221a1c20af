using CourseGen.Contracts;
using CourseGen.Hosting;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Decks;
using CourseGen.Planner.Estimates;
using CourseGen.Planner.History;
using CourseGen.Planner.Intake;
using CourseGen.Planner.Manifests;
using CourseGen.Planner.Planning;
using CourseGen.Planner.Quota;
using CourseGen.Sagas;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CourseGen.Planner;

/// <summary>
/// The planner: the course saga, its work items and ledger, the entry queues, and the plan. Where it keeps them is said beside
/// <see cref="AddPlanner"/>: <see cref="AddMemoryPersistence"/> or <see cref="Postgres.PostgresPersistence.AddPostgresPersistence"/>.
/// </summary>
public static class PlannerService
{
    public static IBusRegistrationConfigurator AddPlanner(this IBusRegistrationConfigurator bus)
    {
        bus.AddSagaStateMachine<CourseStateMachine, Course, CourseDefinition>();
        bus.AddScoped<WorkCreation>();
        bus.AddScoped<WorkFlow>();
        bus.AddScoped<WorkRecord>();
        bus.AddScoped<WorkDispatch>();
        bus.AddScoped<ReservationRequests>();
        bus.AddScoped<InputSizes>();
        bus.AddScoped<CountedInputs>();
        bus.AddSingleton<CallEstimates>();
        bus.AddSingleton<LearnedCalls>();
        bus.TryAddSingleton(new QuotaOptions());
        bus.AddScoped<CourseProgress>();
        bus.AddSingleton<StoredRevisions>();
        bus.AddSingleton<DeckPlans>();
        bus.AddSingleton<DeckTemplates>();
        bus.AddSingleton<ModelLifetimes>();
        bus.AddSingleton<EntryRules>();
        bus.AddSingleton<StorePatience>();
        bus.AddScoped<CourseSpellings>();
        bus.AddConsumer<PlanCourseConsumer, PlanCourseDefinition>();
        bus.AddConsumer<WriteInputsConsumer, WriteInputsDefinition>();
        bus.AddConsumer<WriteManifestConsumer, WriteManifestDefinition>();
        bus.AddConsumer<StartCourseConsumer, EntryDefinition<StartCourseConsumer>>().Endpoint(endpoint => endpoint.Name = QueueNames.Start);
        bus.AddConsumer<RepairCourseConsumer, EntryDefinition<RepairCourseConsumer>>().Endpoint(endpoint => endpoint.Name = QueueNames.Repair);
        bus.AddConsumer<MergeDeckConsumer, EntryDefinition<MergeDeckConsumer>>().Endpoint(endpoint => endpoint.Name = QueueNames.Merge);
        bus.AddConsumer<BuildBookConsumer, EntryDefinition<BuildBookConsumer>>().Endpoint(endpoint => endpoint.Name = QueueNames.Book);
        bus.AddConsumer<BuildDeckConsumer, EntryDefinition<BuildDeckConsumer>>().Endpoint(endpoint => endpoint.Name = QueueNames.Deck);
        bus.AddConsumer<CancelCourseConsumer, EntryDefinition<CancelCourseConsumer>>().Endpoint(endpoint => endpoint.Name = QueueNames.Cancel);
        bus.AddConsumer<PauseCourseConsumer, EntryDefinition<PauseCourseConsumer>>().Endpoint(endpoint => endpoint.Name = QueueNames.Pause);
        bus.AddConsumer<ResumeCourseConsumer, EntryDefinition<ResumeCourseConsumer>>().Endpoint(endpoint => endpoint.Name = QueueNames.Resume);
        return bus;
    }

    /// <summary>The embedded run's: everything is kept in this process and forgotten with it.</summary>
    public static void AddMemoryPersistence(this IBusRegistrationConfigurator bus)
    {
        bus.AddMemoryStore();
        bus.AddSagaRepository<Course>().MemoryRepository();
        bus.AddSingleton(new SagaOutbox((endpoint, context) => endpoint.UseMemoryOutbox(context)));
        bus.AddScoped<IWorkItems, MemoryWorkItems>();
        bus.AddScoped<IQuotaLedger, MemoryLedger>();
        bus.AddScoped<ICourseHistory, ForgottenHistory>();
        bus.AddHostedService<DispatchPump>();
    }

    sealed class PlanCourseDefinition(WorkOptions options) : WorkDefinition<PlanCourseConsumer>(QueueNames.Plans, options.ConcurrentCommands);

    sealed class WriteInputsDefinition(WorkOptions options) : WorkDefinition<WriteInputsConsumer>(QueueNames.Manifests, options.ConcurrentCommands);

    sealed class WriteManifestDefinition(WorkOptions options) : WorkDefinition<WriteManifestConsumer>(QueueNames.Manifests, options.ConcurrentCommands);

    /// <summary>An entry queue takes raw JSON and envelopes alike.</summary>
    sealed class EntryDefinition<TConsumer> : ConsumerDefinition<TConsumer> where TConsumer : class, IConsumer
    {
        protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<TConsumer> consumer, IRegistrationContext context) =>
            endpoint.UseEntryQueue();
    }
}
