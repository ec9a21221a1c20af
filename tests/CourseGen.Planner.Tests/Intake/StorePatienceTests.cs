using CourseGen.Planner.Courses;
using CourseGen.Planner.Intake;
using CourseGen.Planner.Tests.Courses;
using CourseGen.Storage;

namespace CourseGen.Planner.Tests.Intake;

public sealed class StorePatienceTests
{
    readonly ManualTime _time = new();
    int _tries;

    [Fact]
    public async Task A_store_that_comes_back_within_a_minute_loses_no_command()
    {
        (await Try(failures: 25)).ShouldBe("read");
        _tries.ShouldBe(26);
    }

    [Fact]
    public async Task A_store_that_stays_away_is_given_up_after_a_minute()
    {
        var began = _time.GetUtcNow();
        (await Should.ThrowAsync<StoreUnusableException>(() => Try(failures: int.MaxValue))).Remedy.ShouldBe("Mend it.");
        (_time.GetUtcNow() - began).ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_store_that_is_wrongly_set_up_is_not_waited_for()
    {
        await Should.ThrowAsync<StoreUnusableException>(() => Try(failures: int.MaxValue, passing: false));
        _tries.ShouldBe(1);
    }

    async Task<string> Try(int failures, bool passing = true)
    {
        var down = new StoreUnusableException("The store is down.", "Mend it.") { Passing = passing };
        var patience = new StorePatience(new PlannerOptions { TextModel = FakeWorkers.Model, ImageModel = FakeWorkers.Model }, _time);
        var reading = patience.Try(() => ++_tries <= failures ? throw down : Task.FromResult("read"), CancellationToken.None);
        var wait = TimeSpan.FromSeconds(2);
        while (!reading.IsCompleted)
            if (!_time.TryAdvance(wait, awaited: wait))
                await Task.Yield();
        return await reading;
    }
}
