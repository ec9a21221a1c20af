using CourseGen.Contracts;

namespace CourseGen.Bench.Quota;

/// <summary>
/// The policy of the system that CourseGen replaces: batches of three lessons, one after the other in a batch, two batches at a time; after
/// each picture a pause of ten seconds; then, when all is there, decks in batches of six lessons, two at a time. Its book (minutes) and its
/// merge (five, it says) are left out, for they take no calls.
/// </summary>
sealed class OriginalRival(RivalClient client, Compression compression)
{
    const int LessonsPerBatch = 3;
    const int LessonsPerDeck = 6;
    const int BatchesAtATime = 2;
    const int Seed = 1;
    static readonly TimeSpan PictureGap = TimeSpan.FromSeconds(10);

    readonly StandardRetry _retry = new(compression, Seed);

    /// <returns>Calls that the SDK gave up.</returns>
    public async Task<int> Run(BenchmarkCourse course, RivalTokens tokens, CancellationToken token)
    {
        var texts = new System.Collections.Concurrent.ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var batches = course.Lessons.GroupBy(BenchmarkCourse.ModuleOf).SelectMany(module => module.Chunk(LessonsPerBatch));
        await Side(batches, Content);
        await Side(course.Lessons.Chunk(LessonsPerDeck), async lessons =>
        {
            foreach (var lesson in lessons)
                await Call(new RivalCall(WorkKind.Slides, lesson, tokens.Of(WorkKind.Slides), texts[lesson]));
        });
        return _retry.GivenUp;

        Task Side(IEnumerable<string[]> work, Func<string[], Task> batch) => Parallel.ForEachAsync(
            work, new ParallelOptions { MaxDegreeOfParallelism = BatchesAtATime, CancellationToken = token }, async (lessons, _) => await batch(lessons));

        async Task Content(string[] lessons)
        {
            foreach (var lesson in lessons)
                texts[lesson] = await Call(new RivalCall(WorkKind.Lesson, lesson, tokens.Of(WorkKind.Lesson)));
            await Task.WhenAll(lessons.Select(lesson => Call(new RivalCall(WorkKind.Visuals, lesson, tokens.Of(WorkKind.Visuals)))));
            foreach (var picture in lessons.SelectMany(BenchmarkCourse.PicturesOf))
                await Draw(picture, token);
        }

        async Task<string> Call(RivalCall call)
        {
            while (true)
            {
                if (await _retry.Call(() => client.Converse(call, token), token) is { } answer)
                    return answer;
            }
        }
    }

    async Task Draw(string picture, CancellationToken token)
    {
        do
            await Task.Delay(compression.Here(PictureGap), token);
        while (!await client.Draw(picture, token));
    }
}
