using CourseGen.ContentGen.Answers;
using CourseGen.ContentGen.Labs;
using CourseGen.ContentGen.Tests.Testing;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Models.Simulated;

namespace CourseGen.ContentGen.Tests.Labs;

public sealed class SimulatedLabTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task Simulated_lab_plans_and_labs_of_any_outline_have_the_asked_form(string language)
    {
        foreach (var plan in Enumerable.Range(0, 20).Select(seed => SeededCourses.Of(seed, language)))
        {
            foreach (var labs in plan.Labs.Chunk(10))
            {
                var answer = (await new SimulatedChatClient().GetResponseAsync(Prompt.For("lab-plan", "1", LabBrief.OfPart(plan, labs, 1)))).Text;
                var reading = LabPlanReader.Read(answer, [.. labs.Select(lab => (lab.ModuleNumber, plan.OutlineLab(lab)))]);
                reading.Faults.ShouldBeEmpty(answer);
                foreach (var (lab, entry) in labs.Zip(reading.Value!.LabPlans))
                    await WritesALab(plan, lab, entry);
            }
        }
    }

    static async Task WritesALab(CoursePlan plan, PlannedLab lab, LabPlan entry)
    {
        var brief = LabBrief.OfLab(plan, lab, entry);
        var answer = (await new SimulatedChatClient().GetResponseAsync(Prompt.For("lab", "1", brief))).Text;
        LabCheck.Faults(answer, LabForm.Of(brief)).ShouldBeEmpty($"{lab.Title}\n{answer}");
        LabMending.Mend(answer, LabForm.Of(brief)).ShouldBe(answer);
        Prose.WordCount(answer).ShouldBeInRange(900, 1900, answer);
    }
}
