namespace CourseGen.Contracts;

/// <summary>The last revision found in the store: what a course is known by when the saga's row is new (the embedded run, or a lost database).</summary>
/// <param name="Number">From 1.</param>
/// <param name="Shape">Hash of outline and shaping options; an equal one is the same revision.</param>
public sealed record StoredRevision(int Number, string Shape, CourseSettings Settings, ArtifactRef Outline);

/// <summary>A validated start: the outline is stored, nothing is spent yet.</summary>
/// <param name="Shape">Hash of the outline's bytes and the options that shape the course.</param>
public sealed record CourseRequested(
    Guid CourseId, CourseLocation Location, ArtifactRef Outline, CourseSettings Settings, string Shape, StoredRevision? Stored) : ICourseMessage;

/// <summary>What a repair redoes.</summary>
/// <param name="Items">Item ids; empty is everything that is missing.</param>
/// <param name="Force">Also what is there already, hand edits too (they are kept under <c>versions/</c>).</param>
public sealed record RepairScope(IReadOnlyList<string> Items, string? Requirements, bool Force);

/// <summary>A validated repair of a course that has a revision.</summary>
public sealed record RepairRequested(Guid CourseId, CourseLocation Location, RepairScope Scope, StoredRevision Stored) : ICourseMessage;

/// <summary>A validated wish to merge the batch decks.</summary>
/// <param name="DeckKeys">Keys of the decks in order; empty: all of the plan.</param>
public sealed record MergeRequested(Guid CourseId, CourseLocation Location, IReadOnlyList<string> DeckKeys, StoredRevision Stored) : ICourseMessage;

/// <summary>A validated wish for the deck of a book that is in the store.</summary>
/// <param name="Book">The book's data, <c>book/{slug}_data.json</c>.</param>
/// <param name="Stored">The course's last revision; null for a folder that only has a book.</param>
public sealed record DeckRequested(Guid CourseId, CourseLocation Location, ArtifactRef Book, CourseSettings Settings, StoredRevision? Stored) : ICourseMessage;

/// <summary>A validated wish to build the book again without a model call.</summary>
/// <param name="BookFormats">Null: as the last revision had them.</param>
public sealed record BookRequested(Guid CourseId, CourseLocation Location, IReadOnlyList<string>? BookFormats, StoredRevision Stored) : ICourseMessage;

public sealed record CancelRequested(Guid CourseId) : ICourseMessage;

public sealed record PauseRequested(Guid CourseId) : ICourseMessage;

public sealed record ResumeRequested(Guid CourseId, decimal? MaxCostUsd, double? MaxHours) : ICourseMessage;
