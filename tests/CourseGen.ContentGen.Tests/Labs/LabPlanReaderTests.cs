using CourseGen.ContentGen.Labs;
using CourseGen.Contracts.Documents;

namespace CourseGen.ContentGen.Tests.Labs;

public sealed class LabPlanReaderTests
{
    static readonly OutlineLab First = new("01-02-01", "Mark high water", 20, null, ["Read one line"], "With a pencil.");
    static readonly OutlineLab Second = new("01-00-01", "Plan an arrival", 90, "Apply", [], null);

    const string Answer = """
        {"overall_objectives": ["Read tables"], "hardware_requirements": ["A desk", " "],
         "software_requirements": [{"name": "Python", "version": "3.8"}, {"version": "1"}],
         "lab_plans": [
           {"lab_id": "01-00-01", "lab_title": "Something else", "objectives": ["Plan"], "scope": "A passage.", "estimated_duration": 5, "bloom_level": "Create",
            "prerequisites": ["Lesson 1"], "key_technologies": ["Paper"], "expected_outcomes": ["A window"], "complexity": "Easy"},
           {"lab_id": "01-02-01", "objectives": ["Mark"], "scope": "One day.", "bloom_level": "Remember", "expected_outcomes": ["A mark"], "complexity": "fácil"}],
         "special_considerations": null}
        """;

    [Fact]
    public void The_outline_s_titles_ids_minutes_and_order_stand()
    {
        var plan = Read(Answer).Value!;
        plan.LabPlans.Select(lab => (lab.LabId, lab.LabTitle, lab.EstimatedDuration, lab.BloomLevel, lab.Complexity, lab.ModuleNumber)).ShouldBe(
        [
            ("01-02-01", "Mark high water", 20, "Remember", "easy", 1),
            ("01-00-01", "Plan an arrival", 90, "Apply", "easy", 1),
        ]);
        plan.HardwareRequirements.ShouldBe(["A desk"]);
        plan.SoftwareRequirements.ShouldBe([new SoftwareRequirement("Python", "3.8", "", null)]);
        plan.TotalLabs.ShouldBe(2);
        Read(Answer).Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"01-02-01\"", "\"01-02-07\"", "lab 01-02-01 is missing")]
    [InlineData("\"objectives\": [\"Mark\"]", "\"objectives\": []", "lab 01-02-01: objectives is empty")]
    [InlineData("\"scope\": \"One day.\"", "\"scope\": \"\"", "lab 01-02-01: scope is empty")]
    [InlineData("\"expected_outcomes\": [\"A mark\"]", "\"more\": 1", "lab 01-02-01: expected_outcomes is empty")]
    [InlineData("[\"Read tables\"]", "[]", "overall_objectives is empty")]
    public void What_is_missing_is_a_fault(string right, string wrong, string fault) => Read(Answer.Replace(right, wrong)).Faults.ShouldBe([fault]);

    [Fact]
    public void A_lab_that_was_left_out_comes_from_the_outline() =>
        Read(Answer.Replace("01-02-01", "01-02-07")).Value!.LabPlans[0].ShouldSatisfyAllConditions(
            lab => lab.Objectives.ShouldBe(["Read one line"]), lab => lab.Scope.ShouldBe("With a pencil."), lab => lab.Complexity.ShouldBe("easy"));

    [Fact]
    public void An_answer_that_is_no_plan_leaves_the_outline_s()
    {
        var reading = Read("Sorry.");
        reading.Faults.ShouldBe(["the answer holds no JSON object"]);
        reading.Value!.LabPlans.Select(lab => (lab.LabTitle, lab.Complexity)).ShouldBe([("Mark high water", "easy"), ("Plan an arrival", "hard")]);
    }

    [Fact]
    public void Parts_are_merged_by_exact_name_and_the_first_mention_stands()
    {
        LabMasterPlan Part(string version) => new(["Read tables"], ["A desk"], [new("Python", version, "", null), new("python", "2", "", null)], [], ["Mind the tide"]);
        var merged = LabMasterPlans.Merge([Part("3.8"), Part("3.12")]);
        merged.SoftwareRequirements.Select(software => (software.Name, software.Version)).ShouldBe([("Python", "3.8"), ("python", "2")]);
        (merged.OverallObjectives.Count, merged.HardwareRequirements.Count, merged.SpecialConsiderations.Count).ShouldBe((1, 1, 1));
    }

    static ContentGen.Answers.Reading<LabMasterPlan> Read(string answer) => LabPlanReader.Read(answer, [(1, First), (1, Second)]);
}
