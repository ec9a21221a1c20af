using CourseGen.Planner.Courses;
using CourseGen.Planner.Quota;

namespace CourseGen.Planner.Tests.Courses;

public sealed class FitWakesTests
{
    static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(100);
    static readonly Guid Course = Guid.NewGuid();
    readonly FitWakes _wakes = new(Spacing, longest: 5 * Spacing);

    [Fact]
    public void A_course_is_woken_at_the_moment_its_work_fits() => _wakes.At(Fit(at: Now.AddSeconds(7)), Now).ShouldBe(Now.AddSeconds(7));

    [Fact]
    public void Where_nothing_waits_nothing_is_woken() => _wakes.At(null, Now).ShouldBeNull();

    [Fact]
    public void One_that_has_not_asked_since_it_was_woken_is_given_the_time_to_see_to_it_and_others_are_not()
    {
        _wakes.Woken(Fit(Now), Now);
        _wakes.At(Fit(Now), Now).ShouldBe(Now + (5 * Spacing));
        _wakes.At(Fit(Now) with { Course = Guid.NewGuid() }, Now).ShouldBe(Now);
    }

    [Fact]
    public void One_that_asks_in_vain_is_woken_ever_more_seldom_until_its_work_fits_at_a_later_moment()
    {
        _wakes.Woken(Fit(Now, asked: 1), Now);
        _wakes.At(Fit(Now, asked: 2), Now).ShouldBe(Now + Spacing);
        _wakes.Woken(Fit(Now, asked: 2), Now);
        _wakes.At(Fit(Now, asked: 3), Now).ShouldBe(Now + (2 * Spacing));
        _wakes.At(Fit(Now.AddSeconds(7), asked: 4), Now).ShouldBe(Now.AddSeconds(7));
        _wakes.Woken(Fit(Now.AddSeconds(7), asked: 4), Now.AddSeconds(7));
        _wakes.At(Fit(Now, asked: 5), Now.AddSeconds(7)).ShouldBe(Now.AddSeconds(7) + Spacing);
    }

    static QuotaFit Fit(DateTimeOffset at, int asked = 0) => new(Course, at, Now.AddMinutes(-10).AddSeconds(asked));
}
