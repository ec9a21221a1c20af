namespace CourseGen.Storage;

/// <summary>
/// One writer at a time in a project folder, across processes: an open file that nobody else may open (<c>flock</c>, which the
/// system lets go of when a process dies). Held for a comparison and two renames, so the wait is short.
/// </summary>
static class FolderLock
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    const int MaxTries = 3000;

    /// <returns>The lock; disposing it lets go.</returns>
    /// <exception cref="StoreUnusableException">Another process has held it for half a minute.</exception>
    public static async Task<IDisposable> Take(string lockFile, CancellationToken token)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            try
            {
                return new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (IsHeld(held))
            {
                await Task.Delay(Pause, token);
            }
        }
        throw new StoreUnusableException(
            $"{lockFile} has been held by another process for {(Pause * MaxTries).TotalSeconds} s.", "End the process that hangs, then try again.");
    }

    // EWOULDBLOCK of Linux and macOS; Windows: sharing violation
    static bool IsHeld(IOException failure) => failure.GetType() == typeof(IOException) && (failure.HResult & 0xFFFF) is 11 or 35 or 32;
}
