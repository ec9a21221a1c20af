using System.Text;
using CourseGen.Models.Simulated;
using CourseGen.Servers;

namespace CourseGen.Cli.Dev;

/// <summary>Where the servers are, and how the services and the tests are told.</summary>
/// <param name="RabbitMq"><c>amqp://user:password@127.0.0.1:port/</c></param>
/// <param name="Management">The management page; user and password are those of the broker.</param>
/// <param name="PostgresServer">Npgsql's form, the database <c>postgres</c>: tests make databases of their own from there.</param>
/// <param name="Postgres">The same with the database of the planner.</param>
sealed record DevAddresses(string RabbitMq, string Management, string PostgresServer, string Postgres, string S3, string AccessKey, string SecretKey, string Bucket)
{
    /// <summary>What the services read; see the table of settings.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Services =>
    [
        new("ConnectionStrings__RabbitMq", RabbitMq),
        new("RabbitMq__Management", Management),
        new("ConnectionStrings__Postgres", Postgres),
        new("Store__Kind", "S3"),
        new("Store__Buckets__0", Bucket),
        new("Store__Endpoint", S3),
        new("Store__Region", "us-east-1"),
        new("Store__PathStyle", "true"),
        new("AWS_ACCESS_KEY_ID", AccessKey),
        new("AWS_SECRET_ACCESS_KEY", SecretKey),
        new("Planner__TextModel__Provider", SimulatedChatClient.ProviderName),
        new("Planner__ImageModel__Provider", SimulatedChatClient.ProviderName),
        new("ASPNETCORE_URLS", "http://127.0.0.1:0"), // five services on one machine, each with its own health routes
    ];

    /// <summary>What the tests read.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tests =>
    [
        new(TestServers.RabbitMqVariable, RabbitMq),
        new(TestServers.RabbitMqManagementVariable, Management),
        new(TestServers.PostgresVariable, PostgresServer),
        new(TestServers.S3Variable, new UriBuilder(S3) { UserName = AccessKey, Password = SecretKey }.Uri.AbsoluteUri),
    ];

    /// <summary>For a shell to read: <c>. env</c>.</summary>
    public string Shell
    {
        get
        {
            var text = new StringBuilder();
            foreach (var (name, value) in Services.Concat(Tests))
                text.Append("export ").Append(name).Append("='").Append(value).Append("'\n");
            return text.ToString();
        }
    }
}
