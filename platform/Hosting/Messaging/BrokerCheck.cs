using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace CourseGen.Hosting;

/// <summary>Whether the broker is fit for the courses: its version, the types of our queues, the policies that keep poison and dead letters in check.</summary>
sealed partial class BrokerCheck(
    BrokerAddress address, ManagementApi management, BrokerExpectations expectations, ServiceIdentity identity, ILogger<BrokerCheck> log)
{
    /// <summary>The first with dead-lettering at least once for quorum queues.</summary>
    static readonly Version Oldest = new(3, 10);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    const string OurQueues = "coursegen.";
    static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    /// <exception cref="RefusedToStartException">It is not; the message says what to do.</exception>
    public async Task Run(CancellationToken token)
    {
        await CheckVersion(token);
        if (!management.IsKnown)
        {
            NotChecked(log, "RabbitMq:Management is not set");
            return;
        }
        try
        {
            CheckQueues(await management.List("queues", token));
            if (expectations.Policies)
                CheckPolicies(await management.List("policies", token));
        }
        catch (HttpRequestException unreachable)
        {
            NotChecked(log, unreachable.Message);
        }
    }

    async Task CheckVersion(CancellationToken token)
    {
        try
        {
            await using var connection = await Open(token);
            var text = connection.ServerProperties is { } server && server.TryGetValue("version", out var version) && version is byte[] bytes ? Encoding.UTF8.GetString(bytes) : "";
            if (VersionNumber().Match(text) is not { Success: true } number || Version.Parse(number.Value) < Oldest)
                throw new RefusedToStartException($"RabbitMQ at {address} is version '{text}': expected {Oldest} or newer.");
        }
        catch (BrokerUnreachableException refused) when (refused.InnerException is AuthenticationFailureException)
        {
            throw new RefusedToStartException($"RabbitMQ at {address} refuses the user {address.User}: check user and password in ConnectionStrings:RabbitMq.", refused);
        }
        catch (Exception refused) when (refused is OperationInterruptedException || refused.InnerException is OperationInterruptedException)
        {
            throw new RefusedToStartException(
                $"RabbitMQ at {address} has no such virtual host, or the user {address.User} may not use it: make it, or change ConnectionStrings:RabbitMq.", refused);
        }
        catch (BrokerUnreachableException)
        {
            NotChecked(log, $"{address} went away again");
        }
    }

    /// <summary>A broker that is starting answers on its port before its virtual hosts are open.</summary>
    public async Task<bool> IsOpen(CancellationToken token)
    {
        try
        {
            await using var connection = await Open(token);
            return true;
        }
        catch (Exception notYet) when (notYet is BrokerUnreachableException or OperationInterruptedException or IOException)
        {
            return false;
        }
    }

    /// <summary>False while the broker says of the virtual host that it is down; true whatever else it refuses.</summary>
    public async Task<bool> HasStarted(CancellationToken token)
    {
        try
        {
            await using var connection = await Open(token);
        }
        catch (Exception refused) when (refused is BrokerUnreachableException or OperationInterruptedException or IOException)
        {
            return BrokerEntrance.CodeIn(refused) != Constants.InternalError;
        }
        return true;
    }

    /// <summary>With a channel: that alone waits for what the broker says of the virtual host.</summary>
    async Task<IConnection> Open(CancellationToken token)
    {
        var connection = await Factory().CreateConnectionAsync($"{identity.Connection} (check)", token);
        try
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: token);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    ConnectionFactory Factory() => new()
    {
        HostName = address.Host,
        Port = address.Port,
        VirtualHost = address.VirtualHost,
        UserName = address.User,
        Password = address.Password,
        RequestedConnectionTimeout = Patience,
        AutomaticRecoveryEnabled = false,
        Ssl = new SslOption(address.Host, enabled: address.Tls),
    };

    static void CheckQueues(IReadOnlyList<JsonObject> queues)
    {
        var wrong = queues.Where(queue => Text(queue, "name").StartsWith(OurQueues, StringComparison.Ordinal) && Text(queue, "type") != "quorum")
            .Select(queue => $"{Text(queue, "name")} ({Text(queue, "type")})").ToList();
        if (wrong.Count > 0)
        {
            throw new RefusedToStartException(
                $"These queues are not quorum queues: {string.Join(", ", wrong)}. Empty and delete them; they are declared anew at the next start.");
        }
    }

    static void CheckPolicies(IReadOnlyList<JsonObject> policies)
    {
        var missing = CourseTopology.All.Select(route => route.Queue).Distinct().Where(queue => !policies.Any(policy => Guards(policy, queue))).ToList();
        if (missing.Count > 0)
        {
            throw new RefusedToStartException(
                $"No policy gives {string.Join(", ", missing.Take(3))}{(missing.Count > 3 ? $" and {missing.Count - 3} more" : "")} a delivery limit and a dead-letter exchange: " +
                "run planner --topology, or import deploy/rabbitmq/definitions.json.");
        }
    }

    static bool Guards(JsonObject policy, string queue) =>
        policy["definition"] is JsonObject definition && definition.ContainsKey("delivery-limit") && definition.ContainsKey("dead-letter-exchange")
        && Regex.IsMatch(queue, Text(policy, "pattern"), RegexOptions.ExplicitCapture, MatchTimeout);

    static string Text(JsonObject entry, string field) => entry[field]?.ToString() ?? "";

    [LoggerMessage(LogLevel.Warning, "Not checked on RabbitMQ, because {Reason}: queue types (quorum), delivery limit, dead-letter exchange.")]
    static partial void NotChecked(ILogger log, string reason);

    [GeneratedRegex(@"^\d+\.\d+(\.\d+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionNumber();
}

/// <param name="Policies">False while they are being put there.</param>
sealed record BrokerExpectations(bool Policies);
