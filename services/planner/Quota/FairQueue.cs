namespace CourseGen.Planner.Quota;

/// <summary>
/// Who waits for a model's quota, and who goes first: the course that was served least, then the higher priority, then who waits longest.
/// </summary>
sealed class FairQueue(QuotaBelief belief, DateTimeOffset now)
{
    /// <summary>What a course had is forgotten when it asks for nothing for so long.</summary>
    static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    /// <summary>The one that nobody may overtake.</summary>
    public CourseShare? First => belief.Courses.Where(share => share.Wait is not null).MinBy(share => Rank(share.Served, share.Wait!.Priority, share.Wait.Since));

    /// <returns>The course that goes before the request's; null when it is its turn.</returns>
    public CourseShare? Before(ReservationRequest request)
    {
        var own = Of(request.CourseId);
        var rank = Rank(own.Served, own.Wait?.Priority ?? request.Priority, own.Wait?.Since ?? now);
        return First is { } first && first.Course != request.CourseId && Rank(first.Served, first.Wait!.Priority, first.Wait.Since).CompareTo(rank) < 0 ? first : null;
    }

    public void Serve(ReservationRequest request, double tokens)
    {
        var own = Of(request.CourseId);
        Put(own with { Served = own.Served + tokens });
    }

    /// <param name="unmet">The first request of the course that did not fit; null when all did.</param>
    public void Asked(Guid course, ReservationRequest? unmet)
    {
        var own = Of(course);
        Put(own with { Wait = unmet is null ? null : new Wait(unmet.Kind, unmet.Priority, own.Wait?.Since ?? now, unmet.Call!) });
    }

    /// <summary>The waiting course could be served, but has not asked for it.</summary>
    /// <returns>True when it has had time enough, and waits no more.</returns>
    public bool Passes(CourseShare waiting, TimeSpan patience)
    {
        var since = waiting.Wait!.CouldSince ?? now;
        var passes = now - since >= patience;
        belief.Courses = [.. Others(waiting.Course), waiting with { Wait = passes ? null : waiting.Wait with { CouldSince = since } }];
        return passes;
    }

    CourseShare Of(Guid course) => belief.Courses.FirstOrDefault(share => share.Course == course)
        ?? new CourseShare(course, belief.Courses.Count == 0 ? 0 : belief.Courses.Min(share => share.Served), now, null);

    void Put(CourseShare share) => belief.Courses =
        [.. Others(share.Course).Where(other => other.Wait is not null || now - other.At < Memory), share with { At = now }];

    IEnumerable<CourseShare> Others(Guid course) => belief.Courses.Where(share => share.Course != course);

    static (double Served, int Priority, DateTimeOffset Since) Rank(double served, int priority, DateTimeOffset since) => (served, -priority, since);
}
