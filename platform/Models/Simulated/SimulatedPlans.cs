using CourseGen.Contracts;
using CourseGen.Contracts.Documents;

namespace CourseGen.Models.Simulated;

/// <summary>Whether a course's text teaches nothing, which book, deck and manifest must say.</summary>
public static class SimulatedPlans
{
    /// <param name="writer">The stage that writes the text in question.</param>
    public static bool IsSimulated(this CoursePlan plan, WorkKind writer = WorkKind.Lesson) =>
        plan.Models.GetValueOrDefault(writer)?.Provider == SimulatedChatClient.ProviderName;
}
