using System.Text.Json.Nodes;
using CourseGen.Documents;
using CourseGen.Ppt.Slides;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Slides;

public sealed class SlidePlanReaderTests
{
    [Fact]
    public void A_plan_that_keeps_the_rules_has_no_faults()
    {
        var reading = Read(SampleAnswer.Plan().ToJsonString());
        reading.Faults.ShouldBeEmpty();
        reading.Slides!.Count.ShouldBe(7);
        reading.Slides[2].ContentBlocks[1].ImageReference.ShouldBe(SampleLesson.Visual);
    }

    [Fact]
    public void Fences_comments_and_trailing_commas_around_the_JSON_do_no_harm() =>
        Read($"Here is the plan:\n```json\n{SampleAnswer.Plan().ToJsonString().TrimEnd('}')},}}\n```\nDone.").Faults.ShouldBeEmpty();

    [Theory]
    [InlineData("I cannot do that.", "no JSON object")]
    [InlineData("{\"slides\": []}", "$.slides: 0 entries; at least 1")]
    [InlineData("{\"title\": \"Slides\"}", "$: \"slides\" is missing")]
    [InlineData("{\"slides\": [{\"title\": }]}", "cannot be read")]
    [InlineData("{\"slides\": \"none\"}", "$.slides: expected array, found string")]
    [InlineData("{\"slides\": [null]}", "$.slides[0]: expected object, found null")]
    public void An_answer_that_is_no_plan_is_refused(string answer, string fault) => Read(answer).Faults.ShouldContain(found => found.Contains(fault));

