using System.Collections.Concurrent;
using CourseGen.Contracts;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace CourseGen.Models;

/// <summary>
/// Counts what a call is about to read, where its model's provider does. A count is a courtesy to the quota: one that fails or takes too
/// long is done without, and is not tried again. Whatever is wrong with credentials, access or endpoint, the call that follows says it
/// better; and where only counting is forbidden, that goes well.
/// </summary>
public sealed partial class InputCounts(ModelCatalog models, PaidOnceOptions options, TimeProvider time, ILogger<InputCounts> log)
{
    /// <summary>Models that are not counted, as their provider said to this process.</summary>
    readonly ConcurrentDictionary<ModelRef, bool> _notOffered = [];

    /// <returns>Tokens, cached ones included; null when nobody counts them.</returns>
    /// <exception cref="OperationCanceledException">The call is not wanted any more.</exception>
    internal async Task<long?> Of(ModelRef model, IReadOnlyList<ChatMessage> messages, CancellationToken token)
    {
        if (_notOffered.ContainsKey(model) || models.Text(model).GetService(typeof(ITokenCounter)) is not ITokenCounter counter)
            return null;
        using var timeout = new CancellationTokenSource(options.CountTimeout, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, token);
        try
        {
            var counted = await counter.CountTokens(messages, end.Token);
            if (counted is null && _notOffered.TryAdd(model, true))
                NotOffered(log, model);
            return counted;
        }
        catch (Exception failed)
        {
            token.ThrowIfCancellationRequested();
            // Of others than our own, the words may quote the prompt.
            Uncounted(log, model, failed is WorkException ? failed.Message : failed.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "The input of {Model} cannot be counted before a call; the quota's first estimates of it are rough.")]
    static partial void NotOffered(ILogger log, ModelRef model);

    [LoggerMessage(LogLevel.Warning, "The input of a call of {Model} was not counted, and is called all the same: {Reason}")]
    static partial void Uncounted(ILogger log, ModelRef model, string reason);
}
