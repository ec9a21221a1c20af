using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace CourseGen.BedrockSim.Testing;

/// <summary>AWS's own client for Node, installed in tests/bedrock-client.</summary>
static class NodeClient
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="command">For example <c>Converse</c>.</param>
    /// <param name="environment">In place of the credentials and the region that the simulator expects.</param>
    /// <returns>What the client made of the answer: <c>answer</c>, <c>events</c>, <c>error</c>.</returns>
    public static async Task<JsonNode> Call(BedrockSimulator simulator, string command, JsonObject input, params (string Name, string Value)[] environment)
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "bedrock-client"));
        Directory.Exists(Path.Combine(folder, "node_modules", "@aws-sdk")).ShouldBeTrue($"AWS's client is not installed: run npm ci in {folder} (test.sh does); it needs Node");
        var start = new ProcessStartInfo("node", ["call.js", simulator.Endpoint.ToString(), command, input.ToJsonString()])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Expected(simulator.Options).Concat(environment))
            start.Environment[name] = value.Length > 0 ? value : null;
        using var node = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(patience.Token), node.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await node.WaitForExitAsync(patience.Token);
            node.ExitCode.ShouldBe(0, await errors);
            return JsonNode.Parse(await output)!;
        }
        finally
        {
            if (!node.HasExited)
                node.Kill();
        }
    }

    static IEnumerable<(string Name, string Value)> Expected(SimulatorOptions options) =>
    [
        ("AWS_REGION", options.Region), ("AWS_ACCESS_KEY_ID", options.AccessKey), ("AWS_SECRET_ACCESS_KEY", options.SecretKey),
        ("AWS_SESSION_TOKEN", options.SessionToken ?? ""), ("AWS_BEARER_TOKEN_BEDROCK", ""), ("AWS_EC2_METADATA_DISABLED", "true"), ("NODE_NO_WARNINGS", "1"),
        ("AWS_CONFIG_FILE", "/dev/null"), ("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"),
    ];

    static string ThisFile([CallerFilePath] string path = "") => path;
}
