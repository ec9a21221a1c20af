using System.Security.Cryptography;
using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Cli.Downloads;

/// <param name="Fetched">Files that were not there, or were others.</param>
/// <param name="Bytes">Of what was fetched.</param>
/// <param name="Same">Files that were here already with the same sha256.</param>
/// <param name="Replaced">Of the fetched, those whose other bytes were here.</param>
/// <param name="Refused">Keys that would not stay in the folder, or that are no artifact's.</param>
sealed record DownloadResult(int Fetched, long Bytes, int Same, int Replaced, IReadOnlyList<string> Refused);

/// <summary>Fetches a course's artifacts from the store into its folder here: several at a time, whole files only, nothing that is here already.</summary>
/// <param name="folder">Of the course, a full path; made when missing.</param>
/// <param name="say">A line for each file that is fetched or refused.</param>
sealed class CourseDownload(IArtifactStore store, CourseLocation location, string folder, Action<string> say)
{
    /// <summary>A store answers several at once faster; more than these wait for the network.</summary>
    const int AtOnce = 8;
    readonly Lock _gate = new();
    readonly List<string> _refused = [];
    (int Fetched, int Same, int Replaced, int Seen) _counts;
    long _bytes;

    /// <param name="own">Also what lies in <c>.coursegen/</c>.</param>
    /// <exception cref="StoreUnusableException">The store is out of reach.</exception>
    /// <exception cref="CommandException">There is no such course (2).</exception>
    public async Task<DownloadResult> Run(bool own, CancellationToken token)
    {
        var keys = await Keys(own, token);
        await Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = token },
            async (key, stop) => await Fetch(key, keys.Count, stop));
        return new DownloadResult(_counts.Fetched, _bytes, _counts.Same, _counts.Replaced, [.. _refused.Order(StringComparer.Ordinal)]);
    }

    async Task<List<string>> Keys(bool own, CancellationToken token)
    {
        var (keys, isCourse) = (new List<string>(), false);
        await foreach (var key in store.List(location.Bucket, $"{location.Folder}/", token))
        {
            var relative = key[(location.Folder.Length + 1)..];
            isCourse |= relative is ArtifactKeys.Plan or ArtifactKeys.Manifest || relative.StartsWith(ArtifactKeys.Own, StringComparison.Ordinal);
            if (relative.Length == 0 || relative.EndsWith('/') || !own && relative.StartsWith(ArtifactKeys.Own, StringComparison.Ordinal))
                continue; // a folder's marker, or ours
            if (LocalPath.Fault(relative) is { } fault)
                Refuse(relative, fault);
            else
                keys.Add(relative);
        }
        return isCourse ? keys : throw new CommandException(ExitCodes.Usage,
            $"There is no course {location.Folder} in the bucket {location.Bucket}; look at folder and --bucket, or start it: coursegen start OUTLINE --project {location.Folder}");
    }

    async Task Fetch(string key, int total, CancellationToken token)
    {
        var path = LocalPath.Of(folder, key);
        try
        {
            if (await store.Find(location, key, token) is not { } found)
                return; // gone since it was listed
            var here = await Sha256Of(path, token);
            if (here == found.Sha256)
            {
                Count(key, total, same: true, replaced: false, bytes: 0);
                return;
            }
            Count(key, total, same: false, replaced: here is not null, await Write(key, path, token));
        }
        catch (ArtifactMissingException)
        {
            // gone since it was listed
        }
        catch (ArgumentException)
        {
            Refuse(key, "is no artifact's key");
        }
    }

    /// <summary>Under another name first: what has its name is whole.</summary>
    async Task<long> Write(string key, string path, CancellationToken token)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = $"{path}.part";
        try
        {
            await using (var source = await store.OpenRead(ArtifactAddress.Of(location, key), token))
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous))
                await source.CopyToAsync(file, token);
            var length = new FileInfo(part).Length;
            File.Move(part, path, overwrite: true);
            return length;
        }
        finally
        {
            File.Delete(part);
        }
    }

    void Count(string key, int total, bool same, bool replaced, long bytes)
    {
        lock (_gate)
        {
            _counts = (_counts.Fetched + (same ? 0 : 1), _counts.Same + (same ? 1 : 0), _counts.Replaced + (replaced ? 1 : 0), _counts.Seen + 1);
            _bytes += bytes;
            if (!same)
                say($"[{_counts.Seen.ToString().PadLeft(total.ToString().Length)}/{total}] {key}{(replaced ? " (replaced)" : "")}");
        }
    }

    void Refuse(string key, string fault)
    {
        var shown = new string([.. key.Select(character => char.IsControl(character) ? '?' : character)]);
        lock (_gate)
            _refused.Add(shown);
        say($"refused: '{shown}' {fault}");
    }

    static async Task<string?> Sha256Of(string path, CancellationToken token)
    {
        if (!File.Exists(path))
            return null;
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, token));
    }
}
