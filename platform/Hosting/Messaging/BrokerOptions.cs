using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace CourseGen.Hosting;

/// <summary>How RabbitMQ is used; configuration section <c>RabbitMq</c>. Where it is: <see cref="BrokerAddress"/>.</summary>
public sealed record BrokerOptions
{
    public const string Section = "RabbitMq";

    /// <summary>Of the management API, <c>http://host:15672/</c>, for the check at start; none: what it would check is not checked.</summary>
    public Uri? Management { get; init; }

    /// <summary>A connection that is silent for twice as long is dead.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Between two looks whether the broker's port is open again; also after a failed attempt to consume or to publish.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:00:05")]
    public TimeSpan ReconnectPoll { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>While the broker answers, an endpoint that does not consume for this long ends the process's life (<c>/livez</c>).</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan EndpointPatience { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>Where RabbitMQ is: the connection string <c>RabbitMq</c>, <c>amqp://user:password@host:5672/vhost</c>, or <c>amqps</c> for TLS.</summary>
/// <param name="VirtualHost"><c>/</c> when the URI has none.</param>
public sealed record BrokerAddress(string Host, ushort Port, bool Tls, string VirtualHost, string User, string Password)
{
    const string Key = "ConnectionStrings:RabbitMq";
    const ushort PlainPort = 5672, TlsPort = 5671;

    /// <exception cref="SettingsException">It is missing or no such URI.</exception>
    public static BrokerAddress Read(IConfiguration configuration)
    {
        const string Expected = "expected amqp://user:password@host:port/vhost";
        var text = configuration.GetConnectionString("RabbitMq");
        if (string.IsNullOrWhiteSpace(text))
            throw new SettingsException($"{Key} is missing: {Expected}.");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps") || uri.Host == "")
            throw new SettingsException($"{Key} is no address of RabbitMQ: {Expected}.");
        var tls = uri.Scheme == "amqps";
        var user = uri.UserInfo.Split(':', 2);
        var path = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        return new(
            uri.Host, uri.IsDefaultPort || uri.Port <= 0 ? tls ? TlsPort : PlainPort : (ushort)uri.Port, tls, path == "" ? "/" : path,
            user[0] == "" ? "guest" : Uri.UnescapeDataString(user[0]), user.Length < 2 ? "guest" : Uri.UnescapeDataString(user[1]));
    }

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{Host}:{Port}, virtual host {VirtualHost}";
}
