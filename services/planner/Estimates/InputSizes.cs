using System.Text;
using CourseGen.Contracts;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Planning;

namespace CourseGen.Planner.Estimates;

/// <summary>Tokens of a call's input as far as the sizes of what it reads say: the prompt, the item's part of the outline, the lessons quoted.</summary>
sealed class InputSizes(IWorkItems items)
{
    /// <summary>Of English prose; how far another language or tokenizer is from it is learned.</summary>
    const int BytesPerToken = 4;

    /// <summary>Of lessons quoted in a lab's prompt: 14,000 characters.</summary>
    const int MostQuoted = 14_000 / BytesPerToken;

    /// <returns>0 for a stage that is asked no text.</returns>
    public async Task<long> Of(Course course, WorkItem item, CancellationToken token) => item.Kind switch
    {
        WorkKind.Lesson => Prompt(course, item, course.Settings.LessonRequirements) + SliceOf(course),
        WorkKind.Visuals or WorkKind.Slides => Prompt(course, item, course.Settings.LessonRequirements) + await LessonsOf(course, item, token),
        WorkKind.LabPlan => Prompt(course, item, course.Settings.LabRequirements) + Tokens(course.Outline?.Length ?? 0),
        WorkKind.Lab => Prompt(course, item, course.Settings.LabRequirements) + SliceOf(course) + Math.Min(MostQuoted, await LessonsOf(course, item, token)),
        _ => 0,
    };

    /// <summary>Looks up in one question what the sizes of many items need, so that they need not ask one by one.</summary>
    public async Task LookUp(Course course, IEnumerable<WorkItem> wanted, CancellationToken token)
    {
        IReadOnlyList<string> lessons = [.. wanted.Where(item => item.Kind is WorkKind.Visuals or WorkKind.Slides).Select(item => item.Lesson).OfType<string>().Distinct()];
        if (lessons.Count > 1)
            await items.Where(course.CorrelationId, new WorkQuery { Kinds = [WorkKind.Lesson], Ids = lessons }, token);
    }

    static long Prompt(Course course, WorkItem item, string? requirements) =>
        PromptTokens.Of(item.Kind) + Tokens(Encoding.UTF8.GetByteCount(item.Requirements ?? requirements ?? ""));

    static long SliceOf(Course course) => Tokens(course.Outline?.Length ?? 0) / Math.Max(1, Math.Max(course.LessonCount, course.LabCount));

    /// <summary>The lesson that the item belongs to, or those of its module, as far as they are written.</summary>
    async Task<long> LessonsOf(Course course, WorkItem item, CancellationToken token)
    {
        if (item.Lesson is { } id)
            return Length(await items.Find(course.CorrelationId, WorkKind.Lesson, id, token));
        var written = new WorkQuery { Kinds = [WorkKind.Lesson], Statuses = [WorkStatus.Done], Module = item.Module };
        return (await items.Where(course.CorrelationId, written, token)).Sum(Length);
    }

    static long Length(WorkItem? lesson) => Tokens(lesson?.Artifacts.FirstOrDefault()?.Length ?? 0);

    static long Tokens(long bytes) => bytes / BytesPerToken;
}
