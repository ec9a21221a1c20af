using CourseGen.Contracts;

namespace CourseGen.Cli.Servers;

/// <summary>Which event is the first word on a command. Progress may be of what ran already.</summary>
static class Answers
{
    public static bool AllButProgress(ICourseMessage message) => message is not CourseProgressed;

    public static bool ToCancel(ICourseMessage message) => IsEnd(message);

    public static bool ToPause(ICourseMessage message) => message is CoursePaused || IsEnd(message);

    /// <summary>A course that goes on says so by its next progress.</summary>
    public static bool ToResume(ICourseMessage message) => message is CourseStarted or CourseProgressed || ToPause(message);

    static bool IsEnd(ICourseMessage message) => message is CourseRejected or CourseCancelled or CourseCompleted or CourseCompletedWithGaps or CourseFailed;
}
