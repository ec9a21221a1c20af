using CourseGen.Planner.History;
using Microsoft.EntityFrameworkCore;

namespace CourseGen.Planner.Postgres;

/// <summary>The history's entries, written with the step.</summary>
sealed class PostgresHistory(PlannerDbContext db) : ICourseHistory
{
    public void Add(HistoryEntry entry) => db.Add(entry);
}

/// <summary>Pages of a course's history, from its beginning or from where the last page ended.</summary>
public sealed class HistoryPages
{
    readonly PlannerDbContext _db;

    internal HistoryPages(PlannerDbContext db) => _db = db;

    /// <param name="after">The id of the last entry seen; 0 for the first page.</param>
    /// <param name="count">1 to 500.</param>
    /// <returns>In the order in which the entries came to be; fewer than <paramref name="count"/> when there are no more.</returns>
    public async Task<IReadOnlyList<HistoryEntry>> After(Guid course, long after, int count, CancellationToken token) =>
        await _db.History.AsNoTracking().Where(entry => entry.CourseId == course && entry.Id > after)
            .OrderBy(entry => entry.Id).Take(Math.Clamp(count, 1, 500)).ToListAsync(token);
}
