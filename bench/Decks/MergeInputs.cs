namespace CourseGen.Bench.Decks;

/// <summary>Decks to merge, with a picture a slide.</summary>
/// <param name="Slides">Of all decks.</param>
/// <param name="Bytes">Of all files.</param>
sealed record MergeInputs(IReadOnlyList<string> Files, int Slides, long Bytes)
{
    /// <param name="counts">Slides of each deck.</param>
    /// <param name="bytes">Of all files, to within a few thousandths: the pictures take what the text leaves.</param>
    internal static MergeInputs Make(string folder, IReadOnlyList<int> counts, long bytes)
    {
        var slides = counts.Sum();
        var least = NoisePicture.OfAbout(0, 1).Length;
        var text = Written(folder, counts, PictureFiles.Make(Path.Combine(folder, "least"), slides, least)).Bytes;
        return Written(folder, counts, PictureFiles.Make(Path.Combine(folder, "pictures"), slides, least + (int)((bytes - text) / slides)));
    }

    static MergeInputs Written(string folder, IReadOnlyList<int> counts, PictureFiles pictures)
    {
        var (files, first) = (new List<string>(), 1);
        foreach (var (index, count) in counts.Index())
        {
            files.Add(Path.Combine(folder, $"deck-{index + 1}.pptx"));
            OurBuild.Write(BenchmarkPlan.Slides(first, count), pictures, files[index]);
            first += count;
        }
        return new MergeInputs(files, counts.Sum(), files.Sum(file => new FileInfo(file).Length));
    }
}
