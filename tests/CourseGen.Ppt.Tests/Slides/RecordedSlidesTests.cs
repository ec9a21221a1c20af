using CourseGen.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Slides;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Slides;

/// <summary>The samples' recorded answers, as a real model would give them.</summary>
public sealed class RecordedSlidesTests
{
    static readonly string Samples = RecordedCourse.Samples;

    public static TheoryData<string> Plans => [.. Directory.GetFiles(Samples, "*.json", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "slides").Select(file => Path.GetRelativePath(Samples, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_recorded_plan_keeps_every_rule_and_its_deck_is_valid(string file)
    {
        var path = Path.Combine(Samples, file);
        var lesson = LessonReader.Read(File.ReadAllText(path.Replace("slides", "lessons", StringComparison.Ordinal).Replace(".json", ".md", StringComparison.Ordinal)));
        var reading = SlidePlanReader.Read(File.ReadAllText(path), new SlideRequest(lesson, 1, 1, LanguageOf(file), 8, 20));
        reading.Faults.ShouldBeEmpty();
        DeckChecks.ShouldBeValid(Testing.Samples.Written(Testing.Samples.Deck(reading.Slides!)));
        reading.Slides!.Sum(slide => SlideFitter.Fit(slide).Count).ShouldBe(reading.Slides!.Count, "a plan within its limits needs no slide more");
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Slides_from_a_recorded_lessons_headings_keep_every_rule(string file)
    {
        var path = Path.Combine(Samples, file).Replace("slides", "lessons", StringComparison.Ordinal).Replace(".json", ".md", StringComparison.Ordinal);
        var lesson = LessonReader.Read(File.ReadAllText(path));
        SlidePlanRules.Faults(HeadingSlides.From(lesson, 1, 1, LanguageOf(file), 8), new SlideRequest(lesson, 1, 1, LanguageOf(file), 8, 20)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_recorded_plan_is_not_of_another_language(string file)
    {
        var path = Path.Combine(Samples, file);
        var lesson = LessonReader.Read(File.ReadAllText(path.Replace("slides", "lessons", StringComparison.Ordinal).Replace(".json", ".md", StringComparison.Ordinal)));
        var reading = SlidePlanReader.Read(File.ReadAllText(path), new SlideRequest(lesson, 1, 1, LanguageOf(file) == "es" ? "en" : "es", 8, 20));
        reading.Faults.Count(fault => fault.Contains("the notes are not in")).ShouldBeGreaterThan(5);
    }

    static string LanguageOf(string file) => file.StartsWith("bases", StringComparison.Ordinal) ? "es" : "en";
}
