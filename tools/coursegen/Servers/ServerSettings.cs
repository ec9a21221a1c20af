using CourseGen.Hosting;
using CourseGen.Storage;
using Microsoft.Extensions.Configuration;

namespace CourseGen.Cli.Servers;

/// <summary>Where broker and store are.</summary>
/// <param name="RabbitMq">Null when nobody says.</param>
/// <param name="Store">Null when nobody says: then what needs it does without, or asks for it.</param>
/// <param name="Source">Where it was found, for people; null for options and environment.</param>
sealed record ServerSettings(BrokerAddress? RabbitMq, StoreOptions? Store, string? Source)
{
    const string Broker = "ConnectionStrings__RabbitMq";
    const string BrokerKey = "ConnectionStrings:RabbitMq";
    const string StorePrefix = $"{StoreOptions.Section}__";
    const string AwsPrefix = "AWS_";

    /// <summary>
    /// Options win over the services' own environment variables; what <c>coursegen dev up</c> wrote counts only when neither names a server,
    /// so that a course never goes to one place and its outline to another.
    /// </summary>
    /// <param name="options">By configuration key, <c>Store:Endpoint</c>.</param>
    /// <exception cref="CommandException">An address or a value is none (2).</exception>
    public static ServerSettings Read(IReadOnlyDictionary<string, string?> options, IReadOnlyDictionary<string, string> environment, string directory)
    {
        var named = environment.Where(IsOurs).ToDictionary(StringComparer.Ordinal);
        var development = options.Count == 0 && named.Count == 0 ? DevelopmentFile.Read(directory) : new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in development.Where(pair => pair.Key.StartsWith(AwsPrefix, StringComparison.Ordinal)))
            Environment.SetEnvironmentVariable(key, value); // the AWS SDK looks for credentials there
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(named.Concat(development.Where(IsOurs)).Select(pair => KeyValuePair.Create<string, string?>(pair.Key.Replace("__", ":"), pair.Value)))
            .AddInMemoryCollection(options).Build();
        return new ServerSettings(BrokerOf(configuration), StoreOf(configuration), development.Count > 0 ? DevelopmentFile.Path : null);
    }

    /// <exception cref="CommandException">Nobody says (2).</exception>
    public BrokerAddress RequireRabbitMq() => RabbitMq ?? throw new CommandException(ExitCodes.Usage,
        $"It is not said where RabbitMQ is: give --rabbitmq amqp://user:password@host:port/vhost, or set {Broker}, or run coursegen dev up here.");

    /// <exception cref="CommandException">Nobody says (2).</exception>
    public StoreOptions RequireStore() => Store ?? throw new CommandException(ExitCodes.Usage,
        "It is not said where the store is: give --buckets (and --store-endpoint unless it is AWS) or --store-folder, or set Store__Buckets__0 and the other Store__ variables, or run coursegen dev up here.");

    /// <summary>The bucket asked for, else the first; null when none is known.</summary>
    public string? Bucket(string? asked) => asked ?? Store?.Buckets.FirstOrDefault() ?? (Store?.Kind == StoreKind.Folder ? "local" : null);

    static bool IsOurs(KeyValuePair<string, string> variable) =>
        variable.Value.Length > 0 && (variable.Key == Broker || variable.Key.StartsWith(StorePrefix, StringComparison.Ordinal));

    static BrokerAddress? BrokerOf(IConfiguration configuration)
    {
        try
        {
            return configuration[BrokerKey] is { Length: > 0 } ? BrokerAddress.Read(configuration) : null;
        }
        catch (SettingsException fault)
        {
            throw new CommandException(ExitCodes.Usage, $"{fault.Message} (--rabbitmq, {Broker})", fault);
        }
    }

    static StoreOptions? StoreOf(IConfiguration configuration)
    {
        var section = configuration.GetSection(StoreOptions.Section);
        try
        {
            return section.Exists() ? section.Get<StoreOptions>() : null;
        }
        catch (InvalidOperationException fault)
        {
            throw new CommandException(ExitCodes.Usage, $"The store's settings do not hold: {fault.Message}", fault);
        }
    }
}
