using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.Checks;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Tests.Testing;
using CourseGen.Storage;

namespace CourseGen.Ppt.Tests.SpeakerNotes;

/// <summary>Notes of the slides that no lesson stands behind, on outlines that say little, much and very much.</summary>
public sealed class CourseNotesTests
{
    static readonly DeckTemplate Template = DeckTemplate.Default;
    static readonly IReadOnlyDictionary<string, IReadOnlyList<Slide>> NoSlides = new Dictionary<string, IReadOnlyList<Slide>>();

    [Theory]
    [InlineData("en", 1, 1)]
    [InlineData("en", 2, 3)]
    [InlineData("en", 30, 6)]
    [InlineData("en", 1, 200)]
    [InlineData("es", 1, 1)]
    [InlineData("es", 2, 3)]
    [InlineData("es", 30, 6)]
    [InlineData("es", 1, 200)]
    public void Every_slide_has_60_to_180_words_to_say_whatever_the_outline_holds(string language, int modules, int lessons)
    {
        foreach (var detail in (int[])[0, 1, 12, 400])
        {
            foreach (var slide in Slides(Course(language, modules, lessons, detail)))
            {
                WordCount.Of(slide.Notes).ShouldBeGreaterThanOrEqualTo(60, $"{slide.Title} ({detail}): {slide.Notes}");
                Prose.WordCount(slide.Notes).ShouldBeLessThanOrEqualTo(180, $"{slide.Title} ({detail}): {slide.Notes}");
            }
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es-MX")]
    public void Notes_are_in_the_courses_language(string language)
    {
        foreach (var slide in Slides(Course(language, 3, 2, 0)))
            TextLanguage.Of(slide.Notes).ShouldBe(language[..2], slide.Notes);
    }

    [Fact]
    public void In_a_language_without_phrases_the_course_speaks_for_itself()
    {
        var slides = Slides(Course("fr", 2, 3, 12, "mot"));
        foreach (var word in slides.SelectMany(slide => slide.Notes.Split([' ', '.', ';', ',', ':'], StringSplitOptions.RemoveEmptyEntries)))
            word.ShouldMatch(@"^(mot|\d)", "only words of the outline, which all begin so here");
        slides.ShouldAllBe(slide => slide.Notes.Length > 0);
    }

    [Fact]
    public void Objectives_prerequisites_and_references_are_tied_to_the_lessons_that_share_their_words()
    {
        var plan = Named();
        var opening = FrontMatter.Opening(plan, Template).Slides.ToList();
        opening.Single(slide => slide.Title == "Learning objectives").Notes.ShouldContain("objective 1 in lesson 2.1 and objective 2 in lesson 1.1.");
        opening.Single(slide => slide.Title == "Prerequisites").Notes.ShouldContain("on “Simple multiplication”, lesson 1.1 (“Depth by multiplication”)");
        opening.Single(slide => slide.Title == "Prerequisites").Notes.ShouldContain("on “A terminal with Python”, lab 01-00-01 (“Tabulate depths”)");
        var module = Modules(plan).ToList();
        module.Single(slide => slide.Title == "References · Module 2").Notes.ShouldContain("“Harbour pilot” goes with lesson 2.1 (“Entering a harbour”).");
        module.Single(slide => slide.Title == "Module 1: Depths").Notes.ShouldContain("The module works on objective 2 of the course.");
    }

    [Fact]
    public void Time_is_told_by_module_lesson_and_lab()
    {
        var plan = Named();
        FrontMatter.Opening(plan, Template).Slides.Single(slide => slide.Layout == SlideLayout.Agenda).Notes.ShouldContain("Module 1, “Depths”, takes 1 hour and 5 minutes: 20 minutes for 1 lesson and 45 for 1 lab.");
        var labs = Modules(plan).Single(slide => slide.Title == "Labs · Module 1").Notes;
        labs.ShouldContain("Lab 01-00-01, “Tabulate depths”, takes 45 minutes. Write it in Python.");
        labs.ShouldContain("see after 10 minutes who is still at the first step, and stop 5 minutes before the end");
    }

    [Fact]
    public void A_modules_summary_offers_what_the_slide_leaves_out()
    {
        var plan = Named();
        var slides = new Dictionary<string, IReadOnlyList<Slide>> { ["01-01"] = [Samples.Slide(SlideLayout.Summary, "Summary", Samples.Bullets("Depth is shown", "Multiply twice"))] };
        var summary = Modules(plan, slides).First(slide => slide.Layout == SlideLayout.Summary).Notes;
        summary.ShouldContain("Add what nobody says: “Multiply twice” (lesson 1.1).");
        summary.ShouldNotContain("Depth is shown");
    }

    [Fact]
    public void A_full_stop_in_a_name_ends_no_sentence()
    {
        var outline = Named().Outline;
        var plan = Plan("en", outline with { Modules = [outline.Modules[0] with { References = ["NOAA, U.S. Chart No. 1: https://example.org/chart", "E. F. Codd, The U.S. Pilot. Second part"] }] });
        Modules(plan).Single(slide => slide.Layout == SlideLayout.References).Notes.ShouldContain("“NOAA, U.S. Chart No. 1” and “E. F. Codd, The U.S. Pilot. Second part”");
    }

    [Fact]
    public void No_sentence_is_said_twice()
    {
        var plan = Named();
        Slides(plan).Where(slide => slide.LessonNumber == 0).SelectMany(slide => Prose.Sentences(slide.Notes)).ShouldBeUnique();
    }

    static List<Slide> Slides(CoursePlan plan) =>
        [.. FrontMatter.Opening(plan, Template).Slides, .. Modules(plan), LessonSlides.Missing(plan.Lessons[0], plan), .. FrontMatter.Closing(plan, Template, [new GlossaryEntry("mot1", "mot2")]).Slides];

    static IEnumerable<Slide> Modules(CoursePlan plan, IReadOnlyDictionary<string, IReadOnlyList<Slide>>? slides = null)
    {
        var made = new ModuleSlides(plan, CourseWords.In(plan.Language), Template);
        return plan.Outline.Modules.SelectMany(module => made.Opening(module).Concat(made.Closing(module, slides ?? NoSlides)));
    }

    /// <param name="detail">Words of each text that an outline may leave out.</param>
    static CoursePlan Course(string language, int modules, int lessons, int detail, string word = "wort")
    {
        string[] list = detail == 0 ? [] : [Text(detail), Text(detail)];
        return Plan(language, new Outline
        {
            Title = Text(2),
            Description = detail == 0 ? "" : $"{Text(detail)}. {Text(detail)}.",
            Level = detail == 0 ? null : "beginner",
            LearningOutcomes = [Text(Math.Max(1, detail))],
            Prerequisites = [Text(Math.Max(1, detail))],
            Audience = [Text(Math.Max(1, detail)), .. list],
            Legal = Text(Math.Max(1, detail)),
            Modules =
            [
                .. Enumerable.Range(1, modules).Select(number => new OutlineModule(
                    number, Text(3), detail == 0 ? null : Text(detail), null, null,
                    [.. Enumerable.Range(1, lessons).Select(lesson => new OutlineLesson($"{number:00}-{lesson:00}", lesson, Text(3), 20, null, [.. list.Select(topic => new OutlineTopic(topic, null, null))], []))],
                    [new OutlineLab($"{number:00}-00-01", Text(2), 30, null, list, detail == 0 ? null : Text(detail))], [Text(Math.Max(1, detail))])),
            ],
        });

        string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(index => $"{word}{(index * 7) % 13}"));
    }

    static CoursePlan Named() => Plan("en", new Outline
    {
        Title = "Tides",
        Description = "How deep the water is.",
        LearningOutcomes = ["Enter a harbour by night", "Calculate depth by multiplication"],
        Prerequisites = ["Simple multiplication", "A terminal with Python"],
        Audience = ["Skippers", "Crews"],
        Modules =
        [
            new OutlineModule(1, "Depths", "From the chart to the keel.", null, null,
                [new OutlineLesson("01-01", 1, "Depth by multiplication", 20, null, [new OutlineTopic("Factors", null, null)], [])],
                [new OutlineLab("01-00-01", "Tabulate depths", 45, null, ["Print a table"], "Write it in Python")], ["Chart symbols: https://example.org/symbols"]),
            new OutlineModule(2, "Arrivals", null, null, null,
                [new OutlineLesson("02-01", 1, "Entering a harbour", 30, null, [new OutlineTopic("Lights at night", null, null)], [])], [], ["Harbour pilot, https://example.org/pilot"]),
        ],
    });

    static CoursePlan Plan(string language, Outline outline)
    {
        var lessons = outline.Modules.SelectMany(module => module.Lessons.Select(lesson => (Module: module, Lesson: lesson))).Select((one, index) => new PlannedLesson(
            one.Lesson.Id, index + 1, one.Module.Number, one.Lesson.Number, one.Lesson.Title, ArtifactKeys.Lesson(one.Module.Number, one.Lesson.Number, one.Lesson.Title), 1000, 8, 1, ""));
        var labs = outline.Modules.SelectMany(module => module.Labs.Select(lab => new PlannedLab(lab.Id, module.Number, 0, lab.Title, ArtifactKeys.Lab(lab.Id, lab.Title), "")));
        return TestCourse.Planned(language) with { Outline = outline with { Language = language }, Lessons = [.. lessons], Labs = [.. labs], SelectedModules = [.. outline.Modules.Select(module => module.Number)] };
    }
}
