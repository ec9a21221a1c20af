using System.Text.Json.Nodes;

namespace CourseGen.Ppt.Tests.Testing;

/// <summary>A model's slide plan for <see cref="SampleLesson"/> that keeps every rule, for tests to break in one place.</summary>
static class SampleAnswer
{
    static string Notes => string.Join(' ', Enumerable.Repeat("Say this aloud and look at the room while you do.", 8));

    internal static JsonObject Plan() => new()
    {
        ["slides"] = new JsonArray(
            Slide("lesson_title", "Heights and the Chart"),
            Slide("title_content", "Why a zero", Bullets("One level for chart and table", "Nearly always more water than charted")),
            Slide("text_image_right", "A ladder of levels", Bullets("Up from datum", "Down from datum"), new JsonObject { ["type"] = "image", ["image_reference"] = SampleLesson.Visual, ["caption"] = "Levels" }),
            Slide("table", "Published levels", new JsonObject { ["type"] = "table", ["headers"] = Array("Level", "Height (m)"), ["rows"] = new JsonArray(Array("HAT", "5.8"), Array("LAT", "0.0")) }),
            Slide("code", "The sum", Bullets("Keeps the sign right"), new JsonObject { ["type"] = "code", ["language"] = "python", ["code"] = "def depth(tide, charted):\n    return round(tide + charted, 1)\n\nprint(depth(2.0, 1.4))" }),
            Slide("summary", "What to remember", Bullets("One zero")),
            Slide("references", "Sources", Bullets("IHO standards (iho.int)"))),
    };

    internal static JsonNode SlideOf(this JsonObject plan, int number) => plan["slides"]![number - 1]!;

    internal static JsonArray BlocksOf(this JsonObject plan, int number) => plan.SlideOf(number)["content_blocks"]!.AsArray();

    internal static JsonObject Slide(string layout, string title, params JsonNode[] blocks) =>
        new() { ["layout"] = layout, ["title"] = title, ["subtitle"] = "", ["content_blocks"] = new JsonArray(blocks), ["notes"] = Notes };

    internal static JsonObject Bullets(params string[] items) => new() { ["type"] = "bullets", ["items"] = Array(items) };

    internal static JsonArray Array(params string[] items) => [.. items.Select(item => (JsonNode)item)];
}
