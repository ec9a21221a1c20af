using System.Text;
using System.Text.Json;
using CourseGen.Planner.Decks;

namespace CourseGen.Planner.Tests.Decks;

public sealed class BookDataTests
{
    [Fact]
    public void Nested_modules_and_flat_lessons_are_the_same_book()
    {
        var (nested, flat) = (Read(BookJson.Nested(2, 1)), Read(BookJson.Flat(2, 1)));
        nested.Title.ShouldBe("Mareas");
        nested.Modules.Select(module => module.Title).ShouldBe(["Capítulo 1", "Capítulo 2"]);
        nested.Modules.SelectMany(module => module.Lessons).Select(lesson => lesson.Title).ShouldBe(["Tema 1.1", "Tema 1.2", "Tema 2.1"]);
        flat.Modules.Select(module => (module.Number, module.Lessons.Count)).ShouldBe([(1, 2), (2, 1)]);
        flat.Modules.SelectMany(module => module.Lessons).ShouldBe(nested.Modules.SelectMany(module => module.Lessons));
    }

    [Fact]
    public void Pages_between_the_lessons_and_empty_lessons_are_none()
    {
        const string Json = """
            {"modules": [{"module_number": 1, "lessons": [
              {"title": "Introduction", "content": "Text", "is_intro": true}, {"title": "One", "content": "Text"}, {"title": "Gap", "content": " "},
              {"title": "Two", "content": "Text"}, {"title": "Summary", "content": "Text", "is_summary": true}]}, {"module_number": 2, "lessons": []}]}
            """;
        Read(Json).Modules.ShouldHaveSingleItem().Lessons.Select(lesson => (lesson.Number, lesson.Title)).ShouldBe([(1, "One"), (2, "Two")]);
    }

    [Fact]
    public void Numbers_that_repeat_are_counted_on()
    {
        const string Json = """
            {"lessons": [{"title": "A", "content": "x", "module_number": 3, "lesson_number": 2}, {"title": "B", "content": "x", "module_number": 3, "lesson_number": 2},
              {"title": "C", "content": "x", "module_number": "1", "lesson_number": "7"}]}
            """;
        Read(Json).Modules.SelectMany(module => module.Lessons.Select(lesson => (module.Number, lesson.Number, lesson.Title))).ShouldBe([(3, 2, "A"), (3, 3, "B"), (4, 7, "C")]);
    }

    [Theory]
    [InlineData("Lesson 6: Lesson 1.6: Springs", "Springs")]
    [InlineData("Lección 1.2: Mareas", "Mareas")]
    [InlineData("1.2: Heights", "Heights")]
    [InlineData("2001: A Space Odyssey", "2001: A Space Odyssey")]
    [InlineData("Module design", "Module design")]
    [InlineData("Lesson 1.1", "Lesson 1.1")]
    public void Numbers_before_a_title_are_left_out(string title, string plain) =>
        Read(JsonSerializer.Serialize(new { lessons = new[] { new { title, content = "x" } } })).Modules[0].Lessons[0].Title.ShouldBe(plain);

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"modules\"")]
    public void What_is_no_object_is_refused(string json) => Should.Throw<JsonException>(() => Read(json));

    [Fact]
    public void A_book_without_lessons_is_read_as_such() => Read("{\"modules\": 7, \"lessons\": [1, {}]}").Modules.ShouldBeEmpty();

    static BookData Read(string json) => BookData.Read(Encoding.UTF8.GetBytes(json));
}
