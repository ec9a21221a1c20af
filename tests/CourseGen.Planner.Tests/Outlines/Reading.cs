using System.Text;
using CourseGen.Contracts.Documents;
using CourseGen.Planner.Outlines;

namespace CourseGen.Planner.Tests.Outlines;

/// <summary>Reads outlines written in tests.</summary>
static class Reading
{
    public static OutlineReading Of(string yaml) => OutlineReader.Read(Encoding.UTF8.GetBytes(yaml));

    /// <summary>The outline; the test fails on any fault or warning.</summary>
    public static Outline Clean(string yaml)
    {
        Warnings(yaml).ShouldBeEmpty();
        return Accepted(yaml);
    }

    /// <summary>The outline; the test fails on any fault.</summary>
    public static Outline Accepted(string yaml)
    {
        Faults(yaml).ShouldBeEmpty();
        return Of(yaml).Outline.ShouldNotBeNull();
    }

    /// <summary>As <c>line:column: message</c>.</summary>
    public static IReadOnlyList<string> Faults(string yaml) => Lines(Of(yaml).Faults);

    public static IReadOnlyList<string> Warnings(string yaml) => Lines(Of(yaml).Warnings);

    /// <summary>The fields stand in line 4 from column 3.</summary>
    public static string Course(string fields) =>
        "course:\n  title: Course\n  modules: [{title: Module, lessons: [{title: Lesson}]}]\n" + Indented(fields, 2);

    /// <summary>The fields stand in line 6 from column 7.</summary>
    public static string Module(string fields) =>
        "course:\n  title: Course\n  modules:\n    - title: Module\n      lessons: [{title: Lesson}]\n" + Indented(fields, 6);

    /// <summary>The fields stand in line 7 from column 11.</summary>
    public static string Lesson(string fields) =>
        "course:\n  title: Course\n  modules:\n    - title: Module\n      lessons:\n        - title: Lesson\n" + Indented(fields, 10);

    public static string Quoted(string title) => $"course:\n  title: \"{title}\"\n  modules: [{{title: Module, lessons: [{{title: Lesson}}]}}]\n";

    static string Indented(string text, int spaces) =>
        string.Concat(text.Split('\n').Select(line => $"{new string(' ', spaces)}{line}\n"));

    static List<string> Lines(IReadOnlyList<OutlineFault> faults) =>
        [.. faults.Select(fault => $"{fault.Line}:{fault.Column}: {fault.Message}")];
}
