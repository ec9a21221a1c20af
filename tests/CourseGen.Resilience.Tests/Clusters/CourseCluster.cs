using CourseGen.Contracts;
using CourseGen.Planner.Intake;
using CourseGen.Servers;
using CourseGen.Storage;

namespace CourseGen.Resilience.Tests.Clusters;

/// <summary>The five services as five processes on a virtual host, a database and buckets of their own.</summary>
sealed class CourseCluster : IAsyncDisposable
{
    /// <summary>For a course that is disturbed; an undisturbed one takes some ten seconds.</summary>
    public static readonly TimeSpan CoursePatience = TimeSpan.FromMinutes(5);

    public const string ProjectFolder = "data-engineering";
    readonly DirectoryInfo _folder;
    readonly ClusterServers _servers;
    readonly RunningServices _running;

    CourseCluster(ClusterServers servers, ClusterSettings settings, RunningServices running, DirectoryInfo folder)
    {
        (_servers, _running, _folder, Settings) = (servers, running, folder, settings);
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", servers.Store.AccessKey);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", servers.Store.SecretKey);
        Store = new StoreOptions { Kind = StoreKind.S3, Buckets = running.Buckets, Endpoint = servers.Store.Endpoint, Region = "us-east-1", PathStyle = true }
            .OpenStore(TimeProvider.System);
        Queues = new BrokerQueues(running.Broker, servers.Broker.Management);
        Rows = new DatabaseRows(running.Database);
    }

    public ClusterSettings Settings { get; }
    public IArtifactStore Store { get; }
    public BrokerQueues Queues { get; }
    public DatabaseRows Rows { get; }
    public ClusterServers Servers => _servers;
    public IReadOnlyDictionary<string, ServiceProcess> Services => _running.Processes;

    public static async Task<CourseCluster> Start(ClusterServers servers, ClusterSettings? settings = null)
    {
        settings ??= new ClusterSettings();
        var folder = Directory.CreateTempSubdirectory("coursegen-cluster-");
        var running = await RunningServices.Start(servers.Broker, servers.Database, servers.Store, new ServicesOptions
        {
            Buckets = settings.Buckets,
            Environment = settings.Environment().ToDictionary(variable => variable.Key, variable => variable.Value),
            EnvironmentOf = name => new Dictionary<string, string>
            {
                ["Models__CallLog"] = CallLog(folder, name),
                [CrashPoints.CrashPoint.FileVariable] = CrashFile(folder, name),
            },
        });
        var cluster = new CourseCluster(servers, settings, running, folder);
        await cluster.Queues.Watch();
        return cluster;
    }

    /// <summary>Written, it tells a service with crash points where to end.</summary>
    public string CrashFile(ServiceProcess service) => CrashFile(_folder, service.Name);

    /// <summary>The course of a bucket, which is a course of its own.</summary>
    public CourseLocation Location(int bucket) => new(_running.Buckets[bucket], ProjectFolder);

    public Guid IdOf(int bucket) => CourseId.Of(Location(bucket));

    /// <summary>The command as anybody may send it: raw JSON.</summary>
    public string StartJson(int bucket) =>
        $$"""{"course_bucket":"{{_running.Buckets[bucket]}}","project_folder":"{{ProjectFolder}}","modules_to_generate":"{{Settings.Modules}}"}""";

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

    /// <summary>It has ended, well or not.</summary>
    public async Task<bool> IsThrough(int bucket) => (await Queues.Ends()).Any(end => end.Course == IdOf(bucket));

    /// <summary>Waits until so many of the course's items are through.</summary>
    public Task Progressed(int bucket, int items) => Eventually.Holds(
        $"{items} items are through", CoursePatience, async () => await Rows.Finished(IdOf(bucket)) >= items, Describe);

    /// <summary>The calls that ended with a process, or had ended and were not kept: what its death may cost.</summary>
    public async Task<IReadOnlyList<ModelCall>> LostWith(ServiceProcess victim, int bucket)
    {
        var keys = new HashSet<string>();
        await foreach (var key in Store.List(Location(bucket).Bucket, $"{ProjectFolder}/", CancellationToken.None))
            keys.Add(key[(ProjectFolder.Length + 1)..]);
        return [.. ModelCallAccount.Read([CallLog(_folder, victim.Name)]).Began.Where(call => !keys.Contains(call.KeptAt))];
    }

    public Task<IReadOnlyDictionary<string, string>> Artifacts(int bucket) => StoredCourse.Read(Store, Location(bucket));

    /// <summary>Of all services since the cluster began, or <see cref="ForgetCalls"/>.</summary>
    public ModelCallAccount Calls() => ModelCallAccount.Read(Services.Keys.Select(name => CallLog(_folder, name)));

    public void ForgetCalls()
    {
        foreach (var name in Services.Keys)
            File.Delete(CallLog(_folder, name));
    }

    /// <summary>Nothing lies where nobody looks for it, and all that was published is delivered.</summary>
    public async Task IsClean()
    {
        await Eventually.Holds("the outbox is empty", TimeSpan.FromSeconds(20), async () => await Rows.Outbox() == 0, Describe);
        (await Queues.Astray()).ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        (Store as IDisposable)?.Dispose();
        await Queues.DisposeAsync();
        await _running.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    string Describe() => string.Join(Environment.NewLine, Services.Values.Select(service => service.LastWords()).Prepend(Rows.Describe()));

    static string CallLog(DirectoryInfo folder, string service) => Path.Combine(folder.FullName, $"{service}.calls.jsonl");

    static string CrashFile(DirectoryInfo folder, string service) => Path.Combine(folder.FullName, $"{service}.crash");

    static string SampleFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CourseGen.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds CourseGen.sln.");
        return Path.Combine(folder.FullName, "samples");
    }
}
