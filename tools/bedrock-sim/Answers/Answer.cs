namespace CourseGen.BedrockSim.Answers;

/// <summary>What a model is going to say, before any limit.</summary>
/// <param name="Kind">The brief's; empty without one.</param>
/// <param name="Item">The brief's; without one, what tells this prompt from others.</param>
/// <param name="Number">How often the item was sent back.</param>
/// <param name="Continues">It goes on from an answer that was cut off.</param>
/// <param name="Input">Tokens of the whole prompt, cached ones included.</param>
/// <param name="Text">What is still to be said, of <paramref name="Output"/> tokens.</param>
/// <param name="FirstToken">Model seconds.</param>
/// <param name="Rate">Tokens per model second.</param>
sealed record Answer(string Kind, string Item, int Number, bool Continues, long Input, string Text, long Output, double FirstToken, double Rate)
{
    public const string EndTurn = "end_turn";
    public const string MaxTokens = "max_tokens";
    public const string Refusal = "refusal";

    const string Unwilling = "I can't help with this request.";

    public string Stop { get; init; } = EndTurn;

    /// <summary>What becomes of it under a limit.</summary>
    public Answer UpTo(int maxTokens)
    {
        if (Output <= maxTokens)
            return this;
        var length = Math.Max(1, (int)(Text.Length * (double)maxTokens / Output));
        if (length < Text.Length && char.IsLowSurrogate(Text[length]))
            length++;
        return this with { Text = Text[..Math.Min(length, Text.Length)], Output = maxTokens, Stop = MaxTokens };
    }

    public Answer Longer(long output) => this with { Output = Math.Max(Output, output) };

    public Answer Refused() => this with { Text = Unwilling, Output = Prompt.TokensOf(Unwilling.Length), Stop = Refusal };

    /// <summary>JSON that ends in the middle; a text that lacks its beginning.</summary>
    public Answer Malformed() => this with { Text = Text.StartsWith('{') ? $"{Text[..(Text.Length / 2)]}}}" : Text[(Text.Length / 2)..] };
}
