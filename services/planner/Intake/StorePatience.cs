using CourseGen.Planner.Courses;
using CourseGen.Storage;

namespace CourseGen.Planner.Intake;

/// <summary>A store that cannot be used is tried again for a while, because it is down more often than it is broken.</summary>
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
            catch (StoreUnusableException) when (time.GetUtcNow() + options.StoreRetryDelay <= until)
            {
                await Task.Delay(options.StoreRetryDelay, time, token);
            }
        }
    }
}
