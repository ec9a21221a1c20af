namespace CourseGen.Bench.Decks;

/// <summary>Merging and building decks, beside copying their bytes, the Open XML SDK and programs of npm, in one run on the same files.</summary>
sealed class DecksBenchmark(string root)
{
    /// <summary>The name by which the program starts itself to build one deck, so that its memory can be told from outside.</summary>
    public const string BuildOne = "build-deck";

    public async Task<IReadOnlyList<Bar>> Run(bool quick)
    {
        using var folder = new DeckFolder();
        var peers = new NodePeers(root);
        return
        [
            .. await Part.Measure("merge", () => new MergeBenchmark(root, folder, peers, quick).Run()),
            .. await Part.Measure("build", () => new BuildBenchmark(folder, peers, quick).Run()),
        ];
    }

    /// <param name="arguments">Number of slides, folder of their pictures, file to write.</param>
    public static int Build(params IReadOnlyList<string> arguments)
    {
        OurBuild.Write(BenchmarkPlan.Slides(1, int.Parse(arguments[0])), new PictureFiles(arguments[1]), arguments[2]);
        return 0;
    }
}
