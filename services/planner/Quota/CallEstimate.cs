namespace CourseGen.Planner.Quota;

/// <summary>One model call for one item, as expected before it is made. Tokens are the model's own.</summary>
/// <param name="Input">Neither read from a prompt cache nor written to one.</param>
/// <param name="Output">Expected.</param>
/// <param name="MaxTokens">The call's limit of output.</param>
/// <param name="Duration">Expected, from the request to the last token.</param>
/// <param name="Pictures">That the call makes; 0 for text.</param>
public sealed record CallEstimate(long Input, long CacheRead, long CacheWrite, long Output, int MaxTokens, TimeSpan Duration, int Pictures)
{
    /// <summary>Output that hardly one call in a hundred exceeds.</summary>
    public long OutputHigh { get; init; } = Output;

    /// <summary>The longest call that becomes possible with the end of this one: shorter calls of its course leave it room. Null: none.</summary>
    public CallEstimate? Next { get; init; }
}
