using System.Text.RegularExpressions;
using CourseGen.Cli.Dev;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CourseGen.Servers;

/// <summary>The same servers with Docker, as far as a file can be checked without an engine.</summary>
public sealed partial class ComposeFileTests
{
    const string OneShot = "s3-bucket";

    static readonly Compose File = Read();

    [Fact]
    public void It_has_the_three_servers_and_one_step_that_makes_the_bucket() =>
        File.Services.Keys.ShouldBe(["rabbitmq", "postgres", "s3", OneShot]);

    [Theory]
    [InlineData("rabbitmq", "5672,15672")]
    [InlineData("postgres", "5432")]
    [InlineData("s3", "7480")]
    public void A_server_is_on_the_ports_of_dev_up_and_on_loopback_only(string server, string ports) =>
        File.Services[server].Ports.Select(port => Port().Match(port).Groups["host"].Value).ShouldBe(ports.Split(','));

    [Fact]
    public void Every_image_is_pinned_to_a_release() =>
        File.Services.Values.ShouldAllBe(service => PinnedImage().IsMatch(service.Image));

    [Fact]
    public void The_broker_has_its_management_page() => File.Services["rabbitmq"].Image.ShouldEndWith("-management");

    [Fact]
    public void Every_server_has_a_health_check_and_keeps_its_data_in_a_named_volume()
    {
        foreach (var (name, server) in File.Services.Where(service => service.Key != OneShot))
        {
            server.Healthcheck.ShouldNotBeNull(name).Test[0].ShouldBe("CMD");
            File.Volumes.Keys.ShouldContain(server.Volumes.ShouldHaveSingleItem().Split(':')[0]);
        }
    }

    [Fact]
    public void Its_addresses_are_in_a_file_as_dev_up_writes_them()
    {
        var (rabbit, postgres, s3) = (Environment("rabbitmq"), Environment("postgres"), Environment("s3"));
        var (user, password) = (rabbit("RABBITMQ_DEFAULT_USER"), rabbit("RABBITMQ_DEFAULT_PASS"));
        var database = $"Host=127.0.0.1;Port=5432;Username={postgres("POSTGRES_USER")};Password={postgres("POSTGRES_PASSWORD")};Database=";
        var expected = new DevAddresses($"amqp://{user}:{password}@127.0.0.1:5672/", "http://127.0.0.1:15672/", $"{database}postgres",
            $"{database}{postgres("POSTGRES_DB")}", "http://127.0.0.1:7480/", s3("MINIO_ROOT_USER"), s3("MINIO_ROOT_PASSWORD"), DevServers.Bucket);

        string.Concat(Text("compose.env").Split('\n').SkipWhile(line => line.StartsWith('#')).Select(line => line.Length > 0 ? $"{line}\n" : "")).ShouldBe(expected.Shell);
        File.Services[OneShot].Entrypoint[^1].ShouldEndWith($"/{DevServers.Bucket}");
    }

    static Func<string, string> Environment(string server) => name => File.Services[server].Environment[name];

    static Compose Read() => new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build()
        .Deserialize<Compose>(Text("compose.yaml"));

    static string Text(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "CourseGen.sln")))
            folder = folder.Parent.ShouldNotBeNull("run these tests from within the source tree");
        return System.IO.File.ReadAllText(Path.Combine(folder.FullName, "deploy", file));
    }

    [GeneratedRegex(@"^127\.0\.0\.1:(?<host>\d+):\d+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Port();

    /// <summary>A registry, a name, and a tag that names a patch or a moment.</summary>
    [GeneratedRegex(@"^[a-z.]+/[a-z/]+:(\d+\.\d+(\.\d+)?(-management)?|RELEASE\.\d{4}-\d\d-\d\dT[\d-]+Z)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PinnedImage();

    public sealed class Compose
    {
        public Dictionary<string, Service> Services { get; set; } = [];

        public Dictionary<string, object?> Volumes { get; set; } = [];
    }

    public sealed class Service
    {
        public string Image { get; set; } = "";

        public List<string> Entrypoint { get; set; } = [];

        /// <summary>By the name in the container, which the naming convention leaves as it is.</summary>
        public Dictionary<string, string> Environment { get; set; } = [];

        public List<string> Ports { get; set; } = [];

        public List<string> Volumes { get; set; } = [];

        public Healthcheck? Healthcheck { get; set; }
    }

    public sealed class Healthcheck
    {
        public List<string> Test { get; set; } = [];
    }
}
