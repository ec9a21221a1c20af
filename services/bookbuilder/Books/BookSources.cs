using CourseGen.Contracts.Documents;

namespace CourseGen.BookBuilder.Books;

/// <summary>What a book or a lab guide is assembled from. What is absent here is a gap.</summary>
/// <param name="Lessons">Markdown by lesson id.</param>
/// <param name="Visuals">By visual id.</param>
/// <param name="Pictures">By visual id.</param>
/// <param name="Labs">Markdown by lab id.</param>
sealed record BookSources(
    CoursePlan Plan, IReadOnlyDictionary<string, string> Lessons, IReadOnlyDictionary<string, Visual> Visuals,
    IReadOnlyDictionary<string, InputArtifact> Pictures, IReadOnlyDictionary<string, string> Labs, LabMasterPlan? LabPlan);
