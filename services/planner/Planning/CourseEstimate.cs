using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;

namespace CourseGen.Planner.Planning;

/// <param name="Seconds">Of waiting for the model, the longest chain at least.</param>
sealed record ModelEstimate(string Provider, string Model, decimal CostUsd, double Seconds);

/// <summary>What a course will take, before anything is made and when nothing is sent back. Rough: half as much or twice as much is no surprise.</summary>
/// <param name="Chosen">With the text model of the plan.</param>
/// <param name="Reference">With Claude Sonnet 4.5 instead, on a global inference profile.</param>
sealed record CourseEstimate(int Calls, long InputTokens, long OutputTokens, ModelEstimate Chosen, ModelEstimate Reference)
{
    /// <summary>Of English prose with Markdown; a rule of thumb, as are the sizes below, which are rounded from the samples' answers.</summary>
    const double TokensPerWord = 1.4;
    const int TokensPerVisual = 300;
    const int TokensPerSlide = 350;
    const int TokensPerPlannedLab = 300;
    const int WordsPerLab = 1_500;

    /// <summary>Tokens a second that one call of a large model writes.</summary>
    internal const int TokensPerSecond = 60;
    /// <summary>Calls at once, unless the quota allows fewer.</summary>
    internal const int CallsAtOnce = 16;
    /// <summary>Of a recorded or simulated answer with all that is done with it, on two cores.</summary>
    const double LocalSecondsPerCall = 0.1;

    public static CourseEstimate Of(CoursePlan plan)
    {
        var calls = plan.ExpectedCalls;
        var words = plan.Lessons.Sum(lesson => lesson.TargetWords);
        var (text, perLesson) = (Tokens(words), plan.Lessons.Count == 0 ? 0 : Tokens(words / plan.Lessons.Count));
        var input = ((long)PromptTokens.Of(WorkKind.Lesson) * calls.Lessons) + Reading(calls.Visuals, WorkKind.Visuals) + Reading(calls.Slides, WorkKind.Slides)
            + ((long)PromptTokens.Of(WorkKind.LabPlan) * calls.LabPlans) + ((PromptTokens.Of(WorkKind.Lab) + perLesson) * calls.Labs);
        var output = text + ((long)TokensPerVisual * calls.Images) + (calls.Slides == 0 ? 0 : (long)TokensPerSlide * plan.Lessons.Sum(lesson => lesson.TargetSlides))
            + ((TokensPerPlannedLab + Tokens(WordsPerLab)) * calls.Labs);
        var (profiles, reference) = (new ModelProfiles(), ModelProfile.DefaultOf("bedrock"));
        var chosen = plan.Models[plan.ContentType == ContentType.Labs ? WorkKind.Lab : WorkKind.Lesson];
        return new CourseEstimate(calls.Total, input, output, With(chosen), With(reference));

        long Reading(int count, WorkKind kind) => count == 0 ? 0 : text + ((long)PromptTokens.Of(kind) * count);

        ModelEstimate With(ModelRef model) => new(model.Provider, model.Model,
            Math.Round(profiles.CostOf(new CallUsage(model, input, output, 0, 0, 0)), 2),
            IsLocal(model) ? Math.Round(calls.Total * LocalSecondsPerCall) : Math.Round(Math.Max(output / (double)CallsAtOnce, Longest(plan)) / TokensPerSecond));
    }

    /// <summary>A lesson, then its lab or its slides, one after the other.</summary>
    static double Longest(CoursePlan plan)
    {
        var lesson = plan.Lessons.Count == 0 ? 0 : plan.Lessons.Max(one => Tokens(one.TargetWords) + (TokensPerSlide * one.TargetSlides));
        return Math.Max(lesson, plan.Labs.Count == 0 ? 0 : Tokens(WordsPerLab));
    }

    static bool IsLocal(ModelRef model) => model.Provider == ModelProfile.Recorded.Provider || model.Provider == ModelProfile.Simulated.Provider;

    static long Tokens(int words) => (long)(words * TokensPerWord);
}
