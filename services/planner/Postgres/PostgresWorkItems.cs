using CourseGen.Contracts;
using CourseGen.Planner.Courses;
using Microsoft.EntityFrameworkCore;

namespace CourseGen.Planner.Postgres;

/// <summary>
/// Work items on Postgres. A step flushes nothing before its end, so an answer is what the database holds, corrected by what the step
/// has loaded, changed, added and removed. Nobody else changes a course's items meanwhile: the step has the course's lock.
/// </summary>
sealed class PostgresWorkItems(PlannerDbContext db) : IWorkItems
{
    readonly StepItems _step = new();
    Guid? _transaction;

    public async Task<WorkItem?> Find(Guid course, WorkKind kind, string id, CancellationToken token)
    {
        if (Step is not { } step)
            return await Rows(course).SingleOrDefaultAsync(item => item.Kind == kind && item.Id == id, token);
        if (step.Knows(course, kind, id))
            return step.Find(course, kind, id);
        var found = await Rows(course).SingleOrDefaultAsync(item => item.Kind == kind && item.Id == id, token);
        return found is null ? null : step.Take(found);
    }

    public async Task<IReadOnlyList<WorkItem>> Where(Guid course, WorkQuery query, CancellationToken token)
    {
        if (Step is not { } step)
            return await Matching(course, query).ToListAsync(token);
        if (!step.IsWhole(course))
            foreach (var item in await Matching(course, query).ToListAsync(token))
                step.Take(item);
        if (query == new WorkQuery())
            step.SetWhole(course);
        return [.. step.Now(course).Where(query.Matches)];
    }

    public async Task<bool> Any(Guid course, WorkQuery query, CancellationToken token)
    {
        if (Step is not { } step)
            return await Matching(course, query).AnyAsync(token);
        if (step.Now(course).Any(query.Matches))
            return true;
        if (step.IsWhole(course))
            return false;
        var known = step.Before(course).Count(query.Matches);
        return await Matching(course, query).OrderBy(item => item.Kind).ThenBy(item => item.Id).Take(known + 1).CountAsync(token) > known; // as the key lies
    }

    public async Task<IReadOnlyDictionary<WorkStatus, int>> Count(Guid course, WorkQuery query, CancellationToken token)
    {
        if (Step is not { } step)
            return await Counted(course, query, token);
        var counts = step.IsWhole(course) ? [] : await Counted(course, query, token);
        if (!step.IsWhole(course))
            Add(step.Before(course), -1);
        Add(step.Now(course), 1);
        return counts;

        void Add(IEnumerable<WorkItem> items, int each)
        {
            foreach (var item in items.Where(query.Matches))
                counts[item.Status] = counts.GetValueOrDefault(item.Status) + each;
        }
    }

    Task<Dictionary<WorkStatus, int>> Counted(Guid course, WorkQuery query, CancellationToken token) =>
        Matching(course, query).GroupBy(item => item.Status).Select(alike => new { alike.Key, Count = alike.Count() })
            .ToDictionaryAsync(alike => alike.Key, alike => alike.Count, token);

    public void Add(WorkItem item)
    {
        Changing().Add(item);
        db.Add(item);
    }

    public void Remove(WorkItem item)
    {
        Changing().Remove(item);
        db.Remove(item);
    }

    public async Task<(Guid Course, DateTimeOffset At)?> NextDue(CancellationToken token)
    {
        var running = db.Courses.AsNoTracking().Where(course => course.CurrentState == nameof(CourseStateMachine.Running));
        var limit = await running.OrderBy(course => course.Deadline).Select(course => new { course.CorrelationId, At = course.Deadline }).FirstOrDefaultAsync(token);
        var item = await db.WorkItems.AsNoTracking().Where(item => item.Status == WorkStatus.Ready && item.DueAt != null)
            .Where(item => running.Any(course => course.CorrelationId == item.CourseId))
            .OrderBy(item => item.DueAt).Select(item => new { item.CourseId, At = item.DueAt!.Value }).FirstOrDefaultAsync(token);
        return item is not null && !(item.At > limit?.At) ? (item.CourseId, item.At) : limit is null ? null : (limit.CorrelationId, limit.At);
    }

    /// <summary>What this step knows; null outside a step.</summary>
    StepItems? Step
    {
        get
        {
            var transaction = db.Database.CurrentTransaction?.TransactionId;
            if (transaction != _transaction)
                _step.Forget();
            _transaction = transaction;
            return transaction is null ? null : _step;
        }
    }

    StepItems Changing() => Step ?? throw new InvalidOperationException(
        "A work item was to be changed outside a step of its course's saga, where the change would be lost: change it in the saga.");

    IQueryable<WorkItem> Rows(Guid course)
    {
        var rows = db.WorkItems.Where(item => item.CourseId == course);
        return db.InStep ? rows.AsTracking() : rows.AsNoTracking();
    }

    IQueryable<WorkItem> Matching(Guid course, WorkQuery query)
    {
        var rows = Rows(course);
        if (query.Kinds is { } kinds)
            rows = rows.Where(item => kinds.Contains(item.Kind));
        if (query.Statuses is { } statuses)
            rows = rows.Where(item => statuses.Contains(item.Status));
        if (query.Ids is { } ids)
            rows = rows.Where(item => ids.Contains(item.Id));
        if (query.Module is { } module)
            rows = rows.Where(item => item.Module == module);
        if (query.Lesson is { } lesson)
            rows = rows.Where(item => item.Lesson == lesson);
        if (query.LessonOrNone is { } one)
            rows = rows.Where(item => item.Lesson == null || item.Lesson == one);
        if (query.DeckBatch is { } deckBatch)
            rows = rows.Where(item => item.DeckBatch == deckBatch);
        if (query.ReservationId is { } reservation)
            rows = rows.Where(item => item.ReservationId == reservation);
        if (query.DueBy is { } due)
            rows = rows.Where(item => item.DueAt <= due);
        return rows;
    }
}
