using CourseGen.Cli.Servers;
using CourseGen.Cli.Tests.Output;
using CourseGen.Contracts;
using CourseGen.Planner.Intake;

namespace CourseGen.Cli.Tests.Servers;

public sealed class WatchedCourseTests
{
    static readonly CourseLocation Place = new("courses", "harbour-tides");
    static readonly Guid Id = CourseId.Of(Place);

    [Fact]
    public void A_folder_in_a_bucket_is_known_by_its_id_in_every_event()
    {
        var course = WatchedCourse.Named("harbour-tides/", "courses");
        course.Concerns(new CourseProgressed(Id, 1, WorkKind.Lesson, 1, "01-01", WorkStatus.Done, 1, 1, 0, Events.Totals())).ShouldBeTrue();
        course.Concerns(new CourseStarted(CourseId.Of(Place with { Bucket = "other" }), Place, 1, "T", [])).ShouldBeFalse();
        course.Arguments.ShouldBe("harbour-tides --bucket courses");
    }

    [Fact]
    public void An_id_needs_no_bucket()
    {
        var course = WatchedCourse.Named($"{Id}", bucket: null);
        course.Concerns(new CourseStarted(Id, Place, 1, "T", [])).ShouldBeTrue();
        (course.Location, course.Arguments).ShouldBe((null, $"{Id}"));
    }

    [Fact]
    public void Without_a_bucket_the_events_that_name_the_folder_are_the_courses()
    {
        var course = new WatchedCourse("harbour-tides", Bucket: null);
        course.Concerns(new CourseRejected(Guid.NewGuid(), Place, [])).ShouldBeTrue();
        course.Concerns(new CourseRejected(Guid.Empty, Location: null, [])).ShouldBeFalse();
    }

    [Theory]
    [InlineData("harbour-tides", "--bucket")]
    [InlineData("../elsewhere", "neither")]
    public void A_course_that_cannot_be_told_is_a_usage_fault(string name, string said)
    {
        var fault = Should.Throw<CommandException>(() => WatchedCourse.Named(name, bucket: null));
        fault.ExitCode.ShouldBe(ExitCodes.Usage);
        fault.Message.ShouldContain(said);
    }
}
