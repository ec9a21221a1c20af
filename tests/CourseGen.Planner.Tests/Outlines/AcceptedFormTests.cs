namespace CourseGen.Planner.Tests.Outlines;

public sealed class AcceptedFormTests
{
    const string Canonical = """
        course:
          title: "Tide Tables"
          description: "Reading tides."
          language: es-MX
          level: beginner
          audience: ["Harbour staff", "Skippers"]
          prerequisites: ["Arithmetic"]
          learning_outcomes: ["Read a table"]
          total_duration_minutes: 90
          author: "CourseGen samples"
          organization: "CourseGen"
          legal: "For training only."
          modules:
            - title: "Reading"
              summary: "Heights and times."
              duration_minutes: 60
              bloom_level: "Understand / Apply"
              lessons:
                - title: "Heights"
                  duration_minutes: 40
                  bloom_level: Understand
                  topics:
                    - title: "Chart datum"
                      duration_minutes: 20
                      bloom_level: Remember
                    - "Neaps and springs"
                  labs:
                    - title: "Mark high water"
                      duration_minutes: 20
                      bloom_level: Apply
                      objectives: ["Mark it"]
                      description: "On a staff."
              labs: ["Plan one arrival"]
              references: ["NOAA: https://tidesandcurrents.noaa.gov/"]
        """;

    [Fact]
    public void The_canonical_form_is_read_in_full()
    {
        var course = Reading.Clean(Canonical);

        course.Title.ShouldBe("Tide Tables");
        course.Description.ShouldBe("Reading tides.");
        course.Language.ShouldBe("es-MX");
        course.Level.ShouldBe("beginner");
        course.Audience.ShouldBe(["Harbour staff", "Skippers"]);
        course.Prerequisites.ShouldBe(["Arithmetic"]);
        course.LearningOutcomes.ShouldBe(["Read a table"]);
        course.TotalDurationMinutes.ShouldBe(90);
        course.Author.ShouldBe("CourseGen samples");
        course.Organization.ShouldBe("CourseGen");
        course.Legal.ShouldBe("For training only.");
        var module = course.Modules.ShouldHaveSingleItem();
        (module.Number, module.Title, module.Summary, module.DurationMinutes, module.BloomLevel)
            .ShouldBe((1, "Reading", "Heights and times.", 60, "Understand / Apply"));
        module.References.ShouldBe(["NOAA: https://tidesandcurrents.noaa.gov/"]);
        var lesson = module.Lessons.ShouldHaveSingleItem();
        (lesson.Id, lesson.Number, lesson.Title, lesson.DurationMinutes, lesson.BloomLevel).ShouldBe(("01-01", 1, "Heights", 40, "Understand"));
        lesson.Topics.ShouldBe([new("Chart datum", 20, "Remember"), new("Neaps and springs", null, null)]);
        var lab = lesson.Labs.ShouldHaveSingleItem();
        (lab.Id, lab.Title, lab.DurationMinutes, lab.BloomLevel, lab.Description).ShouldBe(("01-01-01", "Mark high water", 20, "Apply", "On a staff."));
        lab.Objectives.ShouldBe(["Mark it"]);
        var own = module.Labs.ShouldHaveSingleItem();
        (own.Id, own.Title, own.DurationMinutes, own.Objectives.Count, own.Description).ShouldBe(("01-00-01", "Plan one arrival", 30, 0, null));
    }

    [Fact]
    public void A_title_and_modules_suffice()
    {
        var course = Reading.Clean("course: {title: Course, modules: [{title: Module, lessons: [{title: Lesson}]}]}");

        (course.Language, course.Level, course.Description, course.TotalDurationMinutes).ShouldBe(("en", null, "", null));
        course.Modules[0].Lessons[0].Topics.ShouldBeEmpty();
        course.Modules[0].Labs.ShouldBeEmpty();
    }

    [Fact]
    public void Modules_may_stand_at_the_top_beside_a_title()
    {
        var course = Reading.Clean("title: Course\nlanguage: es\nmodules:\n  - title: Module\n    lessons:\n      - title: Lesson\n");

        (course.Title, course.Language, course.Modules[0].Lessons[0].Title).ShouldBe(("Course", "es", "Lesson"));
    }

    [Fact]
    public void Modules_may_stand_beside_the_course()
    {
        var course = Reading.Clean("course: {title: Course}\nmodules: [{title: Module, lessons: [{title: Lesson}]}]\n");

        (course.Title, course.Modules.Count).ShouldBe(("Course", 1));
    }

    [Fact]
    public void The_older_form_with_course_metadata_is_read()
    {
        var course = Reading.Clean("""
            course_metadata:
              course_title: "Course"
              course_duration_hours: 8
              target_audience: "Everyone"
              difficulty_level: Intermediate
              bloom_level: Apply
            modules:
              - module_number: 1
                module_title: "Module"
                description: "About it."
                percent_theory: 70
                percent_practice: 30
                lessons:
                  - lesson_number: 1
                    lesson_title: "Lesson"
                    type: activity
            """);

        (course.Title, course.TotalDurationMinutes, course.Level).ShouldBe(("Course", 480, "intermediate"));
        course.Audience.ShouldBe(["Everyone"]);
        (course.Modules[0].Title, course.Modules[0].Summary, course.Modules[0].Lessons[0].Title).ShouldBe(("Module", "About it.", "Lesson"));
    }

