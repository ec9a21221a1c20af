using CourseGen.Contracts;
using CourseGen.Planner.Quota;

namespace CourseGen.Planner.Tests.Quota.Simulation;

/// <summary>What a call turns out to take.</summary>
/// <param name="FirstToken">Seconds.</param>
/// <param name="Pace">Tokens a second.</param>
sealed record DrawnCall(WorkKind Kind, int Lesson, double Input, double Output, double MaxTokens, double FirstToken, double Pace)
{
    public double Seconds => FirstToken + (Output / Pace);
}

/// <summary>A course whose lessons are written, then illustrated and made into slides; outputs vary by 15 %, paces evenly by 15 %.</summary>
sealed class DrawnCourse
{
    public const double ImageSeconds = 4;
    public const double BookAndMergeSeconds = 3;
    const double TypicalPace = 63;
    const double TypicalFirstToken = 1.8;
    static readonly Dictionary<WorkKind, (int Input, int Output, int MaxTokens)> Typical = new()
    {
        [WorkKind.Lesson] = (3000, 8000, 12000),
        [WorkKind.Visuals] = (9000, 1500, 2500),
        [WorkKind.Slides] = (9000, 8000, 12000),
    };

    readonly Dictionary<(WorkKind Kind, int Lesson), DrawnCall> _calls = [];

    public DrawnCourse(int lessons, int seed)
    {
        Lessons = lessons;
        var random = new Random(seed);
        for (var lesson = 0; lesson < lessons; lesson++)
            foreach (var (kind, (input, output, most)) in Typical)
            {
                var written = Math.Clamp(output * (1 + (0.15 * Gauss(random))), 200, most);
                _calls[(kind, lesson)] = new DrawnCall(
                    kind, lesson, input, written, most, TypicalFirstToken * (0.7 + (0.9 * random.NextDouble())), TypicalPace * (0.85 + (0.3 * random.NextDouble())));
            }
    }

    public Guid Id { get; } = Guid.NewGuid();

    public int Lessons { get; }

    public DrawnCall this[WorkKind kind, int lesson] => _calls[(kind, lesson)];

    /// <summary>What nobody knows better before the call than that it is typical.</summary>
    public static CallEstimate Estimate(WorkKind kind)
    {
        var (input, output, most) = Typical[kind];
        return new CallEstimate(input, 0, 0, output, most, TimeSpan.FromSeconds(TypicalFirstToken + (output / TypicalPace)), 0)
        {
            OutputHigh = (long)(output * 1.35),
            Next = kind == WorkKind.Lesson ? Estimate(WorkKind.Slides) : null,
        };
    }

    public double Charge(double burndown) => _calls.Values.Sum(call => call.Input + (burndown * call.Output));

    /// <returns>The least seconds that any policy needs: by the longest chain of calls, or by the quota, which begins with a full bucket.</returns>
    public double Bound(double tokensPerMinute, double burndown)
    {
        var chain = Enumerable.Range(0, Lessons).Max(lesson => this[WorkKind.Lesson, lesson].Seconds
            + Math.Max(this[WorkKind.Visuals, lesson].Seconds + ImageSeconds, this[WorkKind.Slides, lesson].Seconds));
        return Math.Max(chain + BookAndMergeSeconds, ((Charge(burndown) - tokensPerMinute) / (tokensPerMinute / 60)) + 1);
    }

    static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
