namespace CourseGen.Planner.Tests.Outlines;

public sealed class FaultTests
{
    [Theory]
    [InlineData("author: [A]", "4:11: \"author\" is a list, expected text")]
    [InlineData("description: {a: b}", "4:16: \"description\" is a mapping, expected text")]
    [InlineData("audience: {a: b}", "4:13: \"audience\" is a mapping, expected a list of texts")]
    [InlineData("audience: [A, [B]]", "4:17: \"audience\" is a list, expected text in each item")]
    [InlineData("audience: [A, \"\"]", "4:17: \"audience\" is empty, expected text in each item")]
    [InlineData("audience:\n  - A\n  -", "6:6: \"audience\" is empty, expected text in each item")]
    [InlineData("level: expert", "4:10: \"level\" is \"expert\", expected beginner, intermediate or advanced")]
    [InlineData("language: en_US", "4:13: \"language\" is \"en_US\", expected a BCP 47 language tag, for example en, es or pt-BR")]
    [InlineData("language: [en]", "4:13: \"language\" is a list, expected a BCP 47 language tag, for example en, es or pt-BR")]
    [InlineData("total_duration_minutes: 0", "4:27: \"total_duration_minutes\" is \"0\", expected a whole number of minutes from 1 to 100000")]
    [InlineData("total_duration_minutes: -5", "4:27: \"total_duration_minutes\" is \"-5\", expected a whole number of minutes from 1 to 100000")]
    [InlineData("total_duration_minutes: 100001", "4:27: \"total_duration_minutes\" is \"100001\", expected a whole number of minutes from 1 to 100000")]
    [InlineData("total_duration_minutes: 1e3", "4:27: \"total_duration_minutes\" is \"1e3\", expected a whole number of minutes from 1 to 100000")]
    [InlineData("total_duration_minutes: 99999999999", "4:27: \"total_duration_minutes\" is \"99999999999\", expected a whole number of minutes from 1 to 100000")]
    [InlineData("total_duration_minutes: [5]", "4:27: \"total_duration_minutes\" is a list, expected a whole number of minutes from 1 to 100000")]
    [InlineData("duration_hours: two", "4:19: \"duration_hours\" is \"two\", expected hours as a number, for example 1.5, from 1 minute to 100000")]
    [InlineData("duration_hours: -1", "4:19: \"duration_hours\" is \"-1\", expected hours as a number, for example 1.5, from 1 minute to 100000")]
    [InlineData("duration_hours: 1e30", "4:19: \"duration_hours\" is \"1e30\", expected hours as a number, for example 1.5, from 1 minute to 100000")]
    [InlineData("author: \"A\\a\"", "4:11: \"author\" contains the control character U+0007, expected readable text on one line")]
    [InlineData("author: \"A\\nB\"", "4:11: \"author\" contains the control character U+000A, expected readable text on one line")]
    [InlineData("legal: \"A\\eB\"", "4:10: \"legal\" contains the control character U+001B, expected readable text")]
    [InlineData("audience: [\"A\\uFFFE\"]", "4:14: \"audience\" contains the control character U+FFFE, expected readable text")]
    public void A_courses_fields_are_checked(string field, string fault) => Reading.Faults(Reading.Course(field)).ShouldBe([fault]);

    [Theory]
    [InlineData("duration_minutes: soon", "6:25: \"duration_minutes\" is \"soon\", expected a whole number of minutes from 1 to 100000")]
    [InlineData("summary: [A]", "6:16: \"summary\" is a list, expected text")]
    [InlineData("bloom_level: {a: b}", "6:20: \"bloom_level\" is a mapping, expected text")]
    [InlineData("references: {a: b, c: d}", "6:19: \"references\" is a mapping, expected a list of texts")]
    [InlineData("labs: {a: b}", "6:13: \"labs\" is a mapping, expected a list of labs")]
    [InlineData("labs: [[A]]", "6:14: the lab is a list, expected a mapping with \"title\"")]
    [InlineData("labs: [{duration_minutes: 5}]", "6:14: the lab has no title, expected \"title\" with 1 to 200 characters")]
    [InlineData("labs: [{title: L, duration_minutes: 0}]", "6:43: \"duration_minutes\" is \"0\", expected a whole number of minutes from 1 to 100000")]
    [InlineData("labs: [duration_minutes: 5]", "6:14: the lab has no title, expected \"title\" with 1 to 200 characters")]
    [InlineData("labs: [\"\"]", "6:14: \"title\" is empty, expected text of 1 to 200 characters")]
    [InlineData("labs: [{title: L, objectives: {a: b}}]", "6:37: \"objectives\" is a mapping, expected a list of texts")]
    public void A_modules_fields_are_checked(string field, string fault) => Reading.Faults(Reading.Module(field)).ShouldBe([fault]);

    [Theory]
    [InlineData("duration_minutes: 1.5", "7:29: \"duration_minutes\" is \"1.5\", expected a whole number of minutes from 1 to 100000")]
    [InlineData("topics: {a: b, c: d}", "7:19: \"topics\" is a mapping, expected a list of topics")]
    [InlineData("topics: [A, [B]]", "7:23: the topic is a list, expected a mapping with \"title\"")]
    [InlineData("topics: [~]", "7:20: \"title\" is empty, expected text of 1 to 200 characters")]
    [InlineData("topics: [{title: T, duration_minutes: -1}]", "7:49: \"duration_minutes\" is \"-1\", expected a whole number of minutes from 1 to 100000")]
    [InlineData("topics: [{bloom_level: Apply}]", "7:20: the topic has no title, expected \"title\" with 1 to 200 characters")]
    public void A_lessons_fields_are_checked(string field, string fault) => Reading.Faults(Reading.Lesson(field)).ShouldBe([fault]);

