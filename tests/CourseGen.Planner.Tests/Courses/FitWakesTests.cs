using CourseGen.Planner.Courses;

namespace CourseGen.Planner.Tests.Courses;

public sealed class FitWakesTests
{
    static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(100);
    static readonly Guid Course = Guid.NewGuid();
    readonly FitWakes _wakes = new(Spacing, longest: 3 * Spacing);

    [Fact]
    public void A_course_is_woken_at_the_moment_its_work_fits() => _wakes.At((Course, Now.AddSeconds(7)), Now).ShouldBe(Now.AddSeconds(7));

    [Fact]
    public void Where_nothing_waits_nothing_is_woken() => _wakes.At(null, Now).ShouldBeNull();

    [Fact]
    public void One_that_was_woken_is_given_the_time_to_see_to_it_and_others_are_not()
    {
        _wakes.Woken(Course, Now);
        _wakes.At((Course, Now), Now).ShouldBe(Now + Spacing);
        _wakes.At((Guid.NewGuid(), Now), Now).ShouldBe(Now);
    }

    [Fact]
    public void One_that_is_woken_in_vain_is_woken_ever_more_seldom_until_it_has_asked_again()
    {
        _wakes.Woken(Course, Now);
        _wakes.Woken(Course, Now);
        _wakes.At((Course, Now), Now).ShouldBe(Now + (2 * Spacing));
        _wakes.Woken(Course, Now);
        _wakes.At((Course, Now), Now).ShouldBe(Now + (3 * Spacing));
        _wakes.At((Course, Now.AddSeconds(7)), Now).ShouldBe(Now.AddSeconds(7));
        _wakes.Woken(Course, Now.AddSeconds(7));
        _wakes.At((Course, Now), Now.AddSeconds(7)).ShouldBe(Now.AddSeconds(7) + Spacing);
    }
}