    public static TheoryData<string, Action<JsonObject>> Breaks => new()
    {
        { "$.slides[1].layout: 'poster' is not one of lesson_title,", plan => plan.SlideOf(2)["layout"] = "poster" },
        { "$.slides[1].layout: 'cover' is not one of", plan => plan.SlideOf(2)["layout"] = "cover" },
        { "$.slides[1].content_blocks[0].type: 'video' is not one of", plan => plan.BlocksOf(2)[0]!["type"] = "video" },
        { "slide 2: an empty bullets block", plan => plan.BlocksOf(2)[0]!["items"] = new JsonArray(" ") },
        { "$.slides[1].title: 0 characters; at least 1", plan => plan.SlideOf(2)["title"] = " " },
        { "slide 2: a title of 61 characters", plan => plan.SlideOf(2)["title"] = new string('x', 61) },
        { "the title 'sources' is used 2 times", plan => plan.SlideOf(2)["title"] = "sources" },
        { "slide 2: 7 bullets", plan => plan.BlocksOf(2)[0]!["items"] = SampleAnswer.Array("1", "2", "3", "4", "5", "6", "7") },
        { "slide 2: a bullet of 91 characters", plan => plan.BlocksOf(2)[0]!["items"] = SampleAnswer.Array(new string('x', 91)) },
        { "slide 2: notes of 2 words", plan => plan.SlideOf(2)["notes"] = "Too short" },
        { "slide 2: notes of 181 words", plan => plan.SlideOf(2)["notes"] = string.Join(' ', Enumerable.Repeat("word", 181)) },
        { "$.slides[1].notes: expected string, found null", plan => plan.SlideOf(2)["notes"] = null },
        { "$.slides[1]: \"notes\" is missing", plan => plan.SlideOf(2).AsObject().Remove("notes") },
        { "$.slides[1].content_blocks: expected array, found string", plan => plan.SlideOf(2)["content_blocks"] = "text" },
        { "$.slides[1].content_blocks[0].items: 7 entries; at most 6", plan => plan.BlocksOf(2)[0]!["items"] = SampleAnswer.Array("1", "2", "3", "4", "5", "6", "7") },
        { "$.slides[3].content_blocks[0].headers: 0 entries; at least 1", plan => plan.BlocksOf(4)[0]!["headers"] = SampleAnswer.Array() },
        { "slide 2: 66 words are shown", plan => plan.BlocksOf(2).Add(SampleAnswer.Text(string.Join(' ', Enumerable.Repeat("word", 54)))) },
        { "slide 2: the notes say little of what the lesson says", plan => plan.SlideOf(2)["notes"] = SampleAnswer.Elsewhere },
        { "slide 2: the notes are not in en", plan => plan.SlideOf(2)["notes"] = SampleAnswer.Spanish },
        { "slide 2: its text is not in en", plan => plan.BlocksOf(2)[0]!["items"] = SampleAnswer.Array("La carta y la tabla tienen el mismo nivel de agua", "Casi siempre hay más agua que en la carta") },
        { "slide 6: the title 'Resumen' is not in en", plan => plan.SlideOf(6)["title"] = "Resumen" },
        { "11 slides besides those of images, tables and code; at most 10", plan => Enumerable.Range(1, 7).ToList().ForEach(number =>
            plan["slides"]!.AsArray().Insert(2, SampleAnswer.Slide("title_content", $"More {number}", SampleAnswer.Bullets("One level for chart and table")))) },
        { "slide 3: an image layout holds", plan => plan.BlocksOf(3)[0]!["items"] = SampleAnswer.Array("1", "2", "3", "4", "5") },
        { "slide 4: table holds one table and one text", plan => plan.BlocksOf(4).RemoveAt(1) },
        { "slide 5: code holds one code block and one bullets", plan => plan.BlocksOf(5).RemoveAt(0) },
        { "slide 3: an image layout holds", plan => plan.BlocksOf(3).RemoveAt(0) },
        { "slide 3: the lesson has no visual 09-09-0009", plan => plan.BlocksOf(3)[1]!["image_reference"] = "09-09-0009" },
        { "visual 01-01-0001 is used 0 times", plan => plan.SlideOf(3)["content_blocks"] = new JsonArray(SampleAnswer.Bullets("One")) },
        { "visual 01-01-0001 is used 2 times", plan => plan["slides"]!.AsArray().Insert(3, SampleAnswer.Slide("text_image_left", "Again", SampleAnswer.Bullets("One"), plan.BlocksOf(3)[1]!.DeepClone())) },
        { "slide 4: the table is not word for word", plan => plan.BlocksOf(4)[0]!["rows"]![0]![1] = "5.9" },
        { "slide 5: the code is not character for character", plan => plan.BlocksOf(5)[1]!["code"] = "def depth(): pass" },
        { "the lesson's code block at line", plan => plan["slides"]!.AsArray().RemoveAt(4) },
        { "the lesson's table with 'Level'", plan => plan["slides"]!.AsArray().RemoveAt(3) },
        { "slide 5: code holds one code block", plan => plan.BlocksOf(5)[0]!["items"] = SampleAnswer.Array("1", "2", "3", "4") },
        { "slide 2: two_columns holds exactly two", plan => plan.SlideOf(2)["layout"] = "two_columns" },
        { "slide 2: quote holds one quote", plan => plan.SlideOf(2)["layout"] = "quote" },
        { "slide 1: lesson_title holds no blocks", plan => plan.BlocksOf(1).Add(SampleAnswer.Bullets("One")) },
        { "the first slide must have the layout lesson_title", plan => plan["slides"]!.AsArray().RemoveAt(0) },
        { "only the first slide has the layout lesson_title", plan => plan.SlideOf(2)["layout"] = "lesson_title" },
        { "the last two slides must be summary and references", plan => plan["slides"]!.AsArray().RemoveAt(6) },
        { "the last two slides must be summary and references", plan => plan["slides"]!.AsArray().RemoveAt(5) },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Every_broken_rule_is_named_with_its_slide(string fault, Action<JsonObject> broken)
    {
        var plan = SampleAnswer.Plan();
        broken(plan);
        var reading = Read(plan.ToJsonString());
        reading.Slides.ShouldBeNull();
        reading.Faults.ShouldContain(found => found.StartsWith(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Tables_and_code_become_the_lessons_own_to_the_letter()
    {
        var plan = SampleAnswer.Plan();
        plan.BlocksOf(4)[0]!["headers"] = SampleAnswer.Array("**Level**", "`Height (m)`");
        plan.BlocksOf(5)[1]!["code"] = "def depth(tide, charted):  \r\n    return round(tide + charted, 1)\r\n\r\nprint(depth(2.0, 1.4))\r\n";
        var slides = Read(plan.ToJsonString()).Slides!;
        slides[3].ContentBlocks[0].Headers.ShouldBe(["Level", "Height (m)"]);
        slides[4].ContentBlocks[1].Code.ShouldBe(SampleLesson.Document.Blocks.OfType<CodeBlock>().Single().Code);
    }

    [Fact]
    public void Characters_that_XML_forbids_are_left_out()
    {
        var plan = SampleAnswer.Plan();
        plan.SlideOf(2)["title"] = "Why\u0000 a \u001Fzero\uFFFF";
        Read(plan.ToJsonString()).Slides![1].Title.ShouldBe("Why a zero");
    }

    [Fact]
    public void Slides_from_headings_keep_the_rules_too()
    {
        var slides = HeadingSlides.From(SampleLesson.Document, 1, 1, "en", 8);
        SlidePlanRules.Faults(slides, SampleLesson.Request).ShouldBeEmpty();
    }

    static SlidePlanReading Read(string answer) => SlidePlanReader.Read(answer, SampleLesson.Request);
}
