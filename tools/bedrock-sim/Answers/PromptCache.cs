using System.Collections.Concurrent;

namespace CourseGen.BedrockSim.Answers;

/// <summary>Prefixes that models have read lately.</summary>
/// <param name="minimum">Tokens of the shortest one that is kept; 0 keeps none.</param>
sealed class PromptCache(int minimum)
{
    /// <summary>Seconds of a model's time; each use begins them anew.</summary>
    const double Lifetime = 300;

    readonly ConcurrentDictionary<string, double> _readAt = [];

    /// <param name="total">Input tokens of the whole prompt; a prefix has its share by characters.</param>
    /// <returns>Tokens that come from the cache, and that go into it.</returns>
    public (long Read, long Write) Of(Prompt prompt, long total, double at)
    {
        var tokens = Cacheable(prompt, total).Select(prefix => (prefix.Key, Tokens: TokensOf(prefix, prompt, total))).ToList();
        var read = tokens.Where(prefix => _readAt.TryGetValue(KeyOf(prompt, prefix.Key), out var last) && at - last < Lifetime)
            .Select(prefix => prefix.Tokens).DefaultIfEmpty(0).Max();
        return (read, tokens.Select(prefix => prefix.Tokens).DefaultIfEmpty(0).Max() - read);
    }

    public void Keep(Prompt prompt, long total, double at)
    {
        foreach (var prefix in Cacheable(prompt, total))
            _readAt[KeyOf(prompt, prefix.Key)] = at;
    }

    IEnumerable<CachePrefix> Cacheable(Prompt prompt, long total) =>
        minimum == 0 ? [] : prompt.Prefixes.Where(prefix => TokensOf(prefix, prompt, total) >= minimum);

    static long TokensOf(CachePrefix prefix, Prompt prompt, long total) => prompt.Characters == 0 ? 0 : total * prefix.Characters / prompt.Characters;

    static string KeyOf(Prompt prompt, string key) => $"{prompt.Model}\n{key}";
}
