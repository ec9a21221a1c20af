using Npgsql;

namespace CourseGen.Servers;

/// <summary>The five services, or some of them, as processes on a virtual host, a database and buckets of their own, with the simulated model.</summary>
public sealed class RunningServices : IAsyncDisposable
{
    static readonly IReadOnlyDictionary<string, string> Programs = new Dictionary<string, string>
    {
        ["planner"] = "CourseGen.Planner.dll",
        ["contentgen"] = "CourseGen.ContentGen.dll",
        ["images"] = "CourseGen.Images.dll",
        ["ppt"] = "CourseGen.Ppt.dll",
        ["bookbuilder"] = "CourseGen.BookBuilder.dll",
    };

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-services-");
    readonly RabbitMqServer _rabbit;
    readonly PostgresServer _postgres;
    readonly ServicesOptions _options;
    readonly Dictionary<string, string> _environment;

    RunningServices(RabbitMqServer rabbit, PostgresServer postgres, S3Server store, ServicesOptions options, Uri broker, string database, IReadOnlyList<string> buckets)
    {
        (_rabbit, _postgres, _options, Broker, Database, Buckets) = (rabbit, postgres, options, broker, database, buckets);
        _environment = Variables(store);
        Processes = options.Copies.SelectMany(service => Enumerable.Range(1, service.Value).Select(copy => (service.Key, Name: copy == 1 ? service.Key : $"{service.Key}-{copy}")))
            .ToDictionary(process => process.Name, process => Process(process.Key, process.Name));
    }

    public static IReadOnlyList<string> Names { get; } = [.. Programs.Keys];

    /// <summary>The virtual host.</summary>
    public Uri Broker { get; }

    /// <summary>Its connection string.</summary>
    public string Database { get; }

    public IReadOnlyList<string> Buckets { get; }

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, ServiceProcess> Processes { get; }

    /// <summary>For another program that is to use the same servers.</summary>
    public IReadOnlyDictionary<string, string> Environment => _environment;

    /// <summary>Makes what they need, and waits until all are ready.</summary>
    /// <exception cref="ServerUnavailableException">One ended, or was not ready in time.</exception>
    public static async Task<RunningServices> Start(RabbitMqServer rabbit, PostgresServer postgres, S3Server store, ServicesOptions? options = null)
    {
        options ??= new ServicesOptions();
        var buckets = new List<string>();
        while (buckets.Count < options.Buckets)
            buckets.Add(await store.CreateBucket());
        var services = new RunningServices(rabbit, postgres, store, options, await rabbit.CreateVirtualHost(), await postgres.CreateDatabase(), buckets);
        await Servers.Processes.Undo.OnFailure(services, services.Start);
        return services;
    }

    /// <summary>Resident memory of each process, in megabytes.</summary>
    public IReadOnlyDictionary<string, double> Megabytes() => Processes.ToDictionary(process => process.Key, process => process.Value.Megabytes);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Processes.Values.Select(process => process.DisposeAsync().AsTask()));
        _folder.Delete(recursive: true);
        try
        {
            await _rabbit.DeleteVirtualHost(Broker);
            await _postgres.DropDatabase(Database);
        }
        catch (Exception gone) when (gone is HttpRequestException or NpgsqlException)
        {
            // The server is stopped, and what was made on it goes with it.
        }
    }

    async Task Start()
    {
        var setup = Process("planner", "setup");
        await Task.WhenAll(setup.Run("--migrate"), setup.Run("--topology"));
        foreach (var process in Processes.Values)
            process.Start();
        await Task.WhenAll(Processes.Values.Select(process => process.Ready()));
    }

    ServiceProcess Process(string service, string name)
    {
        var environment = new Dictionary<string, string>(_environment);
        foreach (var (variable, value) in _options.EnvironmentOf(name))
            environment[variable] = value;
        return new ServiceProcess(name, Program(service), _folder.FullName, environment);
    }

    string Program(string service) => _options.Repository is { } root
        ? Path.Combine(root, "services", service, "bin", "Release", "net10.0", Programs[service])
        : Path.Combine(AppContext.BaseDirectory, Programs[service]);

    Dictionary<string, string> Variables(S3Server store)
    {
        var all = new Dictionary<string, string>
        {
            ["ConnectionStrings__RabbitMq"] = Broker.AbsoluteUri,
            ["ConnectionStrings__Postgres"] = Database,
            ["RabbitMq__Management"] = _rabbit.Management.AbsoluteUri,
            ["Store__Kind"] = "S3",
            ["Store__Endpoint"] = store.Endpoint.AbsoluteUri,
            ["Store__Region"] = "us-east-1",
            ["Store__PathStyle"] = "true",
            ["AWS_ACCESS_KEY_ID"] = store.AccessKey,
            ["AWS_SECRET_ACCESS_KEY"] = store.SecretKey,
            ["Planner__TextModel__Provider"] = "simulated",
            ["Planner__TextModel__Model"] = "simulated-1",
            ["Planner__ImageModel__Provider"] = "simulated",
            ["Planner__ImageModel__Model"] = "simulated-1",
            ["Logging__LogLevel__Default"] = "Warning",
            ["DOTNET_gcServer"] = "0",
        };
        foreach (var (index, bucket) in Buckets.Index())
            all[$"Store__Buckets__{index}"] = bucket;
        foreach (var (variable, value) in _options.Environment)
            all[variable] = value;
        return all;
    }
}
