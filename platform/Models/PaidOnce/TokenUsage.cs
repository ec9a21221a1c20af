using CourseGen.Contracts;
using Microsoft.Extensions.AI;

namespace CourseGen.Models;

/// <summary>Tokens of a chat call as providers report them.</summary>
public static class TokenUsage
{
    /// <summary>Where a provider puts its cache writes among <see cref="UsageDetails.AdditionalCounts"/>.</summary>
    public const string CacheWrite = "cache_write_input_tokens";

    const int CharactersPerToken = 4;

    /// <summary>A rough count where no provider counts: a token for every four characters.</summary>
    public static long Estimate(string text) => (text.Length + CharactersPerToken - 1) / CharactersPerToken;

    /// <summary>Input without what was read from or written to a cache; estimated if the provider says nothing.</summary>
    internal static CallUsage Of(ModelRef model, IEnumerable<ChatMessage> messages, ChatResponse response)
    {
        if (response.Usage is not { } usage)
            return new(model, messages.Sum(message => Estimate(message.Text)), Estimate(response.Text), 0, 0, 0);
        var read = usage.CachedInputTokenCount ?? 0;
        var written = usage.AdditionalCounts?.GetValueOrDefault(CacheWrite) ?? 0;
        return new(model, Math.Max(0, (usage.InputTokenCount ?? 0) - read - written), usage.OutputTokenCount ?? 0, read, written, Pictures: 0);
    }
}
