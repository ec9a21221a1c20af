using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Planner.Estimates;
using CourseGen.Planner.Quota;
using CourseGen.Storage;

namespace CourseGen.Planner.Courses;

/// <summary>Writes what workers say into the work items and the ledger. Said twice, or too late, it changes nothing but what was spent.</summary>
sealed class WorkRecord(
    IWorkItems items, IQuotaLedger ledger, ReservationRequests requests, InputSizes sizes, CountedInputs counted, LearnedCalls learned, ModelProfiles profiles, PlannerOptions options, TimeProvider time)
{
    /// <returns>The item when this made it; null when the event is repeated, or of work that no longer counts.</returns>
    public async Task<WorkItem?> Made(Course course, WorkKind kind, WorkReceipt receipt, IReadOnlyList<ArtifactRef> artifacts, CancellationToken token)
    {
        var item = await items.Find(course.CorrelationId, kind, receipt.Item, token);
        await Settle(course, item, receipt, token);
        if (item is null || item.IsFinished || !await Counts(course, item, receipt, token))
            return null;
        (item.Status, item.DueAt) = (WorkStatus.Done, null);
        item.Artifacts = kind == WorkKind.DeckBatch ? [.. item.Artifacts, .. artifacts] : artifacts;
        item.Fingerprint = receipt.Fingerprint;
        item.Reused = receipt.Reused;
        item.Failure = null;
        item.FinishedAt = time.GetUtcNow();
        course.Reused += receipt.Reused ? 1 : 0;
        return item;
    }

    /// <summary>A deck batch at its deadline: its part is kept, and the rest is sent again, which is no failed attempt. Only what was sent last counts.</summary>
    public async Task MadeInPart(Course course, DeckBatchBuilt part, CancellationToken token)
    {
        var item = await items.Find(course.CorrelationId, WorkKind.DeckBatch, part.Receipt.Item, token);
        await Settle(course, item, part.Receipt, token);
        if (item is null || !IsCurrent(item, part.Receipt))
            return;
        // Dispatch names the last of them, a structure, in the command that goes on.
        item.Artifacts = [.. item.Artifacts, part.Deck, part.Structure];
        Again(item, dueAt: null);
    }

    /// <returns>The item when it is a gap now.</returns>
    public async Task<WorkItem?> Failed(Course course, WorkKind kind, WorkReceipt receipt, WorkFailure failure, CancellationToken token)
    {
        var item = await items.Find(course.CorrelationId, kind, receipt.Item, token);
        await Settle(course, item, receipt, token);
        if (item is null || !IsCurrent(item, receipt))
            return null;
        if (failure.Kind == FailureKind.Configuration)
        {
            (course.PauseReason, course.PauseRemedy) = (failure.Reason, failure.Remedy);
            return Again(item, dueAt: null);
        }
        item.Attempts = Math.Max(item.Attempts, receipt.Attempt);
        item.Failure = failure;
        return failure.Kind == FailureKind.Transient ? RetryOrGap(item, failure) : Gap(item, failure);
    }

    /// <returns>The item when it came back too often and is a gap now.</returns>
    public async Task<WorkItem?> Returned(Course course, WorkReturned returned, CancellationToken token)
    {
        var (kind, receipt) = (returned.Kind, returned.Receipt);
        var item = await items.Find(course.CorrelationId, kind, receipt.Item, token);
        await Settle(course, item, receipt, token);
        if (item is null || !IsCurrent(item, receipt))
            return null;
        var takesQuota = requests.TakesQuota(course, item);
        if (takesQuota && await counted.Take(course, item, returned, token))
            return Again(item, dueAt: null);
        // One call a grant brings an item back as often as its stage may call.
        var expected = takesQuota ? PlannerOptions.CallsOf(kind, course.LabCount) : 0;
        return ++item.Returns < options.Returns + expected
            ? Again(item, dueAt: null)
            : Gap(item, new WorkFailure(FailureKind.Transient, $"{returned.Reason} It came back {item.Returns} times.", "Give the stage a larger grant or deadline, then repair."));
    }

    /// <summary>A consumer threw: a failed attempt of what its command left unsaid, charged as if fully used.</summary>
    /// <returns>The items that are gaps now.</returns>
    public async Task<IReadOnlyList<WorkItem>> Threw(Course course, IWorkCommand command, CancellationToken token)
    {
        var gaps = new List<WorkItem>();
        await ChargeInFull(course, command, token);
        var sent = new WorkQuery { ReservationId = command.Order.ReservationId, Statuses = [WorkStatus.Sent] };
        foreach (var item in await items.Where(course.CorrelationId, sent, token))
        {
            var failure = new WorkFailure(FailureKind.Transient, $"{item.Kind} {item.Id} failed unexpectedly.", "Look at the worker's log, then repair.");
            item.Attempts++;
            item.Failure = failure;
            if (RetryOrGap(item, failure) is { } gap)
                gaps.Add(gap);
        }
        return gaps;
    }

    /// <summary>Nobody knows what the command used.</summary>
    public async Task ChargeInFull(Course course, IWorkCommand command, CancellationToken token)
    {
        foreach (var unit in command.Units)
            await ledger.Settle(course.CorrelationId, command.Order.ReservationId, unit.Id, calls: null, token);
    }

    /// <summary>Items whose time to be tried again has come are as ready as any; the clock that woke the course may be a little ahead of this one.</summary>
    public async Task WakeDue(Course course, CancellationToken token)
    {
        var due = new WorkQuery { Statuses = [WorkStatus.Ready], DueBy = time.GetUtcNow() + options.ClockSkew };
        foreach (var item in await items.Where(course.CorrelationId, due, token))
            item.DueAt = null;
    }

    /// <summary>Closes the leases that have ended, of a course that has ended too.</summary>
    public Task CloseLeases(Course course, CancellationToken token) => ledger.TakeExpired(course.CorrelationId, token);

    /// <summary>Work whose lease ended with no word: sent again, or a gap once its attempts are used up.</summary>
    public async Task<IReadOnlyList<WorkItem>> Recover(Course course, CancellationToken token)
    {
        var gaps = new List<WorkItem>();
        foreach (var reservation in await ledger.TakeExpired(course.CorrelationId, token))
        {
            var lost = new WorkQuery { ReservationId = reservation.Id, Statuses = [WorkStatus.Sent] };
            foreach (var item in await items.Where(course.CorrelationId, lost, token))
            {
                item.Attempts += reservation.StartedAt is null ? 0 : 1;
                var failure = new WorkFailure(FailureKind.Transient, $"No word came of {item.Kind} {item.Id} within its lease.", "Look at the worker's log, then repair.");
                if (item.Attempts < options.Attempts)
                    Again(item, dueAt: null);
                else
                    gaps.Add(Gap(item, failure));
            }
        }
        await TakeBack(course, token);
        return gaps;
    }

    /// <summary>Work that is out under no reservation that is open: nobody will say a word of it.</summary>
    async Task TakeBack(Course course, CancellationToken token)
    {
        var open = await ledger.Open(course.CorrelationId, token);
        foreach (var item in await items.Where(course.CorrelationId, new WorkQuery { Statuses = [WorkStatus.Sent] }, token))
            if (item.ReservationId is not { } reservation || !open.Contains(reservation))
                Again(item, dueAt: null);
    }

    /// <summary>Nothing is out and nothing is ready, so nothing will ever wake the course: whatever waits must be looked at once more.</summary>
    public async Task<bool> IsStalled(Course course, CancellationToken token) =>
        (await ledger.Open(course.CorrelationId, token)).Count == 0 &&
        !await items.Any(course.CorrelationId, new WorkQuery { Statuses = [WorkStatus.Ready] }, token);

    public async Task Settle(Course course, WorkItem? item, WorkReceipt receipt, CancellationToken token)
    {
        if (!await ledger.Settle(course.CorrelationId, receipt.ReservationId, receipt.Item, receipt.Calls, token))
            return;
        var cost = receipt.Calls.Sum(profiles.CostOf);
        course.Calls += receipt.Calls.Count;
        course.InputTokens += receipt.Calls.Sum(call => call.InputTokens + call.CacheReadTokens + call.CacheWriteTokens);
        course.OutputTokens += receipt.Calls.Sum(call => call.OutputTokens);
        course.CostUsd += cost;
        if (item is null)
            return;
        item.Tokens += receipt.Calls.Sum(call => call.InputTokens + call.OutputTokens);
        item.CostUsd += cost;
        await Learn(course, item, receipt.Calls, token);
    }

    /// <summary>How sizes become tokens is only wanted where tokens are limited, and known already of an item that was counted.</summary>
    async Task Learn(Course course, WorkItem item, IReadOnlyList<CallUsage> calls, CancellationToken token)
    {
        if (calls.Count > 0)
            learned.Learn(item.Kind, calls, item.CountedInput is null && requests.TakesQuota(course, item) ? await sizes.Of(course, item, token) : 0);
    }

    static bool IsCurrent(WorkItem item, WorkReceipt receipt) => item.Status == WorkStatus.Sent && item.ReservationId == receipt.ReservationId;

    /// <summary>An event counts when it answers what was sent last; one of an earlier attempt, run or revision only if it made just what is wanted now.</summary>
    async Task<bool> Counts(Course course, WorkItem item, WorkReceipt receipt, CancellationToken token) =>
        IsCurrent(item, receipt) || (receipt.Fingerprint.Length > 0 && receipt.Fingerprint == await ExpectedFingerprint(course, item, token));

    /// <returns>Null where only the worker can tell it.</returns>
    async Task<string?> ExpectedFingerprint(Course course, WorkItem item, CancellationToken token)
    {
        switch (item.Kind)
        {
            case WorkKind.Lesson or WorkKind.LabPlan:
                return Fingerprint.Of(item.Kind, item.Basis, item.Generation);
            case WorkKind.Image:
                return Fingerprint.Of(item.Kind, item.Basis, item.Generation, [item.Upstream!]);
            case WorkKind.Visuals or WorkKind.Slides:
                var lesson = await items.Find(course.CorrelationId, WorkKind.Lesson, item.Id, token);
                return lesson is { Status: WorkStatus.Done } ? Fingerprint.Of(item.Kind, item.Basis, item.Generation, [lesson.Artifacts[0].Sha256]) : null;
            default:
                return null;
        }
    }

    WorkItem? RetryOrGap(WorkItem item, WorkFailure failure) => item.Attempts < options.Attempts
        ? Again(item, time.GetUtcNow() + options.DelayAfter(item.Attempts))
        : Gap(item, failure);

    static WorkItem? Again(WorkItem item, DateTimeOffset? dueAt)
    {
        (item.Status, item.DueAt, item.ReservationId) = (WorkStatus.Ready, dueAt, null);
        return null;
    }

    WorkItem Gap(WorkItem item, WorkFailure failure)
    {
        (item.Status, item.Failure, item.FinishedAt) = (WorkStatus.Gap, failure, time.GetUtcNow());
        return item;
    }
}
