using MassTransit;
using MassTransit.RetryPolicies;

namespace CourseGen.Sagas;

/// <summary>
/// Tries a delivery again as often as it takes when Postgres is away, when another step holds its saga for too long, when a migration has
/// made a prepared statement stale, or when its step is committed and what it published cannot be delivered. A retry with a number of attempts would end it in the error queue, from where nothing delivers the rest.
/// </summary>
sealed class HoldPolicy(HeldDeliveries held) : IRetryPolicy
{
    public RetryPolicyContext<T> CreatePolicyContext<T>(T context) where T : class, PipeContext => new HoldPolicyContext<T>(this, held, context);

    public bool IsHandled(Exception exception) =>
        exception is OutboxDeliveryException || DatabaseFailure.IsAway(exception) || DatabaseFailure.IsLockWait(exception) || DatabaseFailure.IsStalePlan(exception);

    public void Probe(ProbeContext context) => context.Set(new { Policy = "Hold" });
}

sealed class HoldPolicyContext<T>(HoldPolicy policy, HeldDeliveries held, T context) : BaseRetryPolicyContext<T>(policy, context)
    where T : class, PipeContext
{
    protected override RetryContext<T> CreateRetryContext(Exception exception, CancellationToken cancellationToken) =>
        new HoldContext<T>(policy, held, Context, exception, held.Now, 0, cancellationToken);
}

sealed class HoldContext<T>(
    HoldPolicy policy, HeldDeliveries held, T context, Exception exception, long since, int retryCount, CancellationToken token) :
    BaseRetryContext<T>(context, exception, retryCount, token), RetryContext<T>
    where T : class, PipeContext
{
    public override Task PreRetry() => held.Hold(Exception, RetryAttempt, since, Context.CancellationToken);

    public bool CanRetry(Exception exception, out RetryContext<T> retryContext)
    {
        retryContext = new HoldContext<T>(policy, held, Context, exception, since, RetryCount + 1, CancellationToken);
        return policy.IsHandled(exception);
    }
}
