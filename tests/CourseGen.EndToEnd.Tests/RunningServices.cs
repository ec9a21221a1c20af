using CourseGen.Cli.Embedded;
using CourseGen.Hosting;
using CourseGen.Servers;
using CourseGen.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CourseGen.EndToEnd.Tests;

/// <summary>A broker's virtual host and an S3 bucket of a test class's own, and the five services on them, in this process.</summary>
public sealed class RunningServices : IAsyncLifetime
{
    public static readonly string Outline = BadInputTests.OneLesson("Harbours");
    readonly Lazy<Task<string>> _made;
    WebApplication? _services;
    RabbitMqServer _broker = null!;
    S3Server _s3 = null!;

    public RunningServices() => _made = new(Make);

    public Uri Broker { get; private set; } = null!;

    public string Bucket { get; private set; } = "";

    /// <summary>For the program: broker and store as the services have them.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ConnectionStrings__RabbitMq"] = Broker.AbsoluteUri,
        ["Store__Buckets__0"] = Bucket,
        ["Store__Endpoint"] = _s3.Endpoint.AbsoluteUri,
        ["Store__PathStyle"] = "true",
        ["AWS_ACCESS_KEY_ID"] = _s3.AccessKey,
        ["AWS_SECRET_ACCESS_KEY"] = _s3.SecretKey,
    };

    public async Task InitializeAsync()
    {
        (_broker, _s3) = (await TestServers.RabbitMq(), await TestServers.S3());
        (Broker, Bucket) = (await _broker.CreateVirtualHost(), await _s3.CreateBucket());
        _services = Build();
        await _services.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _services!.StopAsync();
        await _services.DisposeAsync();
        await _broker.DeleteVirtualHost(Broker);
    }

    public Task<Uri> AnotherVirtualHost() => _broker.CreateVirtualHost();

    public Task Forget(Uri virtualHost) => _broker.DeleteVirtualHost(virtualHost);

    /// <summary>The folder of a course that is done; whoever uses it leaves it as it is.</summary>
    public Task<string> MadeCourse() => _made.Value;

    async Task<string> Make()
    {
        using var folder = new TemporaryFolder();
        var made = await CoursegenProgram.RunIn(Environment, "start", await folder.Write("outline.yaml", Outline), "--project", "made", "--provider", "simulated", "--watch");
        made.Exit.ShouldBe(0, made.ToString());
        return "made";
    }

    WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:RabbitMq", Broker.AbsoluteUri)]);
        builder.Services.AddSingleton(new ServiceIdentity("all"));
        builder.Services.AddSingleton<IArtifactStore>(_ => new S3Store(
            new StoreOptions { Buckets = [Bucket], Endpoint = _s3.Endpoint, PathStyle = true }, TimeProvider.System, new Amazon.Runtime.BasicAWSCredentials(_s3.AccessKey, _s3.SecretKey)));
        EmbeddedRun.AddWork(builder.Services, new EmbeddedSettings("", RecordedFolder: null, "simulated", SeedFailures: 0, Verbose: false), Bucket);
        builder.AddMessaging(EmbeddedRun.AddConsumers);
        return builder.Build();
    }
}
