namespace CourseGen.BedrockSim.Answers;

/// <summary>What a model is going to say, before any limit.</summary>
/// <param name="Kind">The brief's; empty without one.</param>
/// <param name="Item">The brief's; without one, what tells this prompt from others.</param>
/// <param name="Number">How often the item was sent back.</param>
/// <param name="Continues">It goes on from an answer that was cut off.</param>
/// <param name="Input">Tokens of the whole prompt, cached ones included.</param>
/// <param name="Write">
/// What is still to be said, of <paramref name="Output"/> tokens. Called when the first token is due: a call is not held up by it at its
/// admission, where milliseconds are seconds of compressed time.
/// </param>
/// <param name="FirstToken">Model seconds.</param>
/// <param name="Rate">Tokens per model second.</param>
sealed record Answer(string Kind, string Item, int Number, bool Continues, long Input, Func<Task<string>> Write, long Output, double FirstToken, double Rate)
{
    public const string EndTurn = "end_turn";
    public const string MaxTokens = "max_tokens";
    public const string Refusal = "refusal";

    const string Unwilling = "I can't help with this request.";

    public string Stop { get; init; } = EndTurn;

    /// <summary>What becomes of it under a limit.</summary>
    public Answer UpTo(int maxTokens) => Output <= maxTokens
        ? this
        : this with { Write = async () => Cut(await Write(), maxTokens / (double)Output), Output = maxTokens, Stop = MaxTokens };

    public Answer Longer(long output) => this with { Output = Math.Max(Output, output) };

    public Answer Refused() => this with { Write = () => Task.FromResult(Unwilling), Output = Prompt.TokensOf(Unwilling.Length), Stop = Refusal };

    /// <summary>JSON that ends in the middle; a text that lacks its beginning.</summary>
    public Answer Malformed() => this with { Write = async () => Malform(await Write()) };

    static string Malform(string text) => text.StartsWith('{') ? $"{text[..(text.Length / 2)]}}}" : text[(text.Length / 2)..];

    static string Cut(string text, double share)
    {
        var length = Math.Max(1, (int)(text.Length * share));
        return text[..(length < text.Length && char.IsLowSurrogate(text[length]) ? length + 1 : length)];
    }
}