    [Theory]
    [InlineData("learning_outcomes: [A, B]")]
    [InlineData("objectives: [A, B]")]
    [InlineData("learning_objectives: [A, B]")]
    [InlineData("learning_outcomes: A\nobjectives: B")]
    public void Outcomes_have_three_names(string fields) => Reading.Clean(Reading.Course(fields)).LearningOutcomes.ShouldBe(["A", "B"]);

    [Theory]
    [InlineData("duration_hours: 2", 120)]
    [InlineData("duration_hours: 1.5", 90)]
    [InlineData("total_duration_minutes: 45", 45)]
    [InlineData("total_duration_minutes: \"45\"", 45)]
    [InlineData("total_duration_minutes: 120\nduration_hours: 2", 120)]
    [InlineData("total_duration_minutes:", null)]
    public void The_total_duration_is_in_minutes_or_hours(string fields, int? minutes) =>
        Reading.Clean(Reading.Course(fields)).TotalDurationMinutes.ShouldBe(minutes);

    [Fact]
    public void Labs_stand_in_lessons_and_modules_under_either_name()
    {
        var module = Reading.Clean("""
            course:
              title: "Course"
              modules:
                - title: "First"
                  lessons: [{title: "Lesson"}]
                - title: "Second"
                  lessons:
                    - title: "Lesson"
                      labs: ["A", {title: "B"}]
                      lab_activities: ["C"]
                    - title: "Other"
                      lab_activities: "D"
                  labs: [{title: "E", duration_minutes: 15}]
                  lab_activities: ["F"]
            """).Modules[1];

        module.Lessons[0].Labs.Select(lab => (lab.Id, lab.Title)).ShouldBe([("02-01-01", "A"), ("02-01-02", "B"), ("02-01-03", "C")]);
        module.Lessons[1].Labs.Select(lab => (lab.Id, lab.Title)).ShouldBe([("02-02-01", "D")]);
        module.Labs.Select(lab => (lab.Id, lab.Title, lab.DurationMinutes)).ShouldBe([("02-00-01", "E", 15), ("02-00-02", "F", 30)]);
    }

    [Fact]
    public void A_labs_activities_join_its_description()
    {
        var lab = Reading.Clean(Reading.Module("labs: [{title: Lab, number: 1, objective: Do it, description: Context, activities: [One, Two]}]")).Modules[0].Labs[0];

        lab.Description.ShouldBe("Context\n- One\n- Two");
        lab.Objectives.ShouldBe(["Do it"]);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_fine() =>
        Reading.Clean("\uFEFFcourse:\r\n  title: Course\r\n  modules:\r\n    - title: Module\r\n      lessons: [{title: Lesson}]\r\n").Title.ShouldBe("Course");

    [Theory]
    [InlineData("Reliable 🚢 harbours 👩‍🔬")]
    [InlineData("مقدمة في قواعد البيانات")]
    [InlineData("C#, C++ & F# -- 100% «sí» ¿no?")]
    [InlineData("TCP/IP ... and beyond")]
    [InlineData("日本語のコース")]
    public void Titles_of_any_script_are_kept_as_they_are(string title) => Reading.Clean(Reading.Quoted(title)).Title.ShouldBe(title);

    [Fact]
    public void Equal_lesson_titles_in_two_modules_are_fine() =>
        Reading.Clean("title: C\nmodules:\n- {title: M, lessons: [{title: Review}]}\n- {title: M, lessons: [{title: Review}]}\n").Modules.Count.ShouldBe(2);

    [Theory]
    [InlineData("bloom_level: Apply", "Apply")]
    [InlineData("bloom_level: Comprender / Aplicar", "Comprender / Aplicar")]
    [InlineData("bloom_level: [Understand, Apply]", "Understand / Apply")]
    public void Bloom_levels_may_be_compound_and_spanish(string field, string level) =>
        Reading.Clean(Reading.Lesson(field)).Modules[0].Lessons[0].BloomLevel.ShouldBe(level);

    [Theory]
    [InlineData("es", "es")]
    [InlineData("ES-mx", "es-MX")]
    [InlineData("Spanish", "es")]
    [InlineData("English", "en")]
    [InlineData("zh-hant-tw", "zh-Hant-TW")]
    public void Languages_are_tags_in_customary_case_or_the_two_names_the_original_knew(string language, string tag) =>
        Reading.Clean(Reading.Course($"language: {language}")).Language.ShouldBe(tag);

    [Fact]
    public void Texts_may_have_lines() =>
        Reading.Clean(Reading.Course("legal: |\n  First.\n  Second.")).Legal.ShouldBe("First.\nSecond.");

    [Fact]
    public void Numbers_and_dates_are_text_where_text_is_expected() =>
        Reading.Clean(Reading.Lesson("topics: [2024, 1.5, true]")).Modules[0].Lessons[0].Topics.Select(topic => topic.Title).ShouldBe(["2024", "1.5", "true"]);
}
