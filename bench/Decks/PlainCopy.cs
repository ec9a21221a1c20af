namespace CourseGen.Bench.Decks;

/// <summary>The least that a merge has to do: reading the bytes of all files, and writing them into one.</summary>
static class PlainCopy
{
    internal static void Copy(IReadOnlyList<string> files, string output)
    {
        using var copy = File.Create(output);
        foreach (var file in files)
        {
            using var source = File.OpenRead(file);
            source.CopyTo(copy);
        }
    }
}
