using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Planner.Courses;

namespace CourseGen.Planner.Estimates;

/// <summary>Keeps, of an item that came back, what its next call will read, and learns of it for the others.</summary>
sealed class CountedInputs(InputSizes sizes, LearnedCalls learned, ModelProfiles profiles)
{
    /// <summary>As much as any model reads, where the profile does not say.</summary>
    const long MostInput = 1_000_000;

    /// <param name="item">Of a stage whose model has a quota.</param>
    /// <returns>
    /// True when all that happened is that its worker counted, the first time: that is no failing. A number that cannot be is not taken.
    /// </returns>
    public async Task<bool> Take(Course course, WorkItem item, WorkReturned returned, CancellationToken token)
    {
        var (model, isFirst) = (course.Models[item.Kind], item.CountedInput is null);
        var most = profiles.Of(model).Context is var context and > 0 ? context : MostInput;
        if (returned.Receipt.Calls is [.., var last])
        {
            item.CountedInput = After(last, most);
            return false;
        }
        var (counted, size) = (returned.CountedInput ?? 0, await sizes.Of(course, item, token));
        if (!IsPossible(counted, size))
            return false;
        if (isFirst)
            learned.LearnInput(model, item.Kind, counted, size);
        item.CountedInput = Math.Min(counted, most);
        return isFirst;
    }

    /// <summary>An item that was called is asked on: with its last prompt, the answer to that, and a few words.</summary>
    static long? After(CallUsage call, long most)
    {
        var read = Within(call.InputTokens) + Within(call.CacheReadTokens) + Within(call.CacheWriteTokens);
        return read > 0 ? Math.Min(most, read + Within(call.OutputTokens)) : null;

        long Within(long tokens) => Math.Clamp(tokens, 0, most);
    }

    /// <summary>One that is far too large for its size is believed, up to what the model reads, but nothing is learned of it.</summary>
    static bool IsPossible(long counted, long size) => size > 0 && (counted > size || CallStatistics.IsPlausible(counted, size));
}
