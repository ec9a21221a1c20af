using CourseGen.Contracts;

namespace CourseGen.Bench.Quota;

/// <summary>
/// What is ready of a course: a finished lesson makes its visuals and its slides ready, finished visuals its four pictures, which are drawn
/// at once. Book and deck wait for all of it and take no calls, so they are no part of what is measured.
/// </summary>
sealed class RivalCourse
{
    readonly RivalTokens _tokens;
    readonly Func<string, CancellationToken, Task> _draw;
    readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _left;

    /// <param name="draw">One picture.</param>
    public RivalCourse(BenchmarkCourse course, RivalTokens tokens, Func<string, CancellationToken, Task> draw)
    {
        (_tokens, _draw) = (tokens, draw);
        _left = course.Lessons.Sum(lesson => 3 + BenchmarkCourse.PicturesOf(lesson).Count);
        Beginning = [.. course.Lessons.Select(lesson => Call(WorkKind.Lesson, lesson))];
    }

    public IReadOnlyList<RivalCall> Beginning { get; }

    /// <summary>Ends with the course, or as its first failing picture.</summary>
    public Task Done => _done.Task;

    /// <returns>What is ready now that was not.</returns>
    public IReadOnlyList<RivalCall> Finish(RivalCall call, string answer, CancellationToken token)
    {
        if (call.Kind == WorkKind.Visuals)
            foreach (var picture in BenchmarkCourse.PicturesOf(call.Lesson))
                _ = Draw(picture, token);
        Count();
        return call.Kind == WorkKind.Lesson ? [Call(WorkKind.Visuals, call.Lesson), Call(WorkKind.Slides, call.Lesson) with { Text = answer }] : [];
    }

    public void Fail(Exception why) => _done.TrySetException(why);

    RivalCall Call(WorkKind kind, string lesson) => new(kind, lesson, _tokens.Of(kind));

    async Task Draw(string picture, CancellationToken token)
    {
        try
        {
            await _draw(picture, token);
            Count();
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            Fail(failure);
        }
    }

    void Count()
    {
        if (Interlocked.Decrement(ref _left) == 0)
            _done.TrySetResult();
    }
}
