namespace CourseGen.Servers.Processes;

static class TemporaryFiles
{
    /// <summary>Deletes a server's files, and the folder with the last of them, unless the folder is lasting.</summary>
    public static void Delete(ServerFolder folder, string files)
    {
        if (folder.Lasting)
            return;
        DeleteTree(files);
        if (Directory.Exists(folder.Path) && !Directory.EnumerateFileSystemEntries(folder.Path).Any())
            Directory.Delete(folder.Path);
    }

    /// <summary>A process that was killed may still be closing its files.</summary>
    static void DeleteTree(string path)
    {
        for (var attempt = 1; Directory.Exists(path); attempt++)
        {
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (IOException) when (attempt < 5)
            {
                // Once more.
            }
        }
    }
}
