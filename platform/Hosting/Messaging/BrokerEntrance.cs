using System.Net.Sockets;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace CourseGen.Hosting;

/// <summary>Whether a broker lets us in, and why not.</summary>
static class BrokerEntrance
{
    /// <summary>Opens a connection and closes it: the bus itself would try for ever, and not say why.</summary>
    /// <exception cref="BrokerUnusableException">Nobody is there, or it lets us not in.</exception>
    public static async Task Try(BrokerAddress broker, TimeSpan timeout, CancellationToken token)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
        deadline.CancelAfter(timeout);
        try
        {
            var factory = new ConnectionFactory
            {
                HostName = broker.Host,
                Port = broker.Port,
                VirtualHost = broker.VirtualHost,
                UserName = broker.User,
                Password = broker.Password,
                Ssl = new SslOption(broker.Host, enabled: broker.Tls),
                RequestedConnectionTimeout = timeout,
                AutomaticRecoveryEnabled = false,
            };
            await using var connection = await factory.CreateConnectionAsync("coursegen", deadline.Token).WaitAsync(deadline.Token);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: deadline.Token).WaitAsync(deadline.Token); // a virtual host that is not there shows here
        }
        catch (Exception failure) when (!token.IsCancellationRequested)
        {
            throw Explain(broker, failure, timeout);
        }
    }

    static BrokerUnusableException Explain(BrokerAddress broker, Exception failure, TimeSpan timeout)
    {
        var place = $"RabbitMQ at {broker}";
        var causes = Causes(failure).ToList();
        if (causes.OfType<AuthenticationFailureException>().Any())
            return new($"{place} refuses user and password.", "Correct them in its address, amqp://user:password@host:port/vhost.", failure);
        if (ReplyIn(failure) is { } reply)
            return new($"{place} refuses the connection: {reply}.", "Name a virtual host that is there and that the user may use.", failure);
        var why = causes.OfType<SocketException>().FirstOrDefault() is { } socket ? socket.Message
            : causes.Any(cause => cause is OperationCanceledException or TimeoutException) ? $"no answer within {timeout.TotalSeconds:0} s"
            : causes[^1].Message;
        return new($"{place} cannot be reached: {why}.", "Start it, or correct its address.", failure);
    }

    /// <summary>The broker's own words, when it closed the connection or the channel.</summary>
    public static string? ReplyIn(Exception failure) => ReasonIn(failure)?.ReplyText;

    /// <summary>AMQP's code of it.</summary>
    public static ushort? CodeIn(Exception failure) => ReasonIn(failure)?.ReplyCode;

    static ShutdownEventArgs? ReasonIn(Exception failure) =>
        Causes(failure).OfType<OperationInterruptedException>().Select(interrupted => interrupted.ShutdownReason).FirstOrDefault(reason => reason is not null);

    static IEnumerable<Exception> Causes(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause is AggregateException { InnerExceptions: [var first, ..] } ? first : cause.InnerException)
            yield return cause;
    }
}
