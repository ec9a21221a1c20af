namespace CourseGen.Servers;

/// <summary>
/// The servers that tests share: those that environment variables name, else ones that are started once in this process and end with it.
/// Tests keep apart by virtual hosts, databases and buckets of their own; one that stops a server starts its own.
/// </summary>
public static class TestServers
{
    /// <summary><c>amqp://user:password@host:port/</c></summary>
    public const string RabbitMqVariable = "COURSEGEN_RABBITMQ";

    /// <summary><c>http://host:port/</c>; without it, port 15672 of the broker's host.</summary>
    public const string RabbitMqManagementVariable = "COURSEGEN_RABBITMQ_MANAGEMENT";

    /// <summary>A connection string of Npgsql, for a user that may create databases.</summary>
    public const string PostgresVariable = "COURSEGEN_POSTGRES";

    /// <summary><c>http://accesskey:secretkey@host:port/</c></summary>
    public const string S3Variable = "COURSEGEN_S3";

    static readonly Lazy<Task<RabbitMqServer>> TheRabbitMq = new(() => Value(RabbitMqVariable) is { } address
        ? Task.FromResult(RabbitMqServer.At(new Uri(address), Management(new Uri(address))))
        : RabbitMqServer.Start());

    static readonly Lazy<Task<PostgresServer>> ThePostgres = new(() => Value(PostgresVariable) is { } connection
        ? Task.FromResult(PostgresServer.At(connection))
        : PostgresServer.Start());

    static readonly Lazy<Task<S3Server>> TheS3 = new(() => Value(S3Variable) is { } address ? Task.FromResult(S3At(new Uri(address))) : S3Server.Start());

    /// <exception cref="ServerUnavailableException">None is named, and none can be started here.</exception>
    public static Task<RabbitMqServer> RabbitMq() => TheRabbitMq.Value;

    /// <exception cref="ServerUnavailableException">None is named, and none can be started here.</exception>
    public static Task<PostgresServer> Postgres() => ThePostgres.Value;

    /// <exception cref="ServerUnavailableException">None is named, and none can be started here.</exception>
    public static Task<S3Server> S3() => TheS3.Value;

    static Uri Management(Uri broker) => Value(RabbitMqManagementVariable) is { } address ? new Uri(address) : new Uri($"http://{broker.Host}:15672/");

    static S3Server S3At(Uri address)
    {
        var keys = address.UserInfo.Split(':', 2);
        return keys.Length == 2
            ? S3Server.At(new Uri($"{address.Scheme}://{address.Authority}/"), Uri.UnescapeDataString(keys[0]), Uri.UnescapeDataString(keys[1]))
            : throw new ServerUnavailableException("S3", $"{S3Variable} has no keys.", "Write it as http://accesskey:secretkey@host:port/");
    }

    static string? Value(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
