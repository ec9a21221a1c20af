using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Planner.Intake;

namespace CourseGen.Planner.Tests.Intake;

public sealed class StartCourseTests
{
    static readonly string[] Buckets = ["first", "second"];

    [Fact]
    public void The_folder_alone_is_enough_and_the_rest_has_the_documented_defaults()
    {
        var start = Read("""{"project_folder": "tides"}""");
        start.Location.ShouldBe(new CourseLocation("first", "tides"));
        (start.OutlineKey, start.OutlineYaml, start.Repair).ShouldBe(("tides/outline.yaml", null, null));
        start.Settings.ShouldBeLike(new CourseSettings());
    }

    [Fact]
    public void Every_field_is_read()
    {
        var start = Read("""
            {"project_folder": "a/b/tides", "course_bucket": "second", "outline_s3_key": "some/outline.yaml", "outline_yaml": "course:", "modules_to_generate": [1, 3],
             "content_type": "theory", "model_provider": "bedrock", "text_model": "m", "image_provider": "gemini", "image_model": "i", "course_language": "es-mx",
             "lesson_requirements": "l", "lab_requirements": "b", "batch_size": 4, "deck_batch_size": 7, "max_concurrency": 2, "priority": 9, "max_cost_usd": 1.5,
             "max_hours": 0.5, "style": "Modern", "slides_per_lesson": 8, "max_images": 0, "auto_combine": false, "build_deck": false, "book_formats": ["html"],
             "labs_in_book": false, "refresh": true, "deck_template_s3_key": "brand/Deck.POTX"}
            """);
        start.Location.ShouldBe(new CourseLocation("second", "a/b/tides"));
        (start.OutlineKey, start.OutlineYaml, start.TemplateKey).ShouldBe(("some/outline.yaml", "course:", "brand/Deck.POTX"));
        start.Settings.ShouldBeLike(new CourseSettings
        {
            Modules = [1, 3],
            ContentType = ContentType.Theory,
            TextProvider = "bedrock",
            TextModel = "m",
            ImageProvider = "gemini",
            ImageModel = "i",
            Language = "es-MX",
            LessonRequirements = "l",
            LabRequirements = "b",
            BatchSize = 4,
            DeckBatchSize = 7,
            MaxConcurrency = 2,
            Priority = 9,
            MaxCostUsd = 1.5m,
            MaxHours = 0.5,
            Style = "modern",
            SlidesPerLesson = 8,
            MaxImages = 0,
            AutoCombine = false,
            BuildDeck = false,
            BookFormats = ["html"],
            LabsInBook = false,
            Refresh = true,
        });
    }

