using CourseGen.BedrockSim.Answers;
using CourseGen.BedrockSim.Faults;
using CourseGen.BedrockSim.Options;
using CourseGen.BedrockSim.Quota;

namespace CourseGen.BedrockSim;

/// <summary>All that a simulator is told at its start. The defaults take any call at a model's real pace.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Of the loopback address; 0 takes a free one.</summary>
    public int Port { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>How many times faster than a real model's the simulated time runs: latencies shrink, refills grow, capacities stay.</summary>
    public double Compression { get; init; } = 1;

    /// <summary>By the beginning of the model's id without its geography, such as <c>anthropic.claude-sonnet-4-5</c>; the longest that fits counts.</summary>
    public IReadOnlyDictionary<string, SimulatedQuota> Quotas { get; init; } = new Dictionary<string, SimulatedQuota>();

    public Settlement Settlement { get; init; } = Settlement.Progressive;
    public Refill Refill { get; init; } = Refill.Bucket;
    public DrawnCourse Course { get; init; } = new();
    public FaultRates Faults { get; init; } = new();

    /// <summary>Seconds that a picture takes.</summary>
    public double PictureSeconds { get; init; } = 4;

    /// <summary>Shortest prefix in tokens that is cached: Claude Sonnet's 1,024; 0 caches nothing.</summary>
    public int CacheMinimum { get; init; } = 1024;

    /// <summary>Input and output of one call, in tokens.</summary>
    public int Context { get; init; } = 200_000;

    /// <summary>What <c>max_tokens</c> may be, and what it is when it is not said.</summary>
    public int OutputLimit { get; init; } = 64_000;

    /// <summary>Whether models have CountTokens.</summary>
    public bool CountTokens { get; init; } = true;

    public string Region { get; init; } = "us-east-1";
    public string AccessKey { get; init; } = "bedrock-sim";
    public string SecretKey { get; init; } = "bedrock-sim-secret";

    /// <summary>Of temporary credentials; null expects none.</summary>
    public string? SessionToken { get; init; }
    public string BearerToken { get; init; } = "bedrock-sim-bearer";

    /// <summary>For the OpenAI and Gemini calls.</summary>
    public string ApiKey { get; init; } = "bedrock-sim-key";

    /// <exception cref="SimulatorOptionException">Names the option.</exception>
    public SimulatorOptions Checked()
    {
        Expect("port", Port is >= 0 and <= 65535, "a port from 0 to 65535", Port);
        Expect("compression", Compression is >= 0.1 and <= 1000, "a number from 0.1 to 1000", Compression);
        Expect("sigma", Course.Sigma is >= 0 and < 1, "a share from 0 to 1", Course.Sigma);
        Expect("ttft", Course.FirstTokenSeconds is >= 0 and <= 600, "0 to 600 seconds", Course.FirstTokenSeconds);
        Expect("speed", Course.TokensPerSecond is > 0 and <= 1_000_000, "more than 0 tokens a second", Course.TokensPerSecond);
        Expect("picture-seconds", PictureSeconds is >= 0 and <= 600, "0 to 600 seconds", PictureSeconds);
        Expect("cache-minimum", CacheMinimum >= 0, "0 or more tokens", CacheMinimum);
        Expect("context", Context > 0, "more than 0 tokens", Context);
        Expect("output-limit", OutputLimit > 0, "more than 0 tokens", OutputLimit);
        foreach (var (option, rate) in Faults.ByOption())
            Expect(option, rate is >= 0 and <= 1, "a share from 0 to 1", rate);
        foreach (var (name, quota) in Quotas)
            Check(name, quota);
        return this;
    }

    /// <exception cref="SimulatorOptionException">A number is impossible.</exception>
    internal static void Check(string name, SimulatedQuota quota)
    {
        Expect("quota", name.Length > 0, "a model's name", name);
        Expect($"quota of {name}", quota.TokensPerMinute is null or >= 0, "0 or more tokens per minute", quota.TokensPerMinute);
        Expect($"quota of {name}, burst", quota.Burst is null or > 0 && (quota.Burst is null || quota.TokensPerMinute is not null), "more than 0 tokens, beside a quota per minute", quota.Burst);
        Expect($"quota of {name}, rpm", quota.RequestsPerMinute is null or >= 0, "0 or more requests per minute", quota.RequestsPerMinute);
        Expect($"quota of {name}, tpd", quota.TokensPerDay is null or >= 0, "0 or more tokens per day", quota.TokensPerDay);
        Expect($"quota of {name}, burndown", quota.Burndown is null or (>= 1 and <= 100), "a number from 1 to 100", quota.Burndown);
    }

    static void Expect(string option, bool holds, string expected, object? value)
    {
        if (!holds)
            throw new SimulatorOptionException($"--{option}: expected {expected}, not '{value}'.");
    }
}
