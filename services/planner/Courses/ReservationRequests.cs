using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Planner.Estimates;
using CourseGen.Planner.Planning;
using CourseGen.Planner.Quota;

namespace CourseGen.Planner.Courses;

/// <summary>What is asked of the ledger for a batch of items: which calls, and what they will use.</summary>
sealed class ReservationRequests(InputSizes sizes, CallEstimates estimates, ModelProfiles profiles, QuotaOptions quotas)
{
    /// <summary>See <see cref="InputSizes.LookUp"/>.</summary>
    public Task LookUp(Course course, IEnumerable<WorkItem> wanted, CancellationToken token) =>
        sizes.LookUp(course, wanted.Where(item => TakesQuota(course, item)), token);

    /// <param name="batch">Alike in kind, <see cref="MayCall"/> and <see cref="TakesQuota"/>.</param>
    public async Task<ReservationRequest> Of(Course course, IReadOnlyList<WorkItem> batch, CancellationToken token)
    {
        if (!TakesQuota(course, batch[0]))
            return Of(course, batch[0].Kind, batch, MayCall(course, batch[0]) ? PlannerOptions.CallsOf(batch[0].Kind, course.LabCount) : 0, call: null);
        var (kind, model, input) = (batch[0].Kind, course.Models[batch[0].Kind], 0L);
        foreach (var item in batch)
            input = Math.Max(input, item.CountedInput ?? estimates.InputOf(model, kind, await sizes.Of(course, item, token)));
        var call = estimates.Reading(model, kind, input);
        var request = Of(course, kind, batch, calls: 1, call with { Next = LongestAfter(course, kind, model, call.Output) });
        return kind == WorkKind.Image ? request : request with { Grant = request.Grant with { InputTokens = input, CountInput = IsToCount(batch, model) } };
    }

    /// <summary>Until enough is known of a stage, workers count what they are about to send, unless that is known of the item already.</summary>
    bool IsToCount(IReadOnlyList<WorkItem> batch, ModelRef model) =>
        batch.Any(item => item.CountedInput is null) && !estimates.KnowsInput(model, batch[0].Kind);

    /// <summary>The least that a call of the stage asks for, of whatever item; null when nothing limits it.</summary>
    public ReservationRequest? Least(Course course, WorkKind kind) => IsLimited(course, kind)
        ? Of(course, kind, [], calls: 1, estimates.Of(course.Models[kind], kind, PromptTokens.Of(kind)))
        : null;

    /// <summary>A rebuild and a merge only look; so does a repair of named items, for all but those and what is made of them.</summary>
    public static bool MayCall(Course course, WorkItem item) => course.Mode == CourseMode.Deck ? item.Kind == WorkKind.Slides :
        course.Mode == CourseMode.Full && (course.Repair is not { Items.Count: > 0 } repair ||
            repair.Items.Any(named => named == item.Id || named == item.Lesson || IsLabOfModule(item, named)));

    /// <summary>A module's own lab is made of all of the module's lessons.</summary>
    static bool IsLabOfModule(WorkItem item, string named) =>
        item is { Kind: WorkKind.Lab, Lesson: null } && WorkItemIds.IsLesson(named) && WorkItem.ModuleOf(named) == item.Module;

    /// <summary>
    /// Of a model with a quota an item is granted one call, because that is all that is reserved: what needs another comes back and is
    /// reserved anew. One without is granted all that the stage may need.
    /// </summary>
    public bool TakesQuota(Course course, WorkItem item) =>
        MayCall(course, item) && IsLimited(course, item.Kind) && (item.Kind != WorkKind.Image || item.CallsModel);

    /// <param name="written">Tokens that the next call will read.</param>
    CallEstimate? LongestAfter(Course course, WorkKind kind, ModelRef model, long written)
    {
        IReadOnlyList<WorkKind> opened = kind switch
        {
            WorkKind.Lesson when course.Settings.BuildDeck => [WorkKind.Visuals, WorkKind.Slides],
            WorkKind.Lesson => [WorkKind.Visuals],
            WorkKind.LabPlan => [WorkKind.Lab],
            _ => [],
        };
        return opened.Where(next => course.Models.GetValueOrDefault(next) == model)
            .Select(next => estimates.Of(model, next, PromptTokens.Of(next) + written)).MaxBy(next => next.Duration);
    }

    ReservationRequest Of(Course course, WorkKind kind, IEnumerable<WorkItem> batch, int calls, CallEstimate? call)
    {
        var model = course.Models.GetValueOrDefault(kind);
        var grant = new Grant(calls, model is null ? 0 : profiles.MaxTokensOf(model, kind));
        return new ReservationRequest(course.CorrelationId, kind, model, [.. batch.Select(item => item.Id)], grant, call, course.Settings.Priority);
    }

    /// <summary>Only stages that call a model have one.</summary>
    bool IsLimited(Course course, WorkKind kind) =>
        quotas.Mode == QuotaMode.Ledger && course.Models.GetValueOrDefault(kind) is { } model && profiles.Of(model).Quota.IsLimited;
}
