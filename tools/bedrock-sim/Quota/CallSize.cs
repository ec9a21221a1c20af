namespace CourseGen.BedrockSim.Quota;

/// <summary>What one call takes, in tokens and in the model's seconds.</summary>
/// <param name="MaxTokens">What the call reserves for its output.</param>
/// <param name="Output">What it will have written at its end.</param>
/// <param name="FirstToken">Seconds until the first token.</param>
/// <param name="Rate">Tokens per second from then on.</param>
sealed record CallSize(long Input, long CacheRead, long CacheWrite, long MaxTokens, long Output, double FirstToken, double Rate)
{
    /// <summary>Taken at admission: everything at 1x, whatever the burndown.</summary>
    public long Reserved => Input + CacheRead + CacheWrite + MaxTokens;

    public double Duration => FirstToken + (Output / Rate);

    /// <summary>What it costs in the end.</summary>
    public double Charge(double burndown, double output) => Input + CacheWrite + (burndown * output);
}

/// <summary>A call that was let in.</summary>
/// <param name="start">In the model's seconds since the simulation's start.</param>
sealed class AdmittedCall(CallSize size, double start)
{
    public CallSize Size => size;
    public double Start => start;
    public double FirstToken => start + size.FirstToken;
    public double End => start + size.Duration;

    /// <summary>Output tokens written so far.</summary>
    public double Generated { get; set; }

    public bool IsWriting(double at) => at >= FirstToken && at < End;

    /// <summary>When the call next changes what it takes.</summary>
    public double NextChange(double after) => after < FirstToken ? FirstToken : End;
}
