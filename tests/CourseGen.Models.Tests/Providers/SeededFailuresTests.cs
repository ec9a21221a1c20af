using CourseGen.Contracts;
using CourseGen.Models.Testing;

namespace CourseGen.Models.Providers;

public sealed class SeededFailuresTests
{
    const int Items = 2000;

    [Fact]
    public async Task A_share_of_the_items_is_refused_and_a_share_is_throttled_once()
    {
        var (refused, throttled) = await Run(new(0.1, seed: 7));

        (refused.Count / (double)Items).ShouldBeInRange(0.08, 0.12);
        (throttled.Count / (double)Items).ShouldBeInRange(0.08, 0.12);
        throttled.ShouldNotBe(refused);
    }

    [Fact]
    public async Task The_same_seed_strikes_the_same_items_and_another_seed_others()
    {
        var first = await Run(new(0.1, seed: 7));

        var again = await Run(new(0.1, seed: 7));
        again.Refused.ShouldBe(first.Refused);
        again.Throttled.ShouldBe(first.Throttled);
        (await Run(new(0.1, seed: 8))).Refused.ShouldNotBe(first.Refused);
    }

    [Fact]
    public async Task None_or_all_may_be_struck()
    {
        var none = await Run(new(0, seed: 7));
        (none.Refused.Count, none.Throttled.Count).ShouldBe((0, 0));
        var all = await Run(new(1, seed: 7));
        (all.Refused.Count, all.Throttled.Count).ShouldBe((Items, Items));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_rate_that_is_no_share_is_refused(double rate) => Should.Throw<ArgumentOutOfRangeException>(() => new SeededFailures(rate, seed: 7));

    [Fact]
    public async Task A_refusal_says_that_it_was_injected()
    {
        var pictures = new FailingPictureModel(new ScriptedModel(), ScriptedModel.Ref, new(1, seed: 7));
        await Should.ThrowAsync<ModelThrottledException>(() => pictures.Draw(TestStore.Picture, default));

        var refused = await Should.ThrowAsync<ModelRefusedException>(() => pictures.Draw(TestStore.Picture, default));

        refused.Message.ShouldContain("image 01-01-0001 (injected");
    }

    [Fact]
    public async Task The_catalogue_injects_them_into_every_provider()
    {
        var model = new ScriptedModel();
        var catalog = new ModelCatalog([model.Text], [model.Pictures], new(1, seed: 7));

        await Should.ThrowAsync<ModelThrottledException>(() => catalog.Text(ScriptedModel.Ref).GetResponseAsync(RecordedChatClientTests.Prompt(WorkKind.Lesson, "01-01")));
        await Should.ThrowAsync<ModelRefusedException>(() => catalog.Text(ScriptedModel.Ref).GetResponseAsync(RecordedChatClientTests.Prompt(WorkKind.Lesson, "01-01")));
        await Should.ThrowAsync<ModelThrottledException>(() => catalog.Pictures(ScriptedModel.Ref).Draw(TestStore.Picture, default));
        model.Calls.ShouldBe(0);
    }

    static async Task<(List<string> Refused, List<string> Throttled)> Run(SeededFailures failures)
    {
        using var client = new FailingChatClient(new ScriptedModel(), ScriptedModel.Ref, failures);
        var (refused, throttled) = (new List<string>(), new List<string>());
        foreach (var item in Enumerable.Range(0, Items).Select(n => $"{n:D4}"))
        {
            try
            {
                await client.GetResponseAsync(RecordedChatClientTests.Prompt(WorkKind.Lesson, item));
            }
            catch (ModelThrottledException)
            {
                throttled.Add(item);
            }
            catch (ModelRefusedException)
            {
            }
            try
            {
                await client.GetResponseAsync(RecordedChatClientTests.Prompt(WorkKind.Lesson, item));
            }
            catch (ModelRefusedException)
            {
                refused.Add(item);
            }
        }
        return (refused, throttled);
    }
}
