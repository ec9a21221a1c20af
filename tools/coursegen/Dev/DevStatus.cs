using System.Net.Sockets;

namespace CourseGen.Cli.Dev;

/// <param name="State"><c>running</c>, <c>not answering</c>, <c>ended</c> or <c>not started</c>.</param>
/// <param name="Address">Null when it was not started.</param>
sealed record DevStatus(string Server, string State, string? Address)
{
    static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(2);

    public bool Runs => State == "running";

    public static async Task<IReadOnlyList<DevStatus>> Of(DevState state, CancellationToken token) =>
    [
        await Of("RabbitMQ", state.RabbitMq, token),
        await Of("Postgres", state.Postgres, token),
        await Of("S3", state.S3, token),
    ];

    static async Task<DevStatus> Of(string name, DevServer? server, CancellationToken token) => server switch
    {
        null => new DevStatus(name, "not started", null),
        { Runs: false } => new DevStatus(name, "ended", server.Addresses[0]),
        _ => new DevStatus(name, await Answers(server.Port, token) ? "running" : "not answering", server.Addresses[0]),
    };

    static async Task<bool> Answers(int port, CancellationToken token)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(AnswerLimit);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port, limit.Token);
            return true;
        }
        catch (Exception silent) when (silent is SocketException or OperationCanceledException && !token.IsCancellationRequested)
        {
            return false;
        }
    }
}
