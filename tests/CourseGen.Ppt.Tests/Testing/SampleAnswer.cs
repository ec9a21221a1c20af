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
            Slide("table", "Published levels", new JsonObject { ["type"] = "table", ["headers"] = Array("Level", "Height (m)"), ["rows"] = new JsonArray(Array("HAT", "5.8"), Array("LAT", "0.0")) }, Text("Averages and extremes of many years")),
            Slide("code", "The sum", Bullets("Keeps the sign right"), new JsonObject { ["type"] = "code", ["language"] = "python", ["code"] = "def depth(tide, charted):\n    return round(tide + charted, 1)\n\nprint(depth(2.0, 1.4))" }),
            Slide("summary", "What to remember", Bullets("One zero")),
            Slide("references", "Sources", Bullets("IHO standards (iho.int)"))),
    };

    internal static JsonNode SlideOf(this JsonObject plan, int number) => plan["slides"]![number - 1]!;

    internal static JsonArray BlocksOf(this JsonObject plan, int number) => plan.SlideOf(number)["content_blocks"]!.AsArray();

    internal static JsonObject Slide(string layout, string title, params JsonNode[] blocks) =>
        new() { ["layout"] = layout, ["title"] = title, ["subtitle"] = "", ["content_blocks"] = new JsonArray(blocks), ["notes"] = Notes };

    internal static JsonObject Bullets(params string[] items) => new() { ["type"] = "bullets", ["items"] = Array(items) };

    internal static JsonObject Text(string text) => new() { ["type"] = "text", ["text"] = text };

    /// <summary>Of a length that is allowed, about something else.</summary>
    internal const string Elsewhere =
        "Gardens want patience more than anything else. Prune roses before spring, water tomatoes every morning, and let mushrooms grow where they please. " +
        "Compost feeds worms, worms loosen earth, loosened earth carries carrots without forks or twists. Neighbours admire orchards, nobody admires digging. " +
        "Autumn brings apples, winter brings catalogues, spring brings bills. Keep secateurs sharp, keep gloves dry, and forgive whatever slugs destroyed overnight.";

    internal const string Spanish =
        "La carta dice lo que hay de agua, y la tabla dice lo que la marea pone por encima. Las dos cuentan desde el mismo nivel, que el mar casi nunca deja atrás. " +
        "Por eso se puede sumar la sonda y la altura de la marea sin más. Cuando una sonda seca, se resta en lugar de sumar. Lo que queda es el agua que hay en ese momento bajo la quilla del barco.";

    internal static JsonArray Array(params string[] items) => [.. items.Select(item => (JsonNode)item)];
}
