using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Hosting;
using CourseGen.Servers;
using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace CourseGen.Resilience.Tests.Clusters;

/// <param name="Event">For example <c>CourseCompleted</c>.</param>
sealed record CourseEnd(string Event, Guid Course, string Body);

/// <summary>A virtual host as anybody sees it who is not one of the services: sends raw JSON, watches for the ends of courses, looks at queues.</summary>
sealed class BrokerQueues(Uri broker, Uri management) : IAsyncDisposable
{
    const string WatchQueue = "ends-of-courses";
    const string DeadLetters = "coursegen.dead";
    static readonly string[] EndEvents =
        [nameof(CourseCompleted), nameof(CourseCompletedWithGaps), nameof(CourseFailed), nameof(CourseRejected), nameof(CoursePaused), nameof(CourseCancelled)];

    readonly List<CourseEnd> _ends = [];
    readonly HttpClient _http = new(new PatientManagement())
    {
        BaseAddress = management,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(broker.UserInfo)))) },
    };
    IConnection? _connection;
    IChannel? _channel;

    /// <summary>Of the services; each has an error and a skipped queue beside it when something ever went there.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(QueueNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(name => (string)name.GetRawConstantValue()!).Where(name => name != DeadLetters)];

    /// <summary>For a client.</summary>
    public BrokerAddress Address { get; } = BrokerAddress.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:RabbitMq"] = broker.ToString() }).Build());

    string VirtualHost => Uri.UnescapeDataString(broker.AbsolutePath.TrimStart('/'));

    /// <summary>Keeps every end of a course from now on.</summary>
    public async Task Watch()
    {
        var channel = await Channel();
        await channel.QueueDeclareAsync(WatchQueue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        foreach (var end in EndEvents)
        {
            var exchange = $"{typeof(CourseCompleted).Namespace}:{end}";
            await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, autoDelete: false);
            await channel.QueueBindAsync(WatchQueue, exchange, routingKey: "");
        }
    }

    public async Task Send(string queue, string json)
    {
        var channel = await Channel();
        await channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties { Persistent = true, ContentType = "application/json" }, Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Through the management API, as the management page does it.</summary>
    public async Task SendByManagement(string queue, string json)
    {
        using var answer = await _http.PostAsJsonAsync($"api/exchanges/{Uri.EscapeDataString(VirtualHost)}/amq.default/publish",
            new { properties = new { }, routing_key = queue, payload = json, payload_encoding = "string" });
        answer.EnsureSuccessStatusCode();
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("routed").GetBoolean().ShouldBeTrue();
    }

    /// <summary>All that were ever published.</summary>
    public async Task<IReadOnlyList<CourseEnd>> Ends()
    {
        var channel = await Channel();
        while (await channel.BasicGetAsync(WatchQueue, autoAck: true) is { } message)
        {
            using var envelope = JsonDocument.Parse(message.Body);
            var root = envelope.RootElement;
            _ends.Add(new(message.Exchange[(message.Exchange.IndexOf(':') + 1)..], root.GetProperty("message").GetProperty("courseId").GetGuid(), root.GetProperty("message").GetRawText()));
        }
        return _ends;
    }

    /// <returns>Every queue with messages where none should be, with their number.</returns>
    public async Task<IReadOnlyList<string>> Astray()
    {
        var astray = new List<string>();
        foreach (var queue in Names.SelectMany(name => new[] { $"{name}_error", $"{name}_skipped" }).Append(DeadLetters))
        {
            if (await Waiting(queue) is > 0 and var count)
                astray.Add($"{queue}: {count}, the first {await Peek(queue)}");
        }
        return astray;
    }

    /// <summary>Messages that nobody has taken yet; none in a queue that does not exist.</summary>
    public async Task<uint> Waiting(string queue)
    {
        var channel = await Channel();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == 404)
        {
            return 0;
        }
    }

    /// <summary>Asks the queues themselves: the management API lists a new consumer only up to 5 seconds later.</summary>
    /// <returns>The queues of the services that nobody consumes.</returns>
    public async Task<IReadOnlyList<string>> Unconsumed()
    {
        var unconsumed = new List<string>();
        foreach (var name in Names)
        {
            var channel = await Channel();
            if ((await channel.QueueDeclarePassiveAsync(name)).ConsumerCount == 0)
                unconsumed.Add(name);
        }
        return unconsumed;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Close();
    }

    async Task<string> Peek(string queue)
    {
        var channel = await Channel();
        var message = await channel.BasicGetAsync(queue, autoAck: false);
        var text = message is null ? "" : Encoding.UTF8.GetString(message.Body.Span);
        var headers = message?.BasicProperties.Headers?.Select(header => $"{header.Key}={(header.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : header.Value)}");
        if (message is not null)
            await channel.BasicRejectAsync(message.DeliveryTag, requeue: true);
        return $"{text[..Math.Min(text.Length, 600)]} {string.Join("; ", headers ?? [])}";
    }

    async Task<IChannel> Channel()
    {
        if (_channel is { IsOpen: true })
            return _channel;
        await Close();
        _connection = await new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = false, ClientProvidedName = "resilience-tests" }.CreateConnectionAsync();
        return _channel = await _connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
    }

    async Task Close()
    {
        if (_channel is not null)
            await _channel.DisposeAsync();
        if (_connection is not null)
            await _connection.DisposeAsync();
        (_channel, _connection) = (null, null);
    }
}
