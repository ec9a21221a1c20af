using System.Text.Json.Nodes;
using CourseGen.Ppt.Slides;

namespace CourseGen.Ppt.Tests.Slides;

public sealed class JsonSchemaTests
{
    [Theory]
    [InlineData("""{"type": "string"}""", "1", "$: expected string, found number")]
    [InlineData("""{"type": ["string", "null"]}""", "true", "$: expected string or null, found boolean")]
    [InlineData("""{"type": "array", "items": {"type": "string"}}""", """["a", {}]""", "$[1]: expected string, found object")]
    [InlineData("""{"type": "array", "minItems": 2}""", "[1]", "$: 1 entries; at least 2")]
    [InlineData("""{"type": "array", "maxItems": 1}""", "[1, 2]", "$: 2 entries; at most 1")]
    [InlineData("""{"type": "string", "minLength": 1}""", "\"  \"", "$: 0 characters; at least 1")]
    [InlineData("""{"type": "string", "maxLength": 2}""", "\"abc\"", "$: 3 characters; at most 2")]
    [InlineData("""{"type": "string", "enum": ["a", "b"]}""", "\"c\"", "$: 'c' is not one of a, b")]
    [InlineData("""{"type": "object", "required": ["a"]}""", "{}", "$: \"a\" is missing")]
    [InlineData("""{"type": "object", "properties": {"a": {"properties": {"b": {"type": "null"}}}}}""", """{"a": {"b": 1}}""", "$.a.b: expected null, found number")]
    public void What_breaks_a_keyword_is_named_with_its_place(string schema, string value, string fault) => Faults(schema, value).ShouldBe([fault]);

    [Theory]
    [InlineData("""{"type": ["string", "null"], "maxLength": 2}""", "null")]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "string"}}}""", """{"b": 1}""")]
    [InlineData("true", "1")]
    [InlineData("{}", "[1, null, {}]")]
    public void What_breaks_nothing_has_no_fault(string schema, string value) => Faults(schema, value).ShouldBeEmpty();

    [Fact]
    public void The_schema_of_a_slide_plan_says_what_is_asked_for()
    {
        var schema = JsonNode.Parse(SlidePlanSchema.Schema.Text)!;
        var slide = schema["properties"]!["slides"]!["items"]!;
        schema["required"]!.ToJsonString().ShouldBe("""["slides"]""");
        slide["required"]!.ToJsonString().ShouldBe("""["layout","title","content_blocks","notes"]""");
        slide["properties"]!["layout"]!["enum"]!.AsArray().Count.ShouldBe(10);
        slide["properties"]!["content_blocks"]!["items"]!["properties"]!["items"]!["maxItems"]!.GetValue<int>().ShouldBe(6);
        schema.ToJsonString().ShouldNotContain("$ref");
    }

    static IReadOnlyList<string> Faults(string schema, string value) => new JsonSchema(JsonNode.Parse(schema)!).Faults(JsonNode.Parse(value));
}
