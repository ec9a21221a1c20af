using System.Text;
using System.Text.Json;

namespace CourseGen.Contracts.Documents;

public sealed class DocumentJsonTests
{
    static readonly LessonBatch Batch = new(ModuleNumber: 1, BatchIndex: 2, TotalBatches: 3, BatchStartIdx: 3, BatchEndIdx: 6);

    [Fact]
    public void Fields_are_in_snake_case_one_a_line_and_the_text_ends_with_one_newline() =>
        Text(Batch).Split('\n').ShouldBe(
            ["{", "  \"module_number\": 1,", "  \"batch_index\": 2,", "  \"total_batches\": 3,", "  \"batch_start_idx\": 3,", "  \"batch_end_idx\": 6", "}", ""]);

    [Fact]
    public void Enums_are_names_in_snake_case()
    {
        var text = Text(new InputGap(WorkKind.LabPlan, "labs", "Labs"));

        text.ShouldContain("\"kind\": \"lab_plan\"");
        Read<InputGap>(text).Kind.ShouldBe(WorkKind.LabPlan);
    }

    [Fact]
    public void An_enum_that_is_not_known_is_an_error() =>
        Should.Throw<JsonException>(() => Read<InputGap>("""{"kind": "poem", "item": "x", "title": "X"}"""));

    [Fact]
    public void Kinds_of_work_are_keys_in_snake_case()
    {
        IReadOnlyDictionary<WorkKind, string> prompts = new Dictionary<WorkKind, string> { [WorkKind.LabPlan] = "1", [WorkKind.Lesson] = "2" };

        var text = Text(prompts);

        text.ShouldBe("{\n  \"lab_plan\": \"1\",\n  \"lesson\": \"2\"\n}\n");
        Read<IReadOnlyDictionary<WorkKind, string>>(text).ShouldBe(prompts, ignoreOrder: true);
    }

    [Fact]
    public void A_field_of_a_later_version_is_passed_over() =>
        Read<InputGap>("""{"kind": "lesson", "item": "01-02", "title": "Neaps", "colour": {"of": ["no", "concern"]}}""")
            .ShouldBe(new InputGap(WorkKind.Lesson, "01-02", "Neaps"));

    [Fact]
    public void What_is_null_is_not_written() => Text(new OutlineTopic("Neaps", null, null)).ShouldBe("{\n  \"title\": \"Neaps\"\n}\n");

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"kind": """)]
    public void What_is_no_such_document_is_a_json_error(string json) => Should.Throw<JsonException>(() => Read<InputGap>(json));

    [Fact]
    public void A_document_that_lacks_a_required_field_is_a_json_error() =>
        Should.Throw<JsonException>(() => Read<Outline>("""{"title": "Tides"}""")).Message.ShouldContain("modules");

    [Theory]
    [InlineData("Introducción: ¿qué es una marea?")]
    [InlineData("Приливы и отливы")]
    [InlineData("潮汐")]
    [InlineData("المد والجزر")]
    public void Text_of_any_script_stays_readable(string title)
    {
        var text = Text(new OutlineTopic(title, null, null));

        text.ShouldContain(title);
        Read<OutlineTopic>(text).Title.ShouldBe(title);
    }

    [Fact]
    public void No_text_can_end_the_tag_that_a_document_is_put_between() =>
        Text(new OutlineTopic("</brief><script>", null, null)).ShouldNotContain('<');

    [Fact]
    public void Equal_documents_are_equal_bytes() => DocumentJson.Write(Batch).ShouldBe(DocumentJson.Write(Batch with { }));

    static string Text<T>(T document) => Encoding.UTF8.GetString(DocumentJson.Write(document));

    static T Read<T>(string json) => DocumentJson.Read<T>(Encoding.UTF8.GetBytes(json));
}
