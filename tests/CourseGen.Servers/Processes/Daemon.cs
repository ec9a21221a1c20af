using System.Diagnostics;

namespace CourseGen.Servers.Processes;

/// <summary>
/// A server's process in a group of its own. It ends when disposed; and unless its folder is lasting, it also ends when its owner does, however that
/// ends: a guard reads from a pipe, and kills the group and deletes the server's files when the pipe closes without a word.
/// </summary>
sealed class Daemon : IAsyncDisposable
{
    const string Alone = """log=$1; shift 2; exec "$@" </dev/null >>"$log" 2>&1""";

    /// <summary>The guard is no child of the server: a server may not expect children that it did not start.</summary>
    const string Guarded =
        """
        log=$1 files=$2; shift 2
        exec 3<&0 </dev/null >>"$log" 2>&1
        setsid --fork sh -c 'read -r _ && exit; kill -KILL -- "-$0"; for _ in 1 2 3 4 5; do rm -rf "$1" && break; sleep 0.2; done; rmdir "${1%/*}"' $$ "$files" <&3 >/dev/null 2>&1
        exec 3<&-
        exec "$@"
        """;

    readonly Process _process;
    readonly string _server;
    readonly string _log;
    bool _released;

    Daemon(Process process, string server, string log) => (_process, _server, _log) = (process, server, log);

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <param name="server">For messages: <c>RabbitMQ</c>.</param>
    /// <param name="files">The server's own folder; its output goes to a file in it.</param>
    public static Daemon Start(string server, ProgramCommand command, string files, bool lasting)
    {
        var log = Path.Combine(files, $"{Path.GetFileName(command.Program)}.out");
        var start = command.StartInfo("setsid", "sh", "-c", lasting ? Alone : Guarded, "daemon", log, files);
        start.RedirectStandardInput = !lasting;
        return new Daemon(Process.Start(start)!, server, log);
    }

    /// <summary>Asks it to end, and kills it when it has not after a while.</summary>
    public async Task Stop(int signal, TimeSpan grace)
    {
        Signals.Send(Id, signal);
        using var limit = new CancellationTokenSource(grace);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            await Kill();
        }
        Release();
    }

    public async Task Kill()
    {
        Signals.SendToGroup(Id, Signals.Kill);
        await _process.WaitForExitAsync(CancellationToken.None);
        Release();
    }

    public ServerUnavailableException Failure(string what) => new(_server, $"{what}. {LastWords()}", $"Its log is {_log}.");

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
    }

    /// <summary>Tells the guard that nothing is left to do.</summary>
    void Release()
    {
        if (!_process.StartInfo.RedirectStandardInput || _released)
            return;
        _released = true;
        try
        {
            _process.StandardInput.WriteLine();
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The guard has ended already.
        }
    }

    string LastWords() => File.Exists(_log) && File.ReadLines(_log).LastOrDefault(line => line.Trim().Length > 0) is { } line ? $"Its last words: {line.Trim()}" : "";
}
