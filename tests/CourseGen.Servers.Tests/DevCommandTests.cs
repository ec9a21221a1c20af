using System.Diagnostics;
using System.Text.Json;

namespace CourseGen.Servers;

/// <summary>Every test ends what it brought up; a folder below the home of root is one that Postgres' own user cannot enter.</summary>
public sealed class DevCommandTests : IAsyncLifetime
{
    const int Failed = 4;

    readonly string _folder = Directory.CreateTempSubdirectory("coursegen-dev-test-").FullName;

    string Servers => Path.Combine(_folder, ".coursegen-dev");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await Coursegen.Run(_folder, "dev", "down");
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Up_starts_three_servers_that_live_on_and_down_ends_them()
    {
        var up = await Coursegen.Run(_folder, "dev", "up");
        up.ExitCode.ShouldBe(0, up.Errors);
        up.Output.ShouldContain("management page http://127.0.0.1:");
        up.Output.ShouldContain("RabbitMQ  amqp://coursegen:coursegen@127.0.0.1:");
        up.Errors.ShouldContain(". .coursegen-dev/env");

        var status = await Coursegen.Run(_folder, "dev", "status");
        status.ExitCode.ShouldBe(0, status.Output + status.Errors);
        status.Output.Split('\n').Count(line => line.Contains(" running ")).ShouldBe(3);

        var down = await Coursegen.Run(_folder, "dev", "down");
        down.ExitCode.ShouldBe(0, down.Errors);
        RunningProcesses.Naming(Servers).ShouldBeEmpty();
        Directory.Exists(Servers).ShouldBeFalse();
        (await Coursegen.Run(_folder, "dev", "status")).ExitCode.ShouldBe(Failed);
    }

    [Fact]
    public async Task Up_again_starts_nothing_and_says_the_same()
    {
        var first = await Coursegen.Run(_folder, "dev", "up", "--json");
        var running = RunningProcesses.Naming(Servers);

        var second = await Coursegen.Run(_folder, "dev", "up", "--json");

        second.Output.ShouldBe(first.Output);
        second.Errors.ShouldContain("RabbitMQ runs already.");
        RunningProcesses.Naming(Servers).ShouldBe(running, ignoreOrder: true);
        using var json = JsonDocument.Parse(first.Output);
        json.RootElement.GetProperty("bucket").GetString().ShouldBe("coursegen-artifacts");
    }

    [Fact]
    public async Task Up_starts_a_server_that_has_died_and_leaves_the_others()
    {
        await Coursegen.Run(_folder, "dev", "up");
        var postgres = DevServerProcess("postgres");
        using (var kill = Process.Start("kill", ["-QUIT", $"{postgres}"]))
            await kill.WaitForExitAsync();
        await RunningProcesses.Until(() => !RunningProcesses.Runs(postgres), "Postgres still runs");

        (await Coursegen.Run(_folder, "dev", "status")).Output.ShouldContain("Postgres  ended");
        var up = await Coursegen.Run(_folder, "dev", "up");

        up.ExitCode.ShouldBe(0, up.Errors);
        up.Errors.ShouldContain("Postgres starts");
        up.Errors.ShouldContain("S3 runs already.");
    }

    [Fact]
    public async Task A_shell_reads_the_variables_and_the_database_and_the_bucket_are_there()
    {
        (await Coursegen.Run(_folder, "dev", "up", "--env")).ExitCode.ShouldBe(0);
        var variables = await Sourced(Path.Combine(Servers, "env"));

        await using var connection = new Npgsql.NpgsqlConnection(variables["ConnectionStrings__Postgres"] + ";Pooling=false");
        await connection.OpenAsync();
        connection.Database.ShouldBe("coursegen");
        await using var store = S3Server.At(new Uri(variables["Store__Endpoint"]), variables["AWS_ACCESS_KEY_ID"], variables["AWS_SECRET_ACCESS_KEY"]);
        using var client = store.Client();
        (await client.ListBucketsAsync()).Buckets.Select(bucket => bucket.BucketName).ShouldBe([variables["Store__Buckets__0"]]);
        variables["COURSEGEN_S3"].ShouldStartWith("http://coursegen:coursegen-secret@127.0.0.1:");
    }

    [Fact]
    public async Task A_folder_with_other_files_is_refused_and_left_as_it_is()
    {
        var file = Path.Combine(_folder, "mine.txt");
        await File.WriteAllTextAsync(file, "mine");

        var up = await Coursegen.Run(_folder, "dev", "up", "--folder", ".");
        var down = await Coursegen.Run(_folder, "dev", "down", "--folder", ".");

        up.ExitCode.ShouldBe(2);
        up.Errors.ShouldContain("give --folder a new or empty folder");
        down.Errors.ShouldContain("No server runs.");
        Directory.EnumerateFileSystemEntries(_folder).ShouldBe([file]);
    }

    int DevServerProcess(string server)
    {
        using var state = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Servers, "servers.json")));
        return state.RootElement.GetProperty(server).GetProperty("processes")[0].GetProperty("id").GetInt32();
    }

    /// <summary>What a shell has after reading the file.</summary>
    static async Task<Dictionary<string, string>> Sourced(string file)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", ". \"$0\"; env", file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var lines = (await shell.StandardOutput.ReadToEndAsync()).Split('\n');
        return lines.Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
    }
}
