namespace CourseGen.Planner.Tests.Outlines;

public sealed class ColonRepairTests
{
    const string Warning = "unquoted text containing \": \" was read as one text, expected quotes around it";

    [Fact]
    public void Unquoted_texts_with_colons_are_read_as_texts()
    {
        const string Yaml = """
            course:
              title: Databases: the basics   # working title
              description: It's simple: read and write:
              modules:
                - title: Tables: rows and columns
                  summary: "Quoted: as it should be"
                  lessons:
                    - title: Joins: inner: outer
                      topics:
                        - Keys: primary
                        - Keys: foreign: natural
                        - title: Nulls: three values
                      labs:
                        - Lab: load the data
                  references:
                    - SQL: https://www.sqlite.org/lang.html
            """;
        var course = Reading.Accepted(Yaml);

        course.Title.ShouldBe("Databases: the basics");
        course.Description.ShouldBe("It's simple: read and write:");
        (course.Modules[0].Title, course.Modules[0].Summary).ShouldBe(("Tables: rows and columns", "Quoted: as it should be"));
        course.Modules[0].References.ShouldBe(["SQL: https://www.sqlite.org/lang.html"]);
        var lesson = course.Modules[0].Lessons[0];
        lesson.Title.ShouldBe("Joins: inner: outer");
        lesson.Topics.Select(topic => topic.Title).ShouldBe(["Keys: primary", "Keys: foreign: natural", "Nulls: three values"]);
        lesson.Labs[0].Title.ShouldBe("Lab: load the data");
        Reading.Warnings(Yaml).ShouldBe(
            new[] { "2:10", "3:16", "5:14", "8:18", "10:15", "11:15", "12:22", "14:15", "16:11" }.Select(place => $"{place}: {Warning}"));
    }

    [Fact]
    public void Faults_after_a_repaired_line_keep_their_places() => Reading.Faults("""
        title: Databases: the basics
        level: expert
        modules: [{title: M, lessons: [{title: L}]}]
        """).ShouldBe(["2:8: \"level\" is \"expert\", expected beginner, intermediate or advanced"]);

    [Fact]
    public void Block_texts_are_not_touched()
    {
        const string Yaml = """
            title: Databases: the basics
            description: |
              title: stays: as it is

              - item: stays: too
            legal: >-
              title: folded: text
            modules: [{title: M, lessons: [{title: L}]}]
            """;
        var course = Reading.Accepted(Yaml);

        course.Description.ShouldBe("title: stays: as it is\n\n- item: stays: too");
        course.Legal.ShouldBe("title: folded: text");
        Reading.Warnings(Yaml).ShouldBe([$"1:8: {Warning}"]);
    }

    [Fact]
    public void Windows_line_ends_do_not_get_into_repaired_titles() =>
        Reading.Accepted("title: Databases: the basics\r\nmodules: [{title: M, lessons: [{title: L}]}]\r\n").Title.ShouldBe("Databases: the basics");

    [Fact]
    public void A_file_that_is_yaml_is_not_repaired() =>
        Reading.Clean("title: Databases:the basics\nmodules: [{title: M, lessons: [{title: L}]}]\n").Title.ShouldBe("Databases:the basics");

    [Fact]
    public void What_stays_malformed_is_reported_where_it_is_malformed() => Reading.Faults("""
        title: Databases: the basics
        modules:
          - title: M
            lessons: [{title: L}
        """).ShouldHaveSingleItem().ShouldStartWith("5:1: this is not YAML (while parsing a flow sequence, ");

    [Fact]
    public void Other_fields_are_not_repaired() => Reading.Faults("title: C\nlevel: a: b\n").ShouldBe([
        "2:9: this is not YAML (while scanning a plain scalar value, found invalid mapping), "
        + "expected quotes around a text that contains \": \", and fields of one level at one indentation",
    ]);
}
