using System.Diagnostics;

namespace CourseGen.Bench.Quota;

/// <param name="Solo">One lesson alone.</param>
/// <param name="UnderLoad">One lesson that arrives while a large course uses the quota up.</param>
/// <param name="Jain">Of three equal courses begun together: 1 when all go equally fast, a third when one at a time does.</param>
sealed record FairnessFigures(TimeSpan Solo, TimeSpan UnderLoad, double Jain);

/// <summary>Whether a course leaves others their part of the quota.</summary>
static class Fairness
{
    const int EqualCourses = 3;
    static readonly BenchmarkCourse Large = BenchmarkCourse.Whole;

    /// <summary>In life: the large course has had all that a full bucket gave by then.</summary>
    static readonly TimeSpan Saturated = TimeSpan.FromMinutes(4);

    public static async Task<FairnessFigures> Measure(ServedCourses courses, Compression compression)
    {
        await courses.Make(BenchmarkCourse.OneLesson, "fair/warm-up");
        await courses.Reset();
        var solo = await courses.Make(BenchmarkCourse.OneLesson, "fair/solo");
        await courses.Reset();
        var jain = await EqualShares(courses);
        await courses.Reset();
        await courses.Begin(Large, "fair/large");
        await Task.Delay(compression.Here(Saturated));
        var underLoad = await courses.Make(BenchmarkCourse.OneLesson, "fair/small");
        return new FairnessFigures(compression.InLife(solo), compression.InLife(underLoad), jain);
    }

    static async Task<double> EqualShares(ServedCourses courses)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var course = 1; course <= EqualCourses; course++)
            await courses.Begin(BenchmarkCourse.Short, $"fair/equal-{course}");
        var speeds = new List<double>();
        for (var course = 1; course <= EqualCourses; course++)
        {
            await courses.Ended();
            speeds.Add(1 / Stopwatch.GetElapsedTime(begun).TotalSeconds);
        }
        return JainOf(speeds);
    }

    /// <summary>Jain's index of fairness: (Σx)² / (n Σx²).</summary>
    public static double JainOf(IReadOnlyList<double> shares) => Math.Pow(shares.Sum(), 2) / (shares.Count * shares.Sum(share => share * share));
}
