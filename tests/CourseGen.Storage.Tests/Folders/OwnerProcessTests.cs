namespace CourseGen.Storage;

public sealed class OwnerProcessTests
{
    [Fact]
    public void This_process_is_not_gone() => OwnerProcess.Current.IsGone().ShouldBeFalse();

    [Fact]
    public async Task A_process_that_ended_is_gone() => (await OtherProcess.Ended()).IsGone().ShouldBeTrue();

    [Fact]
    public void A_process_whose_id_another_has_now_is_gone() =>
        (OwnerProcess.Current with { StartedAt = OwnerProcess.Current.StartedAt.AddMinutes(-5) }).IsGone().ShouldBeTrue();

    [Fact]
    public async Task Nothing_is_known_of_a_process_on_another_host() =>
        ((await OtherProcess.Ended()) with { Host = "elsewhere" }).IsGone().ShouldBeFalse();
}
