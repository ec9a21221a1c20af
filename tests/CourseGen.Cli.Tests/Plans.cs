using System.Text;
using CourseGen.Cli.Commands;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Planner.Outlines;

namespace CourseGen.Cli.Tests;

/// <summary>Plans as the command makes them.</summary>
static class Plans
{
    public static CoursePlan Of(string folder, string? yaml = null, StartCourse? start = null)
    {
        var bytes = Encoding.UTF8.GetBytes(yaml ?? "course: {title: T, modules: [{title: M, lessons: [{title: L, duration_minutes: 20, topics: [One, Two]}]}]}");
        var file = new OutlineFile("outline.yaml", bytes, OutlineReader.Read(bytes).Outline!);
        return PlanCommand.Plan(file, (start ?? new StartCourse { ProjectFolder = folder }) with { ProjectFolder = folder, ModelProvider = "simulated", ImageProvider = "simulated" });
    }
}
