using CourseGen.Contracts.Documents;
using CourseGen.Planner.Courses;

namespace CourseGen.Planner.Intake;

/// <summary>The ids that a repair names.</summary>
static class RepairItems
{
    /// <summary>As many as one message carries beside the wishes for them.</summary>
    const int MaxItems = 500;

    public static void CheckShape(IReadOnlyList<string> ids, string field, CommandFields fields)
    {
        if (ids.Count > MaxItems)
            fields.Fault(field, $"{ids.Count} ids are named, expected at most {MaxItems}");
        foreach (var id in ids.Where(id => !WorkItemIds.IsRepairable(id)))
            fields.Fault(field, $"'{CommandFields.Excerpt(id)}' is no id; expected \"missing\", or ids such as 01-02 (a lesson), 01-02-01 (a lab), 01-02-0003 (a picture)");
    }

    /// <summary>What only the plan can tell: a lesson or lab that is not there, a picture of a lesson that is not.</summary>
    public static void CheckPlanned(IReadOnlyList<string> ids, string field, CoursePlan plan, CommandFields fields)
    {
        var lessons = plan.Lessons.Select(lesson => lesson.Id).ToHashSet();
        var labs = plan.Labs.Select(lab => lab.Id).ToHashSet();
        foreach (var id in ids.Where(id => IsLab(id) ? !labs.Contains(id) : !lessons.Contains(id[..5])))
            fields.Fault(field, $"the plan has no {id}");
    }

    static bool IsLab(string id) => id.Length == "01-02-01".Length;
}