    [Theory]
    [InlineData("title: C\n", "1:1: the course has no modules, expected 1 to 30 modules")]
    [InlineData("title: C\nmodules:\n", "2:1: the course has no modules, expected 1 to 30 modules")]
    [InlineData("title: C\nmodules: []\n", "2:1: the course has no modules, expected 1 to 30 modules")]
    [InlineData("title: C\nmodules: {a: b}\n", "2:10: \"modules\" is a mapping, expected a list of 1 to 30 modules")]
    [InlineData("title: C\nmodules: [M]\n", "2:11: the module is \"M\", expected a mapping with \"title\"")]
    [InlineData("title: C\nmodules:\n- title: M\n", "3:3: the module has no lessons, expected at least one lesson")]
    [InlineData("title: C\nmodules:\n- title: M\n  lessons: []\n", "4:3: the module has no lessons, expected at least one lesson")]
    [InlineData("title: C\nmodules:\n- title: M\n  labs: [L]\n", "3:3: the module has no lessons, expected at least one lesson")]
    [InlineData("title: C\nmodules:\n- title: M\n  lessons: [L]\n", "4:13: the lesson is \"L\", expected a mapping with \"title\"")]
    [InlineData("title: C\nmodules:\n- title: M\n  lessons:\n  - duration_minutes: 5\n", "5:5: the lesson has no title, expected \"title\" with 1 to 200 characters")]
    [InlineData("title: C\nmodules:\n- lessons: [{title: L}]\n", "3:3: the module has no title, expected \"title\" with 1 to 200 characters")]
    [InlineData("course:\n  modules: [{title: M, lessons: [{title: L}]}]\n", "1:1: the course has no title, expected \"title\" with 1 to 200 characters")]
    [InlineData("title:\nmodules: [{title: M, lessons: [{title: L}]}]\n", "1:1: \"title\" is empty, expected text of 1 to 200 characters")]
    [InlineData("title: '  '\nmodules: [{title: M, lessons: [{title: L}]}]\n", "1:8: \"title\" is empty, expected text of 1 to 200 characters")]
    [InlineData("- a\n", "1:1: the outline is a list, expected a mapping: \"course:\" with a title and modules")]
    [InlineData("hello\n", "1:1: the outline is \"hello\", expected a mapping: \"course:\" with a title and modules")]
    [InlineData("title: C\ntitle: D\nmodules: [{title: M, lessons: [{title: L}]}]\n", "2:1: \"title\" is given twice, expected once (line 1 gives it first)")]
    [InlineData("title: C\n? [a]\n: b\nmodules: [{title: M, lessons: [{title: L}]}]\n", "2:3: a list stands where a field's name is expected, expected text such as \"title\"")]
    public void What_is_required_is_asked_for(string yaml, string fault) => Reading.Faults(yaml).ShouldBe([fault]);

    [Fact]
    public void A_course_that_is_no_mapping_is_a_fault() =>
        Reading.Faults("course: Databases\n").ShouldContain("1:1: \"course\" is \"Databases\", expected a mapping with \"title\" and \"modules\"");

    [Theory]
    [InlineData("Review", "Review")]
    [InlineData("Review", "review ")]
    public void A_lesson_title_twice_in_a_module_is_a_fault(string first, string second) =>
        Reading.Faults($"title: C\nmodules:\n- title: M\n  lessons:\n  - title: \"{first}\"\n  - title: \"{second}\"\n")
            .ShouldHaveSingleItem().ShouldEndWith("is in this module twice, expected another title than in line 5");

    [Fact]
    public void Every_fault_is_reported_at_once_in_the_order_of_the_file() => Reading.Faults("""
        course:
          titel: "Course"
          language: english_uk
          modules:
            - title: "Module"
              duration_minutes: long
              lessons:
                - title: &name "Lesson"
                  topics: [*name]
                - title: "../etc"
            - title: "Empty"
        """).ShouldBe([
        "1:1: the course has no title, expected \"title\" with 1 to 200 characters",
        "2:3: unknown field \"titel\" in the course, did you mean \"title\"?",
        "3:13: \"language\" is \"english_uk\", expected a BCP 47 language tag, for example en, es or pt-BR",
        "6:25: \"duration_minutes\" is \"long\", expected a whole number of minutes from 1 to 100000",
        "8:18: an anchor (&name) is not allowed, expected the text to be written out where it is needed",
        "9:20: an alias (*name) is not allowed, expected the text itself",
        "10:18: \"../etc\" reads as a path, expected a title without \"../\" and \"..\\\"",
        "11:7: the module has no lessons, expected at least one lesson",
    ]);

    [Fact]
    public void A_fault_is_formatted_with_its_file() =>
        Reading.Of("title: C\n").Faults[0].Format("outline.yaml").ShouldBe("outline.yaml:1:1: the course has no modules, expected 1 to 30 modules");

    [Fact]
    public void Faults_quote_the_file_shortly_and_visibly() =>
        Reading.Faults(Reading.Course($"level: \"\\e[31m\\u202E{new string('x', 100)}\"")).ShouldHaveSingleItem()
            .ShouldBe($"4:10: \"level\" is \"U+001B[31mU+202E{new string('x', 34)}…\", expected beginner, intermediate or advanced");
}
