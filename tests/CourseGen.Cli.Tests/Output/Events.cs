using CourseGen.Contracts;

namespace CourseGen.Cli.Tests.Output;

static class Events
{
    public static readonly CourseLocation Location = new("local", "folder");

    public static CourseTotals Totals(int calls = 0, double seconds = 1) => new(calls, 2, 30, 4, 0.5m, seconds);

    public static CourseProgressed Progressed(
        int module, WorkKind kind, int done, int total, int gaps = 0, WorkStatus status = WorkStatus.Done, string item = "01-01", double seconds = 1) =>
        new(Guid.Empty, 1, kind, module, item, status, total, done, gaps, Totals(calls: (int)seconds, seconds: seconds));
}
