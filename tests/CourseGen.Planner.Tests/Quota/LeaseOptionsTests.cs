using CourseGen.Planner.Courses;
using CourseGen.Planner.Quota;
using CourseGen.Planner.Tests.Courses;

namespace CourseGen.Planner.Tests.Quota;

public sealed class LeaseOptionsTests
{
    static readonly PlannerOptions Planner = new() { TextModel = FakeWorkers.Model, ImageModel = FakeWorkers.Model };

    [Fact]
    public void The_defaults_hold() => new LeaseOptions().FaultsWith(Planner).Concat(new LeaseOptions().Faults()).Concat(Planner.Faults()).ShouldBeEmpty();

    [Fact]
    public void A_lease_outlasts_the_work_under_it() =>
        new LeaseOptions { LeaseGrace = TimeSpan.FromSeconds(700) }.FaultsWith(Planner).ShouldBe(
            ["Leases:LeaseGrace is 00:11:40; expected at least Planner:WorkDeadline (00:15:00)."]);

    [Fact]
    public void What_does_not_hold_is_named_by_its_key()
    {
        new LeaseOptions { StartWithin = TimeSpan.Zero }.Faults().Single().ShouldStartWith("Leases:StartWithin is 00:00:00; expected");
        (Planner with { Attempts = 0 }).Faults().Single().ShouldStartWith("Planner:Attempts is 0; expected");
    }
}
