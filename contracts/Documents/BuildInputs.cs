namespace CourseGen.Contracts.Documents;

/// <summary>
/// <c>.coursegen/revisions/{n}/inputs-{sha256}.json</c>: what one book, lab guide, deck batch, infographic or deck is built from.
/// Its hash is the fingerprint's upstream, so it holds no time, cost or output, and no revision.
/// </summary>
/// <param name="Item">The target's item id, for example <c>batch-2</c>.</param>
/// <param name="Artifacts">In the order of the course.</param>
/// <param name="Gaps">Lessons, pictures and labs that are missing.</param>
public sealed record BuildInputs(WorkKind Target, string Item, string Basis, IReadOnlyList<InputArtifact> Artifacts, IReadOnlyList<InputGap> Gaps);

/// <param name="Kind">Lesson, Image, Visuals (a prompt file, for alt texts), Slides, Lab, LabPlan, or DeckBatch (its deck, and its structure with <paramref name="Key"/> under <c>.coursegen/</c>).</param>
/// <param name="Item">For example <c>01-02</c>.</param>
public sealed record InputArtifact(WorkKind Kind, string Item, string Key, string Sha256);

public sealed record InputGap(WorkKind Kind, string Item, string Title);
