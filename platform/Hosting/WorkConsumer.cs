using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Storage;
using MassTransit;
using MassTransit.Transports;
using Microsoft.Extensions.Logging;

namespace CourseGen.Hosting;

/// <summary>
/// The rules that every worker keeps: a command past its <c>start_by</c> is acknowledged without work, unless it comes again: then what an
/// earlier delivery began is joined or told, and nothing more is paid for. The start is announced, the items of a batch go in parallel,
/// each announced by its own event, expected failures are events with their usage, and what is unfinished at the deadline goes back. When the delivery ends first (its connection is lost, the bus stops), nothing is said of what
/// it left undone: the message is not acknowledged, and joins its calls when it comes again. A consumer itself only loads, works,
/// stores, and says what event comes of it.
/// </summary>
public abstract partial class WorkConsumer<TCommand>(WorkRules rules) : IConsumer<TCommand>
    where TCommand : class, IWorkCommand
{
    DateTimeOffset _endsAt;
    CancellationToken _deadline;
    bool _late;
    IPublishEndpoint? _throttles;

    protected abstract WorkKind Kind { get; }

    public async Task Consume(ConsumeContext<TCommand> context)
    {
        var (command, order) = (context.Message, context.Message.Order);
        var (now, workTime) = (rules.Time.GetUtcNow(), order.Deadline - rules.GuardOf(order.Deadline));
        _late = now > order.StartBy;
        _endsAt = (_late ? order.StartBy : now) + workTime;
        if (_late && (!context.ReceiveContext.Redelivered || _endsAt <= now))
        {
            TooLate(rules.Log, Kind, Names(command), order.StartBy);
            return;
        }
        using var deadline = new CancellationTokenSource(_endsAt - now, rules.Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, context.CancellationToken);
        _deadline = deadline.Token;
        // Not the delivery's own: that one's messages delay and fail it, and end with it.
        _throttles = new PublishEndpoint(context.ReceiveContext.PublishEndpointProvider);
        try
        {
            if (!_late)
                await context.PublishUntilConfirmed(new WorkStarted(command.CourseId, order.ReservationId), rules);
            await WorkAll(context, stop.Token);
        }
        catch (Exception cut) when (context.CancellationToken.IsCancellationRequested)
        {
            // Of exceptions, the bus leaves only this one's message unacknowledged and publishes no fault of it.
            throw new OperationCanceledException($"The delivery of {Kind} {Names(command)} ended before its work.", cut, context.CancellationToken);
        }
    }

    /// <summary>One item: the event that says it is made.</summary>
    protected abstract Task<object> Work(TCommand command, UnitContext unit, CancellationToken token);

    protected virtual Task WorkAll(ConsumeContext<TCommand> context, CancellationToken token) =>
        Task.WhenAll(context.Message.Units.Select(async unit =>
        {
            var message = await Attempt(context.Message, unit, token);
            await Publish(context, message);
        }));

    protected Task Publish(ConsumeContext context, object message) => context.PublishUntilConfirmed(message, rules);

    /// <returns>The item's event, or <see cref="WorkFailed"/>, or <see cref="WorkReturned"/>.</returns>
    /// <exception cref="Exception">Any, when the delivery is over before the item's time.</exception>
    protected async Task<object> Attempt(TCommand command, WorkUnit item, CancellationToken token)
    {
        var unit = new UnitContext(command.CourseId, Kind, command.Order, item)
        {
            EndsAt = _endsAt,
            MayCall = !_late,
            Throttled = model => _ = Announce(new ModelThrottled(command.CourseId, model)),
        };
        try
        {
            return await Work(command, unit, token);
        }
        catch (Exception) when (token.IsCancellationRequested && !_deadline.IsCancellationRequested)
        {
            throw; // whatever it is, the delivery is over, and the next one tells what became of the item
        }
        catch (Exception unfinished) when (unfinished is GrantUsedUpException or UnfinishedException)
        {
            return new WorkReturned(command.CourseId, Kind, unit.Receipt("", reused: false), unfinished.Message);
        }
        catch (InputExceedsGrantException large)
        {
            return new WorkReturned(command.CourseId, Kind, unit.Receipt("", reused: false), large.Message, large.Counted);
        }
        catch (OperationCanceledException) when (_deadline.IsCancellationRequested)
        {
            return new WorkReturned(command.CourseId, Kind, unit.Receipt("", reused: false), $"{item.Id} was not done when its time was up.");
        }
        catch (Exception failure)
        {
            if (failure is not (WorkException or ArtifactMissingException or StoreUnusableException))
                Unexpected(rules.Log, failure, Kind, item.Id);
            return new WorkFailed(command.CourseId, Kind, unit.Receipt("", reused: false), Explain(failure, item));
        }
    }

    async Task Announce(ModelThrottled throttled)
    {
        try
        {
            using var timeout = new CancellationTokenSource(rules.Options.PublishTimeout, rules.Time);
            await _throttles!.Publish(throttled, timeout.Token).WaitAsync(timeout.Token);
        }
        catch (Exception lost)
        {
            Unannounced(rules.Log, lost, throttled.Model);
        }
    }

    static string Names(TCommand command) => string.Join(", ", command.Units.Select(unit => unit.Id));

    WorkFailure Explain(Exception failure, WorkUnit item) => failure switch
    {
        WorkException expected => expected.ToFailure(),
        ArtifactMissingException missing => new(FailureKind.UpstreamMissing, missing.Message, "Repair makes it again."),
        StoreUnusableException store => new(FailureKind.Configuration, store.Message, store.Remedy),
        _ => new(FailureKind.Transient, $"{Kind} {item.Id} failed unexpectedly ({failure.GetType().Name}).", "It is tried again; the service's log has the details."),
    };

    [LoggerMessage(LogLevel.Warning, "{Kind} {Items} came after {StartBy} and is left to the planner.")]
    static partial void TooLate(ILogger log, WorkKind kind, string items, DateTimeOffset startBy);

    [LoggerMessage(LogLevel.Warning, "That {Model} was throttled could not be announced; its calls go on.")]
    static partial void Unannounced(ILogger log, Exception lost, ModelRef model);

    [LoggerMessage(LogLevel.Error, "{Kind} {Item} failed unexpectedly.")]
    static partial void Unexpected(ILogger log, Exception failure, WorkKind kind, string item);
}
