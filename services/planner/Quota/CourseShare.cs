using CourseGen.Contracts;

namespace CourseGen.Planner.Quota;

/// <summary>What a course had of a model, and what it waits for.</summary>
/// <param name="Served">Tokens granted, as the quota is expected to count them; a new course begins with what the least served one has.</param>
/// <param name="At">When it last asked.</param>
public sealed record CourseShare(Guid Course, double Served, DateTimeOffset At, Wait? Wait);

/// <summary>A request that did not fit.</summary>
/// <param name="CouldSince">It would fit since then, but its course has not asked again: after a while it holds up nobody.</param>
public sealed record Wait(WorkKind Kind, int Priority, DateTimeOffset Since, CallEstimate Call, DateTimeOffset? CouldSince = null);
