using System.Text.RegularExpressions;
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

    static Compose Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "CourseGen.sln")))
            folder = folder.Parent.ShouldNotBeNull("run these tests from within the source tree");
        return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build()
            .Deserialize<Compose>(System.IO.File.ReadAllText(Path.Combine(folder.FullName, "deploy", "compose.yaml")));
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

        public List<string> Ports { get; set; } = [];

        public List<string> Volumes { get; set; } = [];

        public Healthcheck? Healthcheck { get; set; }
    }

    public sealed class Healthcheck
    {
        public List<string> Test { get; set; } = [];
    }
}
