using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CourseGen.BedrockSim.Quota;
using CourseGen.Contracts;

namespace CourseGen.BedrockSim.Options;

/// <summary>The program's arguments, <c>--name value</c> each, and the same names in a settings file.</summary>
static class CommandLine
{
    const string SettingsFile = "settings";

    static readonly IReadOnlyList<Option> Known =
    [
        new("port", "N", "port of 127.0.0.1; 0 takes a free one", (options, text) => options with { Port = Whole(text) }),
        new("seed", "N", "of everything that is drawn", (options, text) => options with { Seed = Whole(text) }),
        new("compression", "K", "simulated seconds in a real one", (options, text) => options with { Compression = Number(text) }),
        new("quota", "MODEL=TPM[,burst=N][,rpm=N][,tpd=N][,burndown=B]", "for ids that begin so; may be given several times; TPM '-' is unlimited",
            QuotaText.Add),
        new("settlement", "progressive|end", "when real use takes the place of the reservation",
            (options, text) => options with { Settlement = Named<Settlement>(text) }),
        new("refill", "bucket|window", "evenly with debt, or all of it every 60 s", (options, text) => options with { Refill = Named<Refill>(text) }),
        new("ttft", "SECONDS", "mean time to the first token",
            (options, text) => options with { Course = options.Course with { FirstTokenSeconds = Number(text) } }),
        new("speed", "TOKENS", "mean tokens per second",
            (options, text) => options with { Course = options.Course with { TokensPerSecond = Number(text) } }),
        new("sigma", "SHARE", "standard deviation of output",
            (options, text) => options with { Course = options.Course with { Sigma = Number(text) } }),
        new("picture-seconds", "SECONDS", "that a picture takes", (options, text) => options with { PictureSeconds = Number(text) }),
        new("cache-minimum", "TOKENS", "of a prefix that is cached; 0 caches nothing",
            (options, text) => options with { CacheMinimum = Whole(text) }),
        new("context", "TOKENS", "most input of a call", (options, text) => options with { Context = Whole(text) }),
        new("output-limit", "TOKENS", "most max_tokens of a call, and its default", (options, text) => options with { OutputLimit = Whole(text) }),
        new("count-tokens", "true|false", "whether models have CountTokens", (options, text) => options with { CountTokens = bool.Parse(text) }),
        new("throttle", "SHARE", "of calls refused with 429",
            (options, text) => options with { Faults = options.Faults with { Throttle = Number(text) } }),
        new("unavailable", "SHARE", "of calls refused with 503",
            (options, text) => options with { Faults = options.Faults with { Unavailable = Number(text) } }),
        new("break-off", "SHARE", "of answers broken off",
            (options, text) => options with { Faults = options.Faults with { BreakOff = Number(text) } }),
        new("refuse", "SHARE", "of items refused by the model",
            (options, text) => options with { Faults = options.Faults with { Refuse = Number(text) } }),
        new("truncate", "SHARE", "of answers longer than max_tokens",
            (options, text) => options with { Faults = options.Faults with { Truncate = Number(text) } }),
        new("malform", "SHARE", "of answers malformed", (options, text) => options with { Faults = options.Faults with { Malform = Number(text) } }),
        new("fault-kinds", "KIND,…", "whose answers may be refused, too long or malformed: Lesson, Visuals, Slides, LabPlan, Lab, Image; without it all",
            (options, text) => options with { Faults = options.Faults with { Kinds = [.. text.Split(',').Select(Named<WorkKind>)] } }),
        new("region", "NAME", "that signatures are made for", (options, text) => options with { Region = text }),
        new("access-key", "ID", "of the caller", (options, text) => options with { AccessKey = text }),
        new("secret-key", "KEY", "of the caller", (options, text) => options with { SecretKey = text }),
        new("session-token", "TOKEN", "of temporary credentials", (options, text) => options with { SessionToken = text }),
        new("bearer-token", "TOKEN", "in place of a signature", (options, text) => options with { BearerToken = text }),
        new("api-key", "KEY", "for the OpenAI and Gemini calls", (options, text) => options with { ApiKey = text }),
    ];

    public static string Help { get; } = string.Join('\n',
    [
        "bedrock-sim: a simulated Amazon Bedrock with its quotas, for tests and measurements.",
        "",
        "usage: bedrock-sim [--settings FILE] [--NAME VALUE]…",
        "",
        .. Known.Select(option => $"  --{option.Name} {option.Value}\n      {option.Meaning}"),
        $"  --{SettingsFile} FILE\n      a JSON object of these names; what the command line says comes after it",
        "",
        "GET /_sim/report  POST /_sim/reset  POST /_sim/quota  POST /_sim/fault  GET /_sim/draw: see docs/bedrock-sim.md",
    ]);

    /// <exception cref="SimulatorOptionException">Names the option.</exception>
    public static SimulatorOptions Read(IReadOnlyList<string> arguments)
    {
        var options = new SimulatorOptions();
        for (var at = 0; at < arguments.Count; at += 2)
        {
            if (!arguments[at].StartsWith("--", StringComparison.Ordinal))
                throw new SimulatorOptionException($"Expected --NAME VALUE, not '{arguments[at]}'.");
            if (at + 1 == arguments.Count)
                throw new SimulatorOptionException($"{arguments[at]} has no value.");
            var name = arguments[at][2..];
            options = name == SettingsFile ? With(options, SettingsOf(arguments[at + 1])) : With(options, name, arguments[at + 1]);
        }
        return options.Checked();
    }

    /// <exception cref="SimulatorOptionException">Names the option.</exception>
    public static SimulatorOptions With(SimulatorOptions options, JsonObject settings)
    {
        foreach (var (name, value) in settings)
            foreach (var text in value is JsonArray several ? several.Select(item => item?.ToString() ?? "") : [value?.ToString() ?? ""])
                options = With(options, name, text);
        return options;
    }

    static SimulatorOptions With(SimulatorOptions options, string name, string text)
    {
        var option = Known.FirstOrDefault(option => option.Name == name) ?? throw new SimulatorOptionException($"There is no option --{name}.");
        try
        {
            return option.Set(options, text);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            throw new SimulatorOptionException($"--{name}: expected {option.Value}, not '{text}'.");
        }
    }

    static JsonObject SettingsOf(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) as JsonObject
                ?? throw new SimulatorOptionException($"--{SettingsFile}: '{path}' holds no JSON object.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new SimulatorOptionException($"--{SettingsFile}: '{path}' cannot be read: {unreadable.Message}");
        }
    }

    static int Whole(string text) => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);

    static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    static T Named<T>(string text)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<T>(name)
            : throw new FormatException();

    sealed record Option(string Name, string Value, string Meaning, Func<SimulatorOptions, string, SimulatorOptions> Set);
}
