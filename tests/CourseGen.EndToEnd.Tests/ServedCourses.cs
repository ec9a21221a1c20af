using CourseGen.Servers;

namespace CourseGen.EndToEnd.Tests;

/// <summary>The five services of a test class's own, and a course that they have made.</summary>
public sealed class ServedCourses : IAsyncLifetime
{
    public static readonly string Outline = BadInputTests.OneLesson("Harbours");
    readonly Lazy<Task<string>> _made;
    RunningServices _services = null!;
    RabbitMqServer _rabbit = null!;

    public ServedCourses() => _made = new(Make);

    public Uri Broker => _services.Broker;

    public string Bucket => _services.Buckets[0];

    /// <summary>For the program: broker and store as the services have them.</summary>
    public IReadOnlyDictionary<string, string> Environment => _services.Environment
        .Where(variable => variable.Key == "ConnectionStrings__RabbitMq" || variable.Key.StartsWith("Store__", StringComparison.Ordinal) || variable.Key.StartsWith("AWS_", StringComparison.Ordinal))
        .ToDictionary(variable => variable.Key, variable => variable.Value, StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        _rabbit = await TestServers.RabbitMq();
        _services = await RunningServices.Start(_rabbit, await TestServers.Postgres(), await TestServers.S3());
    }

    public async Task DisposeAsync() => await _services.DisposeAsync();

    public Task<Uri> AnotherVirtualHost() => _rabbit.CreateVirtualHost();

    public Task Forget(Uri virtualHost) => _rabbit.DeleteVirtualHost(virtualHost);

    /// <summary>The folder of a course that is done; whoever uses it leaves it as it is.</summary>
    public Task<string> MadeCourse() => _made.Value;

    async Task<string> Make()
    {
        using var folder = new TemporaryFolder();
        var made = await CoursegenProgram.RunIn(Environment, "start", await folder.Write("outline.yaml", Outline), "--project", "made", "--provider", "simulated", "--watch");
        made.Exit.ShouldBe(0, made.ToString());
        return "made";
    }
}
