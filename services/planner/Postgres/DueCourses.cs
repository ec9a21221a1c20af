using CourseGen.Planner.Courses;
using Npgsql;

namespace CourseGen.Planner.Postgres;

/// <summary>A course that wants to be woken, and the last moment at which something of it fell due.</summary>
sealed record DueCourse(Guid Course, DateTimeOffset At);

/// <summary>
/// Which courses want to be woken. Due: an item's next attempt, a lease's end, the limit of hours. Left lying: work that is out under
/// no open reservation; work that is ready, of a course where nothing has happened for a while; a course under way that nothing will
/// ever wake. The saga finds out which it is and mends it (<see cref="CourseRecords.Recover"/>).
/// </summary>
static class DueCourses
{
    const string Sql =
        """
        WITH clock AS MATERIALIZED (SELECT coalesce($1::timestamptz, clock_timestamp()) AS now),
        stale AS (
            SELECT id, state, stepped_at FROM courses, clock WHERE state IN ('Running', 'Paused') AND stepped_at <= now - $2::interval),
        due AS (
            SELECT item.course_id AS course, item.due_at AS at
            FROM work_items AS item JOIN courses ON courses.id = item.course_id, clock
            WHERE item.status = 'Ready' AND item.due_at <= now AND courses.state = 'Running'
            UNION ALL
            SELECT course_id, lease_ends FROM reservations, clock WHERE NOT closed AND lease_ends <= now
            UNION ALL
            SELECT id, deadline FROM courses, clock WHERE state = 'Running' AND deadline <= now
            UNION ALL
            SELECT stale.id, stepped_at FROM stale JOIN work_items AS item ON item.course_id = stale.id AND item.status = 'Sent'
            WHERE NOT EXISTS (SELECT FROM reservations AS open WHERE open.id = item.reservation_id AND NOT open.closed)
            UNION ALL
            SELECT stale.id, stepped_at FROM stale JOIN work_items AS item ON item.course_id = stale.id AND item.status = 'Ready'
            WHERE stale.state = 'Running' AND item.due_at IS NULL
            UNION ALL
            SELECT stale.id, stepped_at FROM stale
            WHERE stale.state = 'Running'
            AND NOT EXISTS (SELECT FROM reservations AS open WHERE open.course_id = stale.id AND NOT open.closed)
            AND NOT EXISTS (SELECT FROM work_items AS item WHERE item.course_id = stale.id AND item.status = 'Ready'))
        SELECT course, max(at) FROM due GROUP BY course ORDER BY max(at) LIMIT 500
        """;

    /// <param name="now">Null: the database's clock.</param>
    public static async Task<IReadOnlyList<DueCourse>> Find(NpgsqlConnection connection, DateTimeOffset? now, TimeSpan stalledAfter, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters = { new() { Value = (object?)now ?? DBNull.Value }, new() { Value = stalledAfter } },
        };
        await using var reader = await command.ExecuteReaderAsync(token);
        var due = new List<DueCourse>();
        while (await reader.ReadAsync(token))
            due.Add(new DueCourse(reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1)));
        return due;
    }
}
