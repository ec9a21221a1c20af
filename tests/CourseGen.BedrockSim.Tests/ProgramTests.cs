using System.Diagnostics;

namespace CourseGen.BedrockSim;

public sealed class ProgramTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task It_says_where_it_listens()
    {
        using var program = Start("--port", "0");
        try
        {
            var line = await program.StandardOutput.ReadLineAsync().WaitAsync(Patience);

            line.ShouldNotBeNull().ShouldStartWith("bedrock-sim listens on http://127.0.0.1:");
            using var http = new HttpClient();
            (await http.GetStringAsync($"{line.Split(' ')[^1]}/_sim/report")).ShouldContain("\"models\":[]");
        }
        finally
        {
            program.Kill();
        }
    }

    [Fact]
    public async Task A_wrong_option_ends_it_with_its_name()
    {
        using var program = Start("--compression", "fast");

        await program.WaitForExitAsync().WaitAsync(Patience);

        program.ExitCode.ShouldBe(2);
        (await program.StandardError.ReadToEndAsync()).ShouldBe("--compression: expected K, not 'fast'.\nSee bedrock-sim --help.\n");
    }

    [Fact]
    public async Task Help_tells_every_option()
    {
        using var program = Start("--help");

        var help = await program.StandardOutput.ReadToEndAsync().WaitAsync(Patience);

        help.ShouldSatisfyAllConditions(
            () => help.ShouldContain("--quota MODEL=TPM"), () => help.ShouldContain("--settlement progressive|end"), () => help.ShouldContain("--settings FILE"));
    }

    static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "bedrock-sim.dll"), .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
