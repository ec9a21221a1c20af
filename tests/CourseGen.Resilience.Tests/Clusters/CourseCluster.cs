using CourseGen.Contracts;
using CourseGen.Planner.Intake;
using CourseGen.Storage;

namespace CourseGen.Resilience.Tests.Clusters;

/// <summary>The five services as five processes on a virtual host, a database and buckets of their own.</summary>
sealed class CourseCluster : IAsyncDisposable
{
    /// <summary>For a course that is disturbed; an undisturbed one takes some ten seconds.</summary>
    public static readonly TimeSpan CoursePatience = TimeSpan.FromMinutes(5);

    public const string ProjectFolder = "data-engineering";
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-cluster-");
    readonly ClusterServers _servers;
    readonly string _database;
    readonly IReadOnlyList<string> _buckets;
    readonly StoreOptions _storeOptions;

    CourseCluster(ClusterServers servers, ClusterSettings settings, Uri broker, string database, IReadOnlyList<string> buckets)
    {
        (_servers, _database, _buckets, Settings) = (servers, database, buckets, settings);
        _storeOptions = new StoreOptions { Kind = StoreKind.S3, Buckets = buckets, Endpoint = servers.Store.Endpoint, Region = "us-east-1", PathStyle = true };
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", servers.Store.AccessKey);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", servers.Store.SecretKey);
        Store = _storeOptions.OpenStore(TimeProvider.System);
        Queues = new BrokerQueues(broker, servers.Broker.Management);
        Rows = new DatabaseRows(database);
        var environment = Variables(settings, broker);
        if (settings.CrashPoints)
            environment["DOTNET_STARTUP_HOOKS"] = typeof(CrashPoints.CrashPoint).Assembly.Location;
        Services = ServiceProcess.Programs.Keys.ToDictionary(name => name, name => new ServiceProcess(name, _folder.FullName, environment));
    }

    public ClusterSettings Settings { get; }
    public IArtifactStore Store { get; }
    public BrokerQueues Queues { get; }
    public DatabaseRows Rows { get; }
    public ClusterServers Servers => _servers;
    public IReadOnlyDictionary<string, ServiceProcess> Services { get; }

    public static async Task<CourseCluster> Start(ClusterServers servers, ClusterSettings? settings = null)
    {
        settings ??= new ClusterSettings();
        var buckets = new List<string>();
        for (var bucket = 0; bucket < settings.Buckets; bucket++)
            buckets.Add(await servers.Store.CreateBucket());
        var cluster = new CourseCluster(servers, settings, await servers.Broker.CreateVirtualHost(), await servers.Database.CreateDatabase(), buckets);
        try
        {
            await Task.WhenAll(cluster.Services["planner"].Run("--migrate"), cluster.Services["planner"].Run("--topology"));
            foreach (var service in cluster.Services.Values)
                service.Start();
            await Task.WhenAll(cluster.Services.Values.Select(service => service.Ready()));
            await cluster.Queues.Watch();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>The course of a bucket, which is a course of its own.</summary>
    public CourseLocation Location(int bucket) => new(_buckets[bucket], ProjectFolder);

    public Guid IdOf(int bucket) => CourseId.Of(Location(bucket));

    /// <summary>The command as anybody may send it: raw JSON.</summary>
    public string StartJson(int bucket) =>
        $$"""{"course_bucket":"{{_buckets[bucket]}}","project_folder":"{{ProjectFolder}}","modules_to_generate":"{{Settings.Modules}}"}""";

    /// <summary>Puts the outline into the bucket: modules 1-2 have twelve lessons.</summary>
    public async Task PutOutline(int bucket)
    {
        var outline = await File.ReadAllBytesAsync(Path.Combine(SampleFolder(), "data-engineering", "outline.yaml"));
        await Store.PutBytes(Location(bucket), ArtifactKeys.Outline, outline, PutCondition.Always, CancellationToken.None);
    }

    public async Task Begin(int bucket)
    {
        await PutOutline(bucket);
        await Queues.Send(QueueNames.Start, StartJson(bucket));
    }

    /// <summary>Waits for the event that a course's end is; anything but a course without gaps fails.</summary>
    public Task<TimeSpan> Completed(params int[] buckets) => Eventually.Holds(
        "the course completes", CoursePatience, async () =>
        {
            var ends = await Queues.Ends();
            foreach (var end in ends.Where(end => end.Event != nameof(CourseCompleted)))
                throw new InvalidOperationException($"{end.Event}: {end.Body}");
            return buckets.All(bucket => ends.Any(end => end.Course == IdOf(bucket)));
        }, Describe);

    /// <summary>Waits until so many of the course's items are through.</summary>
    public Task Progressed(int bucket, int items) => Eventually.Holds(
        $"{items} items are through", CoursePatience, async () => await Rows.Finished(IdOf(bucket)) >= items, Describe);

    /// <summary>The calls that ended with a process, or had ended and were not kept: what its death may cost.</summary>
    public async Task<IReadOnlyList<ModelCall>> LostWith(ServiceProcess victim, int bucket)
    {
        var keys = new HashSet<string>();
        await foreach (var key in Store.List(Location(bucket).Bucket, $"{ProjectFolder}/", CancellationToken.None))
            keys.Add(key[(ProjectFolder.Length + 1)..]);
        return [.. ModelCallAccount.Read([victim.CallLog]).Began.Where(call => !keys.Contains(call.KeptAt))];
    }

    public Task<IReadOnlyDictionary<string, string>> Artifacts(int bucket) => StoredCourse.Read(Store, Location(bucket));

    /// <summary>Of all services since the cluster began, or <see cref="ForgetCalls"/>.</summary>
    public ModelCallAccount Calls() => ModelCallAccount.Read(Services.Values.Select(service => service.CallLog));

    public void ForgetCalls()
    {
        foreach (var service in Services.Values)
            File.Delete(service.CallLog);
    }

    /// <summary>Nothing lies where nobody looks for it, and all that was published is delivered.</summary>
    public async Task IsClean()
    {
        await Eventually.Holds("the outbox is empty", TimeSpan.FromSeconds(20), async () => await Rows.Outbox() == 0, Describe);
        (await Queues.Astray()).ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Services.Values.Select(service => service.DisposeAsync().AsTask()));
        (Store as IDisposable)?.Dispose();
        await Queues.DisposeAsync();
        if (_folder.Exists)
            _folder.Delete(recursive: true);
    }

    string Describe() => string.Join(Environment.NewLine, Services.Values.Select(service => service.LastWords()).Prepend(Rows.Describe()));

    Dictionary<string, string> Variables(ClusterSettings settings, Uri broker)
    {
        var all = settings.Environment().ToDictionary(variable => variable.Key, variable => variable.Value);
        all["ConnectionStrings__RabbitMq"] = broker.ToString();
        all["ConnectionStrings__Postgres"] = _database;
        all["RabbitMq__Management"] = _servers.Broker.Management.ToString();
        all["Store__Kind"] = nameof(StoreKind.S3);
        all["Store__Endpoint"] = _storeOptions.Endpoint!.ToString();
        all["Store__Region"] = _storeOptions.Region!;
        all["Store__PathStyle"] = "true";
        for (var bucket = 0; bucket < _buckets.Count; bucket++)
            all[$"Store__Buckets__{bucket}"] = _buckets[bucket];
        all["AWS_ACCESS_KEY_ID"] = _servers.Store.AccessKey;
        all["AWS_SECRET_ACCESS_KEY"] = _servers.Store.SecretKey;
        return all;
    }

    static string SampleFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CourseGen.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds CourseGen.sln.");
        return Path.Combine(folder.FullName, "samples");
    }
}
