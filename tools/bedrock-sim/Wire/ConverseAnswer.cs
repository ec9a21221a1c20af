using CourseGen.BedrockSim.Answers;

namespace CourseGen.BedrockSim.Wire;

/// <summary>What Converse and ConverseStream answer.</summary>
static class ConverseAnswer
{
    const string Assistant = "assistant";

    public static object Whole(ModelCall call) => new
    {
        Output = new { Message = new { Role = Assistant, Content = new[] { new { call.Answer.Text } } } },
        StopReason = StopReason(call.Answer),
        Usage = Usage(call),
        Metrics = new { LatencyMs = call.Latency },
    };

    public static (string Type, object Event) Start() => ("messageStart", new { Role = Assistant });

    /// <summary>Without a start of its own: only tools have one.</summary>
    public static (string Type, object Event) BlockStart() => ("contentBlockStart", new { ContentBlockIndex = 0 });

    public static (string Type, object Event) Delta(string text) => ("contentBlockDelta", new { ContentBlockIndex = 0, Delta = new { Text = text } });

    public static IEnumerable<(string Type, object Event)> End(ModelCall call) =>
    [
        ("contentBlockStop", new { ContentBlockIndex = 0 }),
        ("messageStop", new { StopReason = StopReason(call.Answer) }),
        ("metadata", new { Usage = Usage(call), Metrics = new { LatencyMs = call.Latency } }),
    ];

    static string StopReason(Answer answer) => answer.Stop == Answer.Refusal ? "content_filtered" : answer.Stop;

    static object Usage(ModelCall call) => new
    {
        InputTokens = call.Size.Input,
        OutputTokens = call.Size.Output,
        TotalTokens = call.Size.Input + call.Size.CacheRead + call.Size.CacheWrite + call.Size.Output,
        CacheReadInputTokens = call.Size.CacheRead,
        CacheWriteInputTokens = call.Size.CacheWrite,
    };
}
