using System.Text;

namespace CourseGen.Planner.Tests.Courses;

/// <summary>Outlines of any size.</summary>
static class OutlineYaml
{
    /// <param name="lessons">Of each module.</param>
    /// <param name="labs">Every lesson has one, and every module one of its own.</param>
    public static string Of(IReadOnlyList<int> lessons, bool labs = false, string renamed = "", int topics = 1)
    {
        var yaml = new StringBuilder("course:\n  title: Tides\n  modules:\n");
        for (var module = 1; module <= lessons.Count; module++)
        {
            yaml.Append($"    - title: Module {module}\n      duration_minutes: 60\n");
            if (labs)
                yaml.Append($"      labs: [Module lab {module}]\n");
            yaml.Append("      lessons:\n");
            for (var lesson = 1; lesson <= lessons[module - 1]; lesson++)
            {
                var id = $"{module:00}-{lesson:00}";
                yaml.Append($"        - title: {(id == renamed ? "Renamed" : "Lesson")} {module}.{lesson}\n");
                yaml.Append($"          topics: [{string.Join(", ", Enumerable.Range(1, topics).Select(topic => $"Topic {topic}"))}]\n");
                if (labs)
                    yaml.Append($"          labs: [Lab {module}.{lesson}]\n");
            }
        }
        return yaml.ToString();
    }

    /// <summary>Lessons in modules of at most seven.</summary>
    public static string Lessons(int count, bool labs = false) =>
        Of([.. Enumerable.Range(0, (count + 6) / 7).Select(index => Math.Min(7, count - (7 * index)))], labs);
}
