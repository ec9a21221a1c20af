namespace CourseGen.Planner.Tests.Outlines;

public sealed class FieldSpellingTests
{
    [Theory]
    [InlineData("autor", "author")]
    [InlineData("Language", "language")]
    [InlineData("learning-outcomes", "learning_outcomes")]
    [InlineData("organisation", "organization")]
    [InlineData("totalDurationMinutes", "total_duration_minutes")]
    [InlineData("prerequisits", "prerequisites")]
    [InlineData("cours", "course")]
    public void A_field_within_two_edits_of_a_known_one_is_a_fault(string written, string meant) =>
        Reading.Faults(Reading.Course($"{written}: x")).ShouldBe([$"4:3: unknown field \"{written}\" in the course, did you mean \"{meant}\"?"]);

    [Theory]
    [InlineData("lesson: x", "6:7: unknown field \"lesson\" in the module, did you mean \"lessons\"?")]
    [InlineData("labs: [{title: L, objetives: [x]}]", "6:25: unknown field \"objetives\" in the lab, did you mean \"objectives\"?")]
    public void Fields_are_judged_at_their_level(string field, string fault) => Reading.Faults(Reading.Module(field)).ShouldBe([fault]);

    [Fact]
    public void A_mistyped_title_of_a_topic_is_no_text() => Reading.Faults(Reading.Lesson("topics: [{titel: x}]")).ShouldBe([
        "7:20: the topic has no title, expected \"title\" with 1 to 200 characters",
        "7:21: unknown field \"titel\" in the topic, did you mean \"title\"?",
    ]);

    [Fact]
    public void Any_other_unknown_field_is_a_warning()
    {
        var yaml = Reading.Lesson("colour: blue");

        Reading.Accepted(yaml).Title.ShouldBe("Course");
        Reading.Warnings(yaml).ShouldHaveSingleItem().ShouldStartWith("7:11: unknown field \"colour\" in the lesson is ignored, expected one of title, lesson_title, ");
    }

    [Fact]
    public void A_field_of_another_level_is_a_warning() =>
        Reading.Warnings(Reading.Course("topics: [x]")).ShouldHaveSingleItem().ShouldStartWith("4:3: unknown field \"topics\" in the course is ignored");

    [Fact]
    public void Of_two_names_for_one_field_the_canonical_one_is_used()
    {
        var yaml = Reading.Module("description: Other\nsummary: This");

        Reading.Accepted(yaml).Modules[0].Summary.ShouldBe("This");
        Reading.Warnings(yaml).ShouldBe(["6:7: \"description\" is ignored, because line 7 gives \"summary\", expected one of them"]);
    }

    [Fact]
    public void Hours_that_contradict_minutes_are_ignored()
    {
        var yaml = Reading.Course("total_duration_minutes: 90\nduration_hours: 2");

        Reading.Accepted(yaml).TotalDurationMinutes.ShouldBe(90);
        Reading.Warnings(yaml).ShouldBe(["5:3: \"duration_hours\" is ignored, because \"total_duration_minutes\" says 90, expected one of them"]);
    }

    [Fact]
    public void An_unknown_bloom_level_is_a_warning()
    {
        var yaml = Reading.Lesson("bloom_level: Apply / Ponder");

        Reading.Accepted(yaml).Modules[0].Lessons[0].BloomLevel.ShouldBe("Apply / Ponder");
        Reading.Warnings(yaml).ShouldHaveSingleItem().ShouldStartWith("7:24: \"Ponder\" is no level of Bloom's taxonomy and is not weighed, expected Remember, ");
    }
}
