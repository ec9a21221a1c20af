using System.Globalization;
using CourseGen.Contracts;

namespace CourseGen.Images;

/// <summary>Counts a lesson's pictures.</summary>
static class LessonPictures
{
    const int AllDone = 200, SomeFailed = 207;

    /// <param name="pictures">Drawn or failed.</param>
    /// <param name="requested">How many the command asked for; those handed back are not among the pictures.</param>
    public static ImagesRendered Report(Guid courseId, string lesson, IReadOnlyList<RenderedPicture> pictures, int requested)
    {
        var failed = pictures.Where(picture => picture.Failure is not null)
            .Select(picture => new FailedImage(picture.Receipt.Item, picture.Failure!.Reason)).ToList();
        var statistics = new ImageStatistics(
            requested, pictures.Count, pictures.Count - failed.Count, failed.Count, pictures.Count(picture => picture.Receipt.Reused),
            Rate(pictures.Count - failed.Count, pictures.Count));
        return new ImagesRendered(courseId, lesson, pictures, failed.Count > 0 ? SomeFailed : AllDone, statistics, failed);
    }

    /// <returns>For example <c>98.8%</c>.</returns>
    static string Rate(int successful, int processed) =>
        $"{(100.0 * successful / processed).ToString("0.0", CultureInfo.InvariantCulture)}%";
}
