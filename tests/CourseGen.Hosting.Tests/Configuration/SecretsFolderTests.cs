using CourseGen.Hosting.Testing;
using CourseGen.Servers;

namespace CourseGen.Hosting.Configuration;

/// <summary>Broker and database come from files, as a cluster mounts its secrets.</summary>
public sealed class SecretsFolderTests : IAsyncLifetime
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-secrets-");
    VirtualHost _broker = null!;
    PostgresServer _postgres = null!;
    string _database = "";

    public async Task InitializeAsync()
    {
        _broker = await VirtualHost.Create();
        _postgres = await TestServers.Postgres();
        _database = await _postgres.CreateDatabase();
    }

    public async Task DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _postgres.DropDatabase(_database);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_planners_tasks_and_the_planner_read_one_setting_from_each_file()
    {
        var settings = _broker.Settings(_folder.CreateSubdirectory("store").FullName);
        settings[ServiceDefaults.SecretsFolder] = Mount(
            ("ConnectionStrings__RabbitMq", settings["ConnectionStrings:RabbitMq"]!),
            ("ConnectionStrings__Postgres", _database),
            ("Work__DeadlineGuard", "30s"));
        settings.Remove("ConnectionStrings:RabbitMq");

        (await Run(settings, "--migrate")).ShouldBe((0, ""));
        (await Run(settings, "--topology")).ShouldBe((0, ""));
        await using var planner = await ServiceUnderTest.StartReady(RunningPlanner.Planner, settings);
    }

    [Theory]
    [InlineData("--migrate", "ConnectionStrings:Postgres is missing")]
    [InlineData("--topology", "ConnectionStrings:RabbitMq is missing")]
    public async Task A_file_that_is_not_there_is_a_setting_that_is_missing(string task, string words)
    {
        var (code, errors) = await Run(new() { [ServiceDefaults.SecretsFolder] = Mount() }, task);

        code.ShouldBe(78);
        errors.ShouldContain(words);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var (code, errors) = await Run(new() { [ServiceDefaults.SecretsFolder] = "/nowhere/at/all" }, "--migrate");

        code.ShouldBe(78);
        errors.ShouldContain("SecretsFolder is '/nowhere/at/all': expected a folder that exists");
    }

    /// <summary>As Kubernetes does: links to files in a folder of two dots, each text with its editor's line end.</summary>
    string Mount(params (string Name, string Text)[] files)
    {
        var mounted = _folder.CreateSubdirectory("mounted");
        var data = mounted.CreateSubdirectory("..data");
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(data.FullName, name), $"{text}\n");
            File.CreateSymbolicLink(Path.Combine(mounted.FullName, name), Path.Combine("..data", name));
        }
        return mounted.FullName;
    }

    static async Task<(int Code, string Errors)> Run(Dictionary<string, string?> settings, string task)
    {
        var (code, errors, _) = await ServiceUnderTest.Run(RunningPlanner.Planner, settings, task);
        return (code, errors);
    }
}
