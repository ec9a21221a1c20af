using CourseGen.Planner.Quota;

namespace CourseGen.Planner.Tests.Quota;

/// <summary>What every quota ledger keeps to between courses.</summary>
public abstract partial class QuotaLedgerContract
{
    [Theory]
    [InlineData(10)]
    [InlineData(3)]
    public async Task A_course_whose_turn_it_is_and_that_does_not_ask_holds_up_the_others_so_long_and_no_longer(int patience)
    {
        Options = new QuotaOptions { TurnPatience = TimeSpan.FromSeconds(patience) };
        await FirstWaitsAndCouldBeServed();
        (await Take(Short(1, OtherCourse))).ShouldBeNull("it is the first course's turn");
        (await States())[0].Waiting.ShouldContain(CourseId);

        Time.Advance(TimeSpan.FromSeconds(patience - 1));
        (await Take(Short(1, OtherCourse))).ShouldBeNull("it still is");
        Time.Advance(TimeSpan.FromSeconds(1));
        (await Take(Short(1, OtherCourse))).ShouldNotBeNull();
        (await States())[0].Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_course_that_asks_while_the_others_are_held_up_keeps_its_turn()
    {
        await FirstWaitsAndCouldBeServed();
        (await Take(Short(1, OtherCourse))).ShouldBeNull();
        Time.Advance(TimeSpan.FromSeconds(9));
        (await Take(Short(1))).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_course_whose_turn_has_not_come_yet_is_not_passed_over()
    {
        await Take(Short(100));
        Time.Advance(TimeSpan.FromSeconds(0.5));
        (await Take(Short(1, OtherCourse))).ShouldBeNull();
        (await NextFit())!.Course.ShouldBe(CourseId);
        (await States())[0].Waiting.ShouldBe([CourseId, OtherCourse], ignoreOrder: true);
    }

    /// <summary>The first course's rest and then the other wait; a minute later all is free, and nobody has asked.</summary>
    async Task FirstWaitsAndCouldBeServed()
    {
        var granted = await Take(Short(100));
        Time.Advance(TimeSpan.FromSeconds(0.5));
        (await Take(Short(1, OtherCourse))).ShouldBeNull();
        await SettleAll(granted!, output: 600);
        Time.Advance(TimeSpan.FromMinutes(1));
    }
}
