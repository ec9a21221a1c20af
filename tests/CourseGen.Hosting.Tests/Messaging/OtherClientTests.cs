using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CourseGen.Hosting.Testing;

namespace CourseGen.Hosting.Messaging;

/// <summary>npm's amqplib, as a program in another language would use it.</summary>
public sealed class OtherClientTests(RunningPlanner planner) : IClassFixture<RunningPlanner>
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    [Theory]
    [InlineData("raw")]
    [InlineData("envelope")]
    public async Task Starts_a_course(string form)
    {
        var folder = $"js-{Guid.NewGuid():N}";
        var body = JsonSerializer.Serialize(new { project_folder = folder, outline_yaml = "course:\n  title: Tides\n  modules:\n    - title: Moon\n      lessons: [{ title: Springs, topics: [Syzygy] }]\n" });

        await Node("start-course.js", planner.Broker.Address.ToString(), form, body);

        await Wait.Until(async () => (await planner.Broker.Take(RunningPlanner.Heard)).Any(message =>
            message["exchange"]!.ToString().EndsWith("CourseRequested", StringComparison.Ordinal) && message["payload"]!.ToString().Contains(folder)),
            Patience, "the course is requested");
    }

    static async Task Node(params string[] arguments)
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "amqp-client"));
        Directory.Exists(Path.Combine(folder, "node_modules", "amqplib")).ShouldBeTrue($"amqplib is not installed: run npm ci in {folder} (test.sh does); it needs Node");
        using var node = Process.Start(new ProcessStartInfo("node", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        (await output).Trim().ShouldBe("confirmed", await errors);
    }

    static string ThisFile([CallerFilePath] string path = "") => path;
}
