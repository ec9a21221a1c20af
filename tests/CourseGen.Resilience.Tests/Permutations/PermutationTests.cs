using Xunit.Abstractions;

namespace CourseGen.Resilience.Tests.Permutations;

/// <summary>
/// Every message of a course three times, in a shuffled order. Even seeds deliver one after another, so that a seed gives the same order
/// every time; odd ones deliver up to three at once.
/// </summary>
public sealed class PermutationTests(ITestOutputHelper output)
{
    const int Copies = 3;
    const string Outline = """
        course:
          title: Tides
          modules:
            - title: Reading the table
              duration_minutes: 60
              lessons:
                - {title: Chart datum, topics: [Datums]}
                - {title: Springs and neaps, topics: [Ranges], labs: [Draw a curve]}
        """;

    [Fact]
    public Task Every_message_three_times_in_shuffled_order_changes_nothing() => Permute(Seeds.First(PermutationSeed), 20);

    [Fact, Trait("Category", "Long")]
    public Task Every_message_three_times_in_two_hundred_shuffled_orders_changes_nothing() => Permute(Seeds.First(PermutationSeed), 200);

    [Fact]
    public async Task A_seed_gives_the_same_order_again()
    {
        var (first, second) = (new List<string>(), new List<string>());
        await Disturbed(4, first);
        await Disturbed(4, second);
        var differs = first.Zip(second).TakeWhile(pair => pair.First == pair.Second).Count();
        second.Skip(differs).Take(3).ShouldBe(first.Skip(differs).Take(3), $"from delivery {differs} on");
    }

    const string PermutationSeed = "COURSEGEN_PERMUTATION_SEED";

    async Task Permute(int first, int count)
    {
        var expected = await Undisturbed();
        expected.Calls.ShouldNotBeEmpty();
        expected.Calls.ShouldBeUnique();
        var deliveries = 0;
        foreach (var seed in Enumerable.Range(first, count))
        {
            var order = new List<string>();
            var outcome = await Disturbed(seed, order);
            outcome.DifferencesFrom(expected).ShouldBeEmpty($"{PermutationSeed}={seed}");
            deliveries += order.Count;
        }
        output.WriteLine($"permutations: attempted {count}, completed {count}, lost 0, duplicated 0; {deliveries} deliveries, seeds {first} to {first + count - 1}");
    }

    static async Task<CourseOutcome> Undisturbed()
    {
        await using var course = await EmbeddedCourse.Start();
        await course.Begin(Outline);
        await course.Ends();
        return await course.Outcome();
    }

    static async Task<CourseOutcome> Disturbed(int seed, List<string> order)
    {
        var (post, random) = (new HeldPost(), new Random(seed));
        var atOnce = seed % 2 == 0 ? 1 : 3;
        await using var course = await EmbeddedCourse.Start(post);
        await course.Begin(Outline);
        var pool = new List<HeldMessage>();
        while (true)
        {
            pool.AddRange((await post.TakeAll()).SelectMany(message => Enumerable.Repeat(message, Copies)));
            if (pool.Count == 0)
                break;
            for (var wave = random.Next(1, atOnce + 1); wave > 0 && pool.Count > 0; wave--)
            {
                var next = random.Next(pool.Count);
                order.Add(pool[next].SortKey);
                await post.Release(course.Bus, pool[next]);
                pool.RemoveAt(next);
            }
        }
        course.Faulted.ShouldBeEmpty();
        return await course.Outcome();
    }
}
