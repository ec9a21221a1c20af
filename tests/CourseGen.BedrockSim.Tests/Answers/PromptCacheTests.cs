using Microsoft.Extensions.AI;

namespace CourseGen.BedrockSim.Answers;

public sealed class PromptCacheTests
{
    const string Model = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

    readonly PromptCache _cache = new(1024);

    [Fact]
    public void The_first_prompt_writes_its_prefix_and_the_next_reads_it()
    {
        var prompt = Asked("lesson one");

        _cache.Of(prompt, 3000, 0).ShouldBe((0, 2000));
        _cache.Keep(prompt, 3000, 0);

        _cache.Of(Asked("lesson two"), 3000, 299).ShouldBe((2000, 0));
    }

    [Fact]
    public void After_five_minutes_without_use_it_is_gone()
    {
        _cache.Keep(Asked("lesson one"), 3000, 0);

        _cache.Of(Asked("lesson one"), 3000, 300).ShouldBe((0, 2000));
    }

    [Fact]
    public void A_prefix_below_the_minimum_is_silently_not_cached()
    {
        _cache.Keep(Asked("lesson one"), 1500, 0);

        _cache.Of(Asked("lesson one"), 1500, 1).ShouldBe((0, 0));
    }

    [Fact]
    public void Models_share_no_cache()
    {
        _cache.Keep(Asked("lesson one"), 3000, 0);

        _cache.Of(Asked("lesson one") with { Model = "another" }, 3000, 1).ShouldBe((0, 2000));
    }

    /// <summary>Two thirds of the characters stand before the cache point.</summary>
    static Prompt Asked(string lesson)
    {
        var reader = new PromptReader();
        reader.Add(ChatRole.System);
        reader.Add(new string('s', 200));
        reader.CachePoint();
        reader.Add(ChatRole.User);
        reader.Add(lesson.PadRight(100));
        return reader.Read(Model, 100);
    }
}
