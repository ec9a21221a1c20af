namespace CourseGen.Servers;

public sealed class SeveralServersTests
{
    [Fact]
    public async Task Two_of_each_run_at_once_on_ports_of_their_own_and_nothing_of_them_is_left()
    {
        var folders = new[] { ServerFolder.Temporary(), ServerFolder.Temporary() };
        var servers = await Task.WhenAll(folders.Select(Start));
        servers.SelectMany(server => server.Ports).ShouldBeUnique();
        servers.SelectMany(server => server.Processes).ShouldAllBe(process => process.Runs);

        foreach (var server in servers.SelectMany(started => started.Servers))
            await server.DisposeAsync();

        folders.ShouldAllBe(folder => !Directory.Exists(folder.Path));
        foreach (var folder in folders)
            await RunningProcesses.Until(() => RunningProcesses.Naming(folder.Path).Count == 0, $"processes of {folder.Path} are left");
        servers.SelectMany(server => server.Processes).ShouldAllBe(process => !process.Runs);
    }

    static async Task<Started> Start(ServerFolder folder)
    {
        var rabbit = RabbitMqServer.Start(folder);
        var postgres = PostgresServer.Start(folder);
        var s3 = S3Server.Start(folder);
        await Task.WhenAll(rabbit, postgres, s3);
        var database = new Npgsql.NpgsqlConnectionStringBuilder((await postgres).ConnectionString);
        return new Started([await rabbit, await postgres, await s3],
            [(await rabbit).Uri.Port, (await rabbit).Management.Port, database.Port, (await s3).Endpoint.Port],
            [.. (await rabbit).Processes, .. (await postgres).Processes, .. (await s3).Processes]);
    }

    sealed record Started(IReadOnlyList<IAsyncDisposable> Servers, IReadOnlyList<int> Ports, IReadOnlyList<ServerProcess> Processes);
}