    [Theory]
    [InlineData("\"all\"", null)]
    [InlineData("\"ALL\"", null)]
    [InlineData("3", "3")]
    [InlineData("\"3\"", "3")]
    [InlineData("[1, 3, 4]", "1,3,4")]
    [InlineData("[4, 1, 1]", "1,4")]
    [InlineData("\"1,3-5\"", "1,3,4,5")]
    [InlineData("\" 2 - 3 , 1 \"", "1,2,3")]
    public void Modules_are_selected_in_many_forms(string value, string? modules)
    {
        foreach (var field in (string[])["modules_to_generate", "module_number", "module_to_generate"])
        {
            var read = Read($$"""{"project_folder": "tides", "{{field}}": {{value}}}""").Settings.Modules;
            (read is null ? null : string.Join(',', read)).ShouldBe(modules);
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("31")]
    [InlineData("1.5")]
    [InlineData("[]")]
    [InlineData("[1, \"2\"]")]
    [InlineData("\"\"")]
    [InlineData("\"3-1\"")]
    [InlineData("\"1-2-3\"")]
    [InlineData("\"one\"")]
    [InlineData("{}")]
    [InlineData("true")]
    public void Other_forms_of_a_selection_are_faults(string value) =>
        Faults($$"""{"project_folder": "tides", "modules_to_generate": {{value}}}""").ShouldHaveSingleItem().Field.ShouldBe("modules_to_generate");

    [Fact]
    public void Max_lessons_per_batch_is_another_name_for_batch_size_and_both_are_capped()
    {
        Read("""{"project_folder": "tides", "max_lessons_per_batch": 5}""").Settings.BatchSize.ShouldBe(5);
        Read("""{"project_folder": "tides", "max_lessons_per_batch": 5, "batch_size": 2}""").Settings.BatchSize.ShouldBe(2);
        Read("""{"project_folder": "tides", "batch_size": 150}""").Settings.BatchSize.ShouldBe(10);
    }

    [Fact]
    public void What_the_originals_clients_send_besides_is_ignored() => Read("""
        {"project_folder": "tides", "content_source": 1, "performance_mode": "fast", "allow_openai_fallback": true, "user_email": "a@b.c", "course_duration_hours": 4,
         "execution_id": "x", "html_first": true, "total_lessons": 4, "book_version_key": "k", "book_type": "t"}
        """).Settings.ShouldBeLike(new CourseSettings());

    [Fact]
    public void A_null_is_an_absent_field() => Read("""{"project_folder": "tides", "batch_size": null, "style": null}""").Settings.BatchSize.ShouldBe(3);

    [Theory]
    [InlineData("")]
    [InlineData("../tides")]
    [InlineData("/tides")]
    [InlineData("tides/")]
    [InlineData("a//b")]
    [InlineData("a/b/c/d")]
    [InlineData(".hidden")]
    [InlineData("a..b")]
    [InlineData("two words")]
    [InlineData("tides\\n")]
    [InlineData("küste")]
    public void A_folder_that_is_no_folder_is_a_fault(string folder) =>
        Faults($$"""{"project_folder": "{{folder}}"}""").ShouldHaveSingleItem().Field.ShouldBe("project_folder");

    [Fact]
    public void A_folder_of_81_characters_a_segment_or_121_in_all_is_a_fault()
    {
        Faults($$"""{"project_folder": "{{new string('a', 81)}}"}""").Count.ShouldBe(1);
        Faults($$"""{"project_folder": "{{new string('a', 60)}}/{{new string('b', 60)}}"}""").Count.ShouldBe(1);
        Read($$"""{"project_folder": "{{new string('a', 80)}}/{{new string('b', 39)}}"}""").Location.Folder.Length.ShouldBe(120);
    }

    public static TheoryData<string, string> WrongValues => new()
    {
        { "project_folder", "7" }, { "course_bucket", "\"third\"" }, { "course_bucket", "1" }, { "outline_yaml", "1" }, { "outline_s3_key", "[]" },
        { "content_type", "\"videos\"" }, { "model_provider", "1" }, { "text_model", "{}" }, { "course_language", "\"english\"" }, { "lesson_requirements", "1" },
        { "batch_size", "0" }, { "batch_size", "\"3\"" }, { "batch_size", "1.5" }, { "deck_batch_size", "51" }, { "max_concurrency", "0" }, { "priority", "10" },
        { "max_cost_usd", "0" }, { "max_cost_usd", "\"dear\"" }, { "max_hours", "-1" }, { "style", "\"baroque\"" }, { "slides_per_lesson", "2" }, { "max_images", "-1" },
        { "auto_combine", "\"yes\"" }, { "build_deck", "1" }, { "book_formats", "\"md\"" }, { "book_formats", "[\"txt\"]" }, { "book_formats", "[\"epub\"]" },
        { "book_formats", "[]" }, { "labs_in_book", "0" }, { "refresh", "\"\"" }, { "callback_url", "\"https://example.org\"" }, { "deck_template_s3_key", "\"k\"" },
        { "lesson_to_generate", "\"first\"" }, { "lab_ids_to_regenerate", "\"01-01-01\"" }, { "repair_mode", "\"yes\"" }, { "missing_image_ids", "[\"x\"]" },
        { "course_topic", "\"Tides\"" }, { "unknown", "1" }, { "Batch_Size", "3" },
    };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public void A_value_that_does_not_hold_is_a_fault_of_its_field(string field, string value)
    {
        var folder = field == "project_folder" ? "" : "\"project_folder\": \"tides\", ";
        Faults($$"""{{{folder}}"{{field}}": {{value}}}""").ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        Faults("""{"project_folder": "..", "batch_size": 0, "style": 1, "typo": 1}""").Select(fault => fault.Field).ShouldBe(["project_folder", "batch_size", "style", "typo"], ignoreOrder: true);

    [Fact]
    public void Text_beyond_4_KiB_is_a_fault_and_an_outline_beyond_48_KiB()
    {
        Faults($$"""{"project_folder": "tides", "lesson_requirements": "{{new string('é', 2049)}}"}""").Count.ShouldBe(1);
        Read($$"""{"project_folder": "tides", "lesson_requirements": "{{new string('é', 2048)}}"}""").Settings.LessonRequirements!.Length.ShouldBe(2048);
        Faults($$"""{"project_folder": "tides", "outline_yaml": "{{new string('a', (48 * 1024) + 1)}}"}""").Count.ShouldBe(1);
    }

    [Fact]
    public void A_topic_beside_an_outline_is_read_over()
    {
        Read("""{"project_folder": "tides", "course_topic": "Tides", "outline_yaml": "course:"}""").ShouldNotBeNull();
        Read("""{"project_folder": "tides", "course_topic": "Tides", "outline_s3_key": "tides/outline.yaml"}""").ShouldNotBeNull();
    }

    [Fact]
    public void The_originals_lesson_to_generate_is_a_forced_repair_with_the_starts_requirements() => Repair(
        """{"project_folder": "tides", "lesson_to_generate": "01-02", "lesson_requirements": "Shorter."}""").ShouldBeLike(new RepairScope(["01-02"], "Shorter.", true));

    [Fact]
    public void The_originals_lab_ids_to_regenerate_are_a_forced_repair() => Repair(
        """{"project_folder": "tides", "lab_ids_to_regenerate": ["01-00-01", "01-02-01"]}""").ShouldBeLike(new RepairScope(["01-00-01", "01-02-01"], null, true));

    [Fact]
    public void The_originals_repair_mode_is_a_repair_of_what_is_missing_or_of_the_named_pictures()
    {
        Repair("""{"project_folder": "tides", "repair_mode": true}""").ShouldBeLike(new RepairScope([], null, false));
        Repair("""{"project_folder": "tides", "repair_mode": true, "missing_image_ids": ["01-02-0003"]}""").ShouldBeLike(new RepairScope(["01-02-0003"], null, false));
        Read("""{"project_folder": "tides", "repair_mode": false}""").Repair.ShouldBeNull();
    }

    static RepairScope Repair(string json) => Read(json).Repair.ShouldNotBeNull();

    static ReadStart Read(string json)
    {
        var (start, faults) = Both(json);
        faults.ShouldBeEmpty();
        return start.ShouldNotBeNull();
    }

    static IReadOnlyList<CommandFault> Faults(string json)
    {
        var (start, faults) = Both(json);
        start.ShouldBeNull();
        return faults;
    }

    static (ReadStart?, IReadOnlyList<CommandFault>) Both(string json)
    {
        using var document = JsonDocument.Parse(json);
        var fields = new CommandFields(document.RootElement);
        return (StartCourseReader.Read(fields, Buckets), fields.Faults);
    }
}

static class Likeness
{
    /// <summary>Equal in every field, lists by their items.</summary>
    public static void ShouldBeLike<T>(this T value, T expected) => JsonSerializer.Serialize(value).ShouldBe(JsonSerializer.Serialize(expected));
}
