using CourseGen.Contracts.Documents;

namespace CourseGen.Bench.Decks;

/// <summary>Slides with a title, four bullets, a picture with its caption, and notes of 60 to 90 words; the same for everyone who builds them.</summary>
static class BenchmarkPlan
{
    internal const string Title = "Benchmark of decks";
    internal const string Language = "en";
    const int Bullets = 4;
    const int SlidesPerLesson = 9;

    static readonly string[] Words =
    [
        "stream", "ledger", "window", "source", "target", "schema", "table", "record", "engine", "queue", "index", "batch", "event", "store",
        "reads", "writes", "keeps", "sends", "counts", "joins", "sorts", "merges", "the", "a", "each", "every", "one", "that", "in", "of", "with", "from",
    ];

    /// <param name="first">The number of the first slide, from 1: decks of other numbers have other text.</param>
    internal static IReadOnlyList<Slide> Slides(int first, int count) => [.. Enumerable.Range(first, count).Select(SlideOf)];

    internal static string PictureOf(int number) => $"{number:00000}.png";

    static Slide SlideOf(int number)
    {
        var random = new Random(number);
        var lesson = 1 + (number / SlidesPerLesson);
        return new Slide(
            number, number % 2 == 0 ? SlideLayout.TextImageLeft : SlideLayout.TextImageRight, $"{Sentence(random, 4)} {number}", null,
            [
                new ContentBlock { Type = BlockType.Bullets, Items = [.. Enumerable.Range(0, Bullets).Select(_ => Sentence(random, random.Next(5, 9)))] },
                new ContentBlock { Type = BlockType.Image, ImageReference = PictureOf(number), Caption = Sentence(random, 5) },
            ],
            string.Join(' ', Enumerable.Range(0, 6).Select(_ => $"{Sentence(random, random.Next(10, 15))}.")), 1, lesson, $"Lesson {lesson}");
    }

    static string Sentence(Random random, int words)
    {
        var text = string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
