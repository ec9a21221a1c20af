using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace CourseGen.BedrockSim.Answers;

/// <summary>What a model is asked, whatever the wire it came on.</summary>
/// <param name="Model">As on the wire.</param>
/// <param name="Prefixes">Where a cache point was set, shortest first.</param>
sealed record Prompt(string Model, IReadOnlyList<ChatMessage> Messages, int? MaxTokens, IReadOnlyList<CachePrefix> Prefixes)
{
    const int CharactersPerToken = 4;

    public long Characters { get; } = Messages.Sum(message => (long)message.Text.Length);

    public static long TokensOf(long characters) => Math.Max(1, characters / CharactersPerToken);
}

/// <param name="Key">Equal for equal text.</param>
sealed record CachePrefix(string Key, long Characters);

/// <summary>A prompt in the order in which models read it: system first.</summary>
sealed class PromptReader
{
    readonly List<(ChatRole Role, StringBuilder Text)> _messages = [];
    readonly List<CachePrefix> _prefixes = [];
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    long _characters;

    public void Add(ChatRole role) => _messages.Add((role, new StringBuilder()));

    public void Add(string text)
    {
        _messages[^1].Text.Append(text);
        _characters += text.Length;
        _hash.AppendData(Encoding.UTF8.GetBytes(text));
    }

    public void CachePoint() => _prefixes.Add(new CachePrefix(Convert.ToHexString(_hash.GetCurrentHash()), _characters));

    public Prompt Read(string model, int? maxTokens) =>
        new(model, [.. _messages.Select(message => new ChatMessage(message.Role, message.Text.ToString()))], maxTokens, _prefixes);
}
