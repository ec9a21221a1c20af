using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace CourseGen.Storage;

/// <summary>
/// Files on their way into a project folder. They are in its <c>.coursegen/tmp/</c> (same file system, never listed) and named by their
/// process, so that those a killed process left are removed at the next put.
/// </summary>
sealed class TemporaryFiles
{
    const int BufferSize = 1 << 17;
    static int _last;
    readonly ConcurrentDictionary<string, bool> _swept = new();

    /// <param name="own">The project's folder <c>.coursegen</c>.</param>
    public async Task<TemporaryFile> Write(string own, Stream content, CancellationToken token)
    {
        var folder = Path.Combine(own, "tmp");
        Directory.CreateDirectory(folder);
        if (_swept.TryAdd(folder, true))
            RemoveLeftovers(folder);
        var path = Path.Combine(folder, NameOf(OwnerProcess.Current, Interlocked.Increment(ref _last)));
        try
        {
            return new(path, await Copy(content, path, token));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    static async Task<string> Copy(Stream content, string path, CancellationToken token)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var buffer = new byte[BufferSize];
        for (int read; (read = await content.ReadAsync(buffer, token)) > 0;)
        {
            hash.AppendData(buffer.AsSpan(0, read));
            await file.WriteAsync(buffer.AsMemory(0, read), token);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static void RemoveLeftovers(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (OwnerOf(Path.GetFileName(file)) is { } owner && owner.IsGone())
                File.Delete(file);
        }
    }

    internal static string NameOf(OwnerProcess owner, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{owner.ProcessId}.{owner.StartedAt.UtcTicks}.{number}.{Fingerprint.Basis(owner.Host)}");

    static OwnerProcess? OwnerOf(string name) =>
        name.Split('.') is [var id, var start, _, var host] && int.TryParse(id, out var processId) && long.TryParse(start, out var ticks)
            && host == Fingerprint.Basis(OwnerProcess.Current.Host)
            ? new(OwnerProcess.Current.Host, processId, new DateTimeOffset(ticks, TimeSpan.Zero))
            : null;
}

/// <summary>Moved into place, or removed when disposed.</summary>
sealed class TemporaryFile(string path, string sha256) : IDisposable
{
    public string Sha256 { get; } = sha256;

    public void MoveTo(string target, bool overwrite) => File.Move(path, target, overwrite);

    public void Dispose() => File.Delete(path);
}
