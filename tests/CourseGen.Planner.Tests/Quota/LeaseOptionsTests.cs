using CourseGen.Planner.Courses;
using CourseGen.Planner.Quota;
using CourseGen.Planner.Tests.Courses;

namespace CourseGen.Planner.Tests.Quota;

public sealed class LeaseOptionsTests
{
    static readonly PlannerOptions Planner = new() { TextModel = FakeWorkers.Model, ImageModel = FakeWorkers.Model };

    [Fact]
    public void The_defaults_hold() => new LeaseOptions().FaultsWith(Planner).ShouldBeEmpty();

    [Fact]
    public void A_lease_outlasts_the_work_under_it() =>
        new LeaseOptions { LeaseGrace = TimeSpan.FromSeconds(700) }.FaultsWith(Planner).ShouldBe(
            ["Leases:LeaseGrace is 00:11:40; expected at least Planner:WorkDeadline (00:15:00)."]);
}
