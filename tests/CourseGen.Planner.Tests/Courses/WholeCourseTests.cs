using CourseGen.Contracts;

namespace CourseGen.Planner.Tests.Courses;

public sealed class WholeCourseTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(16)]
    [InlineData(42)]
    public async Task A_course_of_any_size_makes_every_artifact_once(int lessons)
    {
        await using var bed = await CourseBed.Start();
        var end = await bed.Make(OutlineYaml.Lessons(lessons, labs: true));
        end.ShouldBeOfType<CourseCompleted>().Manifest.ShouldNotBeNull();
        var made = bed.Artifacts.Payments;
        made.Values.ShouldAllBe(times => times == 1);
        var modules = (lessons + 6) / 7;
        var counts = made.Keys.GroupBy(key => key.Kind).ToDictionary(kind => kind.Key, kind => kind.Count());
        counts.ShouldBe(new Dictionary<WorkKind, int>
        {
            [WorkKind.Lesson] = lessons,
            [WorkKind.Visuals] = lessons,
            [WorkKind.Image] = 2 * lessons,
            [WorkKind.Slides] = lessons,
            [WorkKind.LabPlan] = 1,
            [WorkKind.Lab] = lessons + modules,
            [WorkKind.DeckBatch] = (lessons + 5) / 6,
            [WorkKind.Infographic] = 1,
            [WorkKind.Book] = 1,
            [WorkKind.LabGuide] = 1,
            [WorkKind.Deck] = 1,
        }, ignoreOrder: true);
        bed.Workers.Commands.Count.ShouldBe(bed.Workers.Commands.Select(command => command.Order.ReservationId).Distinct().Count());
        bed.InFlight().ShouldBe(0);
    }
}
