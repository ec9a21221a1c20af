namespace CourseGen.Bench.Decks;

/// <summary>One picture a slide, as files.</summary>
sealed class PictureFiles(string folder)
{
    internal string Folder => folder;

    internal string PathOf(string reference) => Path.Combine(folder, reference);

    /// <param name="bytes">Of each picture.</param>
    internal static PictureFiles Make(string folder, int count, int bytes)
    {
        Directory.CreateDirectory(folder);
        Parallel.For(1, count + 1, number => File.WriteAllBytes(Path.Combine(folder, BenchmarkPlan.PictureOf(number)), NoisePicture.OfAbout(bytes, number)));
        return new PictureFiles(folder);
    }
}
