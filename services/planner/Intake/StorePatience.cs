using CourseGen.Planner.Courses;
using CourseGen.Storage;

namespace CourseGen.Planner.Intake;

/// <summary>A store that is down is tried again for a while; one that is wrongly set up is not.</summary>
sealed class StorePatience(PlannerOptions options, TimeProvider time)
{
    /// <exception cref="StoreUnusableException">It could not be used for all of that time.</exception>
    public async Task<T> Try<T>(Func<Task<T>> read, CancellationToken token)
    {
        var until = time.GetUtcNow() + options.StorePatience;
        while (true)
        {
            try
            {
                return await read();
            }
            catch (StoreUnusableException store) when (store.Passing && time.GetUtcNow() + options.StoreRetryDelay <= until)
            {
                await Task.Delay(options.StoreRetryDelay, time, token);
            }
        }
    }
}
