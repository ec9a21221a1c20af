using System.Text;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models.Simulated;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Decks;
using CourseGen.Planner.Outlines;
using CourseGen.Planner.Planning;
using CourseGen.Planner.Tests.Courses;
using CourseGen.Storage;

namespace CourseGen.Planner.Tests.Decks;

public sealed class DeckPlanningTests
{
    static readonly ArtifactRef Book = new("book/mareas_data.json", Fingerprint.Sha256([1]), 1);
    static readonly PlannerOptions Options = new() { TextModel = new("fake", "fake-1"), ImageModel = new("fake", "fake-1") };

    [Fact]
    public void Sixteen_lessons_of_a_book_make_batches_of_lessons_1_to_6_7_to_12_and_13_to_16()
    {
        var plan = Plan(BookJson.Nested(7, 7, 2));
        plan.DeckBatches.ShouldBe([new DeckBatch(0, 1, 6, 3), new DeckBatch(1, 7, 12, 3), new DeckBatch(2, 13, 16, 3)]);
        plan.Lessons.Select(lesson => lesson.Number).ShouldBe(Enumerable.Range(1, 16));
        plan.Lessons[7].ShouldSatisfyAllConditions(
            lesson => lesson.Id.ShouldBe("02-01"), lesson => lesson.DeckBatch.ShouldBe(2), lesson => lesson.Title.ShouldBe("Tema 2.1"),
            lesson => lesson.Key.ShouldBe($".coursegen/decks/lessons-{Book.Sha256[..16]}/module-2-lesson-1.md"));
        plan.Labs.ShouldBeEmpty();
        (plan.Book, plan.Revision).ShouldBe((Book, 0));
    }

    [Fact]
    public void A_book_that_names_no_language_is_of_the_one_that_it_is_written_in() => Plan(BookJson.Flat(1)).Language.ShouldBe("es");

    [Theory]
    [InlineData("English", "en")]
    [InlineData("Español", "es")]
    [InlineData("pt-br", "pt-BR")]
    [InlineData("Klingon, as spoken", "es")]
    public void A_books_language_may_be_a_tag_or_a_name(string named, string language) =>
        Plan(BookJson.Nested(1).Replace("\"title\":\"Mareas\"", $"\"title\":\"Mareas\",\"language\":\"{named}\"", StringComparison.Ordinal)).Language.ShouldBe(language);

    [Fact]
    public void What_only_an_outline_knows_comes_from_one_that_lies_beside_the_book()
    {
        const string Yaml = "course: {title: Tides, level: beginner, audience: [Skippers], modules: [{title: Levels, lessons: [{title: Heights, duration_minutes: 35}]}]}";
        var plan = Plan(BookJson.Nested(2), OutlineReader.Read(Encoding.UTF8.GetBytes(Yaml)).Outline);
        plan.Outline.Title.ShouldBe("Mareas");
        plan.Outline.Audience.ShouldBe(["Skippers"]);
        plan.Outline.Modules.ShouldHaveSingleItem().Lessons.Select(lesson => (lesson.Title, lesson.DurationMinutes)).ShouldBe([("Tema 1.1", 35), ("Tema 1.2", null)]);
    }

    [Fact]
    public void A_course_whose_book_nobody_edited_is_planned_by_its_own_lessons_and_pins()
    {
        var course = Course();
        var plan = DeckPlanning.Plan(new DeckPlanRequest("tides", Book, null, course.Settings with { Style = "modern" }, course, null, Options));
        plan.Lessons.Select(lesson => (lesson.Id, lesson.Key, lesson.Basis)).ShouldBe(course.Lessons.Select(lesson => (lesson.Id, lesson.Key, lesson.Basis)));
        plan.Models.ShouldBe(course.Models);
        plan.Revision.ShouldBe(course.Revision);
        plan.Bases[WorkKind.DeckBatch].ShouldNotBe(course.Bases[WorkKind.DeckBatch]);
        plan.Bases[WorkKind.Slides].ShouldBe(course.Bases[WorkKind.Slides], "a slide plan has no style");
    }

    [Fact]
    public void Asked_for_as_the_course_was_made_its_slide_plans_and_decks_are_those_that_are_there()
    {
        var course = Course();
        var plan = DeckPlanning.Plan(new DeckPlanRequest("tides", Book, null, course.Settings, course, null, Options));
        foreach (var kind in (WorkKind[])[WorkKind.Slides, WorkKind.DeckBatch, WorkKind.Deck, WorkKind.Infographic])
            plan.Bases[kind].ShouldBe(course.Bases[kind]);
    }

    [Fact]
    public void A_provider_that_is_asked_for_plans_the_slides_and_changes_nothing_else()
    {
        var course = Course();
        var plan = DeckPlanning.Plan(new DeckPlanRequest("tides", Book, null, course.Settings with { TextProvider = "other" }, course, null, Options));
        plan.Models[WorkKind.Slides].Provider.ShouldBe("other");
        plan.Models[WorkKind.Lesson].ShouldBe(course.Models[WorkKind.Lesson]);
        plan.Bases[WorkKind.Slides].ShouldNotBe(course.Bases[WorkKind.Slides]);
    }

    [Theory]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public void A_deck_says_that_it_is_simulated_when_its_book_is(string said, bool simulated)
    {
        var json = BookJson.Nested(1).Replace("\"title\":\"Mareas\"", $"\"title\":\"Mareas\",\"simulated\":{said}", StringComparison.Ordinal);
        var options = Options with { TextModel = new(SimulatedChatClient.ProviderName, "simulated-1") };
        DeckPlanning.Plan(new DeckPlanRequest("tides", Book, BookData.Read(Encoding.UTF8.GetBytes(json)), new CourseSettings(), null, null, options)).IsSimulated().ShouldBe(simulated);
    }

    static CoursePlan Plan(string json, Outline? outline = null) =>
        DeckPlanning.Plan(new DeckPlanRequest("tides", Book, BookData.Read(Encoding.UTF8.GetBytes(json)), new CourseSettings(), null, outline, Options));

    static CoursePlan Course() => CoursePlanning.Plan(new PlanRequest(
        3, "tides", OutlineReader.Read(Encoding.UTF8.GetBytes(OutlineYaml.Of([4, 4]))).Outline!, "sha", "shape", new CourseSettings(), null, new("pinned", "p-1"), new("pinned", "p-1")));
}
