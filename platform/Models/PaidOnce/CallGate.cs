namespace CourseGen.Models;

/// <summary>The hard ceiling of model calls in flight in this process: every call of every item passes it, also those that outlive its container.</summary>
public sealed class CallGate(PaidOnceOptions options)
{
    readonly SemaphoreSlim _free = new(options.ConcurrentCalls > 0
        ? options.ConcurrentCalls
        : throw new ArgumentException($"ConcurrentCalls is {options.ConcurrentCalls}: expected at least 1.", nameof(options)));

    internal async Task<T> Pass<T>(Func<CancellationToken, Task<T>> call, CancellationToken token)
    {
        await _free.WaitAsync(token);
        try
        {
            return await call(token);
        }
        finally
        {
            _free.Release();
        }
    }
}
