using System.Collections.Concurrent;
using CourseGen.Contracts;
using Microsoft.Extensions.AI;

namespace CourseGen.Models;

/// <summary>
/// Counts what a call is about to read, where its model's provider does. A count is a courtesy to the quota: one that fails or takes too
/// long is done without, and is not tried again. Whatever is wrong with credentials, access or endpoint, the call that follows says it
/// better; and where only counting is forbidden, that goes well.
/// </summary>
public sealed class InputCounts(ModelCatalog models, PaidOnceOptions options, TimeProvider time)
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
            if (counted is null)
                _notOffered[model] = true;
            return counted;
        }
        catch (Exception) when (!token.IsCancellationRequested)
        {
            return null;
        }
    }
}
