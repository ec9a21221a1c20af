using CourseGen.Contracts;
using CourseGen.Planner.Courses;
using MassTransit;
using MassTransit.Saga;

namespace CourseGen.Planner.Intake;

/// <summary>
/// A course's folder is no other course's but for case: people and their file systems do not tell such folders apart. A store lists by
/// prefix and cannot be asked for that; the planner's own courses can, so it holds for all that this planner has made.
/// </summary>
sealed class CourseSpellings(IQuerySagaRepository<Course> courses, ILoadSagaRepository<Course> course)
{
    public async Task Check(CourseLocation location, CommandFields fields)
    {
        var (bucket, folder, lower) = (location.Bucket, location.Folder, location.Folder.ToLowerInvariant());
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // what Postgres can be asked; a folder's name is ASCII
        var others = await courses.Find(new SagaQuery<Course>(other => other.Bucket == bucket && other.Folder.ToLower() == lower && other.Folder != folder));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        foreach (var id in others)
            fields.Fault("project_folder", $"is the course {(await course.Load(id))?.Folder} but for case; expected that spelling, or another name");
    }
}
