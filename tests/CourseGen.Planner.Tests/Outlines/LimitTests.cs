namespace CourseGen.Planner.Tests.Outlines;

public sealed class LimitTests
{
    [Fact]
    public void Titles_of_200_characters_are_read_whatever_their_script()
    {
        Reading.Clean(Reading.Quoted(new string('x', 200))).Title.Length.ShouldBe(200);
        Reading.Clean(Reading.Quoted(string.Concat(Enumerable.Repeat("🚢", 200)))).Title.Length.ShouldBe(400);
    }

    [Theory]
    [InlineData(201, "x")]
    [InlineData(201, "🚢")]
    [InlineData(201, "\u0301")]
    public void Longer_titles_are_refused_and_combining_marks_count(int length, string character) =>
        Reading.Faults(Reading.Quoted(string.Concat(Enumerable.Repeat(character, length)))).ShouldBe(["2:10: \"title\" has 201 characters, expected 1 to 200"]);

    [Theory]
    [InlineData("../../etc/passwd", "\"../../etc/passwd\"")]
    [InlineData("..\\\\windows", "\"..\\windows\"")]
    [InlineData("Intro ../", "\"Intro ../\"")]
    public void Titles_that_read_as_paths_are_refused(string title, string excerpt) =>
        Reading.Faults(Reading.Quoted(title)).ShouldBe([$"2:10: {excerpt} reads as a path, expected a title without \"../\" and \"..\\\""]);

    [Theory]
    [InlineData("A\\u0007", "U+0007")]
    [InlineData("A\\tB", "U+0009")]
    [InlineData("A\\nB", "U+000A")]
    [InlineData("A\\x7F", "U+007F")]
    [InlineData("A\\x9B", "U+009B")]
    [InlineData("A\\LB", "U+2028")]
    [InlineData("A\\uFFFF", "U+FFFF")]
    [InlineData("A\u0001B", "U+0001")]
    public void Control_characters_in_titles_are_refused(string title, string name) =>
        Reading.Faults(Reading.Quoted(title)).ShouldBe([$"2:10: \"title\" contains the control character {name}, expected readable text on one line"]);

    [Fact]
    public void Titles_are_checked_at_every_level() => Reading.Faults("""
        title: "a../"
        modules:
          - title: "b../"
            lessons:
              - title: "c../"
                topics: ["d../", {title: "e../"}]
                labs: ["f../"]
            labs: [{title: "g../"}]
        """).Select(fault => fault[..fault.IndexOf(' ')]).ShouldBe(["1:8:", "3:12:", "5:16:", "6:18:", "6:34:", "7:16:", "8:20:"]);

    [Fact]
    public void Thirty_modules_are_read_and_the_next_is_refused()
    {
        Reading.Clean(Course(modules: 30, lessons: 1)).Modules.Count.ShouldBe(30);
        Reading.Faults(Course(modules: 31, lessons: 1)).ShouldBe(["63:3: the course has 31 modules, expected 1 to 30"]);
    }

    [Fact]
    public void Two_hundred_lessons_are_read_and_the_next_is_refused()
    {
        Reading.Clean(Course(modules: 20, lessons: 10)).Modules.Sum(module => module.Lessons.Count).ShouldBe(200);
        Reading.Faults(Course(modules: 3, lessons: 67)).ShouldHaveSingleItem().ShouldEndWith("the course has 201 lessons, expected at most 200");
    }

    [Fact]
    public void Two_hundred_labs_are_read_and_the_next_is_refused()
    {
        Reading.Clean(Labs(5, 40)).Modules.Sum(module => module.Labs.Count).ShouldBe(200);
        Reading.Faults(Labs(3, 67)).ShouldHaveSingleItem().ShouldEndWith("the course has 201 labs, expected at most 200");
    }

    [Fact]
    public void Ids_have_two_digits_so_a_module_holds_99_lessons_and_99_labs()
    {
        Reading.Clean(Course(modules: 2, lessons: 99)).Modules[1].Lessons[^1].Id.ShouldBe("02-99");
        Reading.Faults(Course(modules: 1, lessons: 100)).ShouldHaveSingleItem().ShouldEndWith("there are 100 lessons here, expected at most 99 in a module");
        Reading.Clean(Labs(2, 99)).Modules[1].Labs[^1].Id.ShouldBe("02-00-99");
        Reading.Faults(Labs(1, 100)).ShouldHaveSingleItem().ShouldEndWith("there are 100 labs here, expected at most 99 in a lesson or directly in a module");
    }

    static string Course(int modules, int lessons) => "title: C\nmodules:\n" + string.Concat(Enumerable.Range(1, modules).Select(module =>
        $"- title: M{module}\n  lessons: [{string.Join(", ", Enumerable.Range(1, lessons).Select(lesson => $"{{title: L{lesson}}}"))}]\n"));

    static string Labs(int modules, int labs) => "title: C\nmodules:\n" + string.Concat(Enumerable.Range(1, modules).Select(module =>
        $"- title: M{module}\n  lessons: [{{title: L}}]\n  labs: [{string.Join(", ", Enumerable.Range(1, labs).Select(lab => $"Lab {lab}"))}]\n"));
}
