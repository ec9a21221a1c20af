namespace CourseGen.Contracts;

/// <summary>Make the revision's plan from the outline. Item <c>plan</c>.</summary>
/// <param name="Outline">Or a book's data, <c>book/{slug}_data.json</c>, whose deck is to be planned.</param>
/// <param name="Previous">The revision before this one, whose pinned models, prompts and selection go on.</param>
public sealed record PlanCourse(
    Guid CourseId, WorkOrder Order, IReadOnlyList<WorkUnit> Units, ArtifactRef Outline, CourseSettings Settings, string Shape, int Previous) : IWorkCommand;

/// <summary>Write lessons. Items <c>MM-LL</c>.</summary>
public sealed record WriteLessons(Guid CourseId, WorkOrder Order, IReadOnlyList<WorkUnit> Units) : IWorkCommand;

/// <summary>Plan the visuals of written lessons. Items <c>MM-LL</c>.</summary>
public sealed record PlanVisuals(Guid CourseId, WorkOrder Order, IReadOnlyList<WorkUnit> Units) : IWorkCommand;

/// <summary>Draw pictures, at most fifty. Items <c>MM-LL-NNNN</c>.</summary>
public sealed record RenderImages(Guid CourseId, WorkOrder Order, IReadOnlyList<WorkUnit> Units) : IWorkCommand;

/// <summary>Plan the slides of written lessons. Items <c>MM-LL</c>.</summary>
public sealed record PlanSlides(Guid CourseId, WorkOrder Order, IReadOnlyList<WorkUnit> Units) : IWorkCommand;

/// <summary>Plan all labs of the course. Item <c>labs</c>.</summary>
public sealed record PlanLabs(Guid CourseId, WorkOrder Order, IReadOnlyList<WorkUnit> Units) : IWorkCommand;

/// <summary>Write one lab. Item <c>MM-LL-NN</c>.</summary>
/// <param name="Lessons">The lessons the lab builds on; empty when only labs are made.</param>
public sealed record WriteLab(Guid CourseId, WorkOrder Order, IReadOnlyList<WorkUnit> Units, ArtifactRef LabPlan, IReadOnlyList<ArtifactRef> Lessons) : IWorkCommand;

/// <summary>Keep, create-only, what a book, lab guide, deck batch, infographic or deck will be built from. Item: the target's.</summary>
/// <param name="DeckKeys">For a deck: these decks in order, instead of the plan's.</param>
public sealed record WriteInputs(Guid CourseId, WorkOrder Order, IReadOnlyList<WorkUnit> Units, IReadOnlyList<string> DeckKeys) : IWorkCommand;

/// <summary>Build one batch deck from slide plans and pictures; no model call. Item <c>batch-N</c>, N from 1.</summary>
/// <param name="Continues">The structure of the part that ended at its deadline: this one begins at its <c>next_lesson_start</c>. Null: at the batch's first lesson.</param>
public sealed record BuildDeckBatch(Guid CourseId, WorkOrder Order, IReadOnlyList<WorkUnit> Units, ArtifactRef Inputs, ArtifactRef? Continues = null) : IWorkCommand;

/// <summary>Build <c>infographic_structure.json</c> and <c>infographic.html</c> from the deck batches' structures. Item <c>infographic</c>.</summary>
public sealed record BuildInfographic(Guid CourseId, WorkOrder Order, IReadOnlyList<WorkUnit> Units, ArtifactRef Inputs) : IWorkCommand;

/// <summary>Assemble the book. Item <c>book</c>.</summary>
/// <param name="Formats">Of <c>md</c>, <c>json</c>, <c>html</c>.</param>
public sealed record WriteBook(Guid CourseId, WorkOrder Order, IReadOnlyList<WorkUnit> Units, ArtifactRef Inputs, IReadOnlyList<string> Formats) : IWorkCommand;

/// <summary>Assemble the lab guide. Item <c>lab-guide</c>.</summary>
public sealed record BuildLabGuide(Guid CourseId, WorkOrder Order, IReadOnlyList<WorkUnit> Units, ArtifactRef Inputs, IReadOnlyList<string> Formats) : IWorkCommand;

/// <summary>Merge the batch decks under a cover. Item <c>deck</c>.</summary>
public sealed record CombineDeck(Guid CourseId, WorkOrder Order, IReadOnlyList<WorkUnit> Units, ArtifactRef Inputs) : IWorkCommand;

/// <summary>Write <c>course.json</c> from the work items. Item <c>manifest</c>.</summary>
public sealed record WriteManifest(Guid CourseId, WorkOrder Order, IReadOnlyList<WorkUnit> Units) : IWorkCommand;
