using RabbitMQ.Client;

namespace CourseGen.Servers;

public sealed class RabbitMqControlTests : IAsyncLifetime
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    RabbitMqServer _server = null!;

    public async Task InitializeAsync() => _server = await RabbitMqServer.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_connection_is_closed_by_its_name_and_others_stay_open()
    {
        await using var wanted = await Connect("worker@1");
        await using var other = await Connect("worker@2");
        var closed = new TaskCompletionSource();
        wanted.ConnectionShutdownAsync += (_, _) => Done(closed);
        using var limit = new CancellationTokenSource(Limit);

        (await _server.CloseConnections("worker@1", limit.Token)).ShouldBe(1);

        await closed.Task.WaitAsync(Limit);
        other.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task The_memory_alarm_blocks_publishers_until_it_is_cleared()
    {
        await using var connection = await Connect("publisher");
        var (blocked, unblocked) = (new TaskCompletionSource(), new TaskCompletionSource());
        connection.ConnectionBlockedAsync += (_, _) => Done(blocked);
        connection.ConnectionUnblockedAsync += (_, _) => Done(unblocked);
        await using var channel = await connection.CreateChannelAsync();

        await _server.RaiseMemoryAlarm();
        await channel.BasicPublishAsync("", "nowhere", new byte[] { 1 });
        await blocked.Task.WaitAsync(Limit);
        unblocked.Task.IsCompleted.ShouldBeFalse();

        await _server.ClearMemoryAlarm();
        await unblocked.Task.WaitAsync(Limit);
    }

    static Task Done(TaskCompletionSource source)
    {
        source.TrySetResult();
        return Task.CompletedTask;
    }

    Task<IConnection> Connect(string name, Uri? host = null) =>
        new ConnectionFactory { Uri = host ?? _server.Uri, AutomaticRecoveryEnabled = false }.CreateConnectionAsync(name);
}
