using CourseGen.Cli.Servers;
using CourseGen.Storage;

namespace CourseGen.Cli.Tests.Servers;

public sealed class ServerSettingsTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Options_win_over_the_services_environment_variables()
    {
        var settings = Read(
            new() { ["Store:Endpoint"] = "http://option:1/", ["Store:Buckets:0"] = "mine" },
            new() { ["ConnectionStrings__RabbitMq"] = "amqp://u:p@broker:5673/v%2F1", ["Store__Endpoint"] = "http://environment:1/", ["Store__PathStyle"] = "true" });

        settings.RequireRabbitMq().ToString().ShouldBe("broker:5673, virtual host v/1");
        var store = settings.RequireStore();
        (store.Endpoint, store.PathStyle, store.Buckets.Single()).ShouldBe((new Uri("http://option:1/"), true, "mine"));
        settings.Source.ShouldBeNull();
    }

    [Fact]
    public void What_dev_up_wrote_counts_when_nothing_else_names_a_server()
    {
        WriteDevelopment();
        var settings = Read([], new() { ["PATH"] = "/bin" });
        (settings.RequireRabbitMq().Port, settings.Bucket(asked: null), settings.Source).ShouldBe(((ushort)5680, "dev", DevelopmentFile.Path));
    }

    [Theory]
    [InlineData("ConnectionStrings__RabbitMq", "amqp://broker/")]
    [InlineData("Store__Buckets__0", "other")]
    public void What_dev_up_wrote_is_never_mixed_with_other_servers(string variable, string value)
    {
        WriteDevelopment();
        var settings = Read([], new() { [variable] = value });
        (settings.RabbitMq?.Port == 5680 || settings.Bucket(asked: null) == "dev" || settings.Source is not null).ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://broker:5672/")]
    [InlineData("broker:5672 secret")]
    public void An_address_that_is_none_is_a_usage_fault_and_is_not_repeated(string address)
    {
        var fault = Should.Throw<CommandException>(() => Read(new() { ["ConnectionStrings:RabbitMq"] = address }, []));
        fault.ExitCode.ShouldBe(ExitCodes.Usage);
        fault.Message.ShouldContain("--rabbitmq");
        fault.Message.ShouldNotContain("secret");
    }

    [Fact]
    public void A_value_that_is_none_is_a_usage_fault() =>
        Should.Throw<CommandException>(() => Read([], new() { ["Store__PathStyle"] = "perhaps" })).ExitCode.ShouldBe(ExitCodes.Usage);

    [Fact]
    public void Without_any_server_what_is_needed_is_named()
    {
        var settings = Read([], []);
        Should.Throw<CommandException>(settings.RequireRabbitMq).Message.ShouldContain("ConnectionStrings__RabbitMq");
        Should.Throw<CommandException>(settings.RequireStore).Message.ShouldContain("Store__Buckets__0");
    }

    [Fact]
    public void A_folder_store_has_one_bucket_called_local()
    {
        var settings = Read(new() { ["Store:Folder"] = "/courses", ["Store:Kind"] = nameof(StoreKind.Folder) }, []);
        settings.Bucket(asked: null).ShouldBe("local");
    }

    void WriteDevelopment() => _folder.Write(DevelopmentFile.Path, "# of dev up\nexport ConnectionStrings__RabbitMq='amqp://u:p@127.0.0.1:5680/'\nStore__Buckets__0=\"dev\"\n\nnonsense\n");

    ServerSettings Read(Dictionary<string, string?> options, Dictionary<string, string> environment) => ServerSettings.Read(options, environment, _folder.Path);
}
