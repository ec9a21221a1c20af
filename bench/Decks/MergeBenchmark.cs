using CourseGen.Ppt.Merging;

namespace CourseGen.Bench.Decks;

/// <summary>The original's three decks of a course of 16 lessons into one, and three decks of four times the slides.</summary>
sealed class MergeBenchmark(string root, DeckFolder folder, NodePeers peers, bool quick)
{
    const long Bytes = 13_400_000;
    const int Times = 4;
    const int ColdRuns = 5;
    const double MostMegabytesMore = 64;

    static readonly int[] Slides = [147, 147, 88];

    readonly int _rounds = quick ? 5 : 20;
    readonly TimeSpan _patience = TimeSpan.FromSeconds(quick ? 5 : 60);
    double _merge;

    internal async Task<IEnumerable<Bar>> Run()
    {
        var decks = MergeInputs.Make(folder.Below("decks"), Slides, Bytes);
        var more = MergeInputs.Make(folder.Below("more"), [.. Slides.Select(count => count * Times)], Bytes * Times);
        return
        [
            .. Warm(decks, more),
            .. await Cold(decks, more),
            .. await Part.Measure("pptx-automizer", () => Peer(decks)),
        ];
    }

    IEnumerable<Bar> Warm(MergeInputs decks, MergeInputs more)
    {
        var (copied, ours, many) = (folder.Below("copy.pptx"), folder.Below("merged.pptx"), folder.Below("more.pptx"));
        var (appended, made) = (folder.Below("sdk.pptx"), folder.Below("sdk-new.pptx"));
        var rounds = WarmRounds.Measure(_rounds,
            new Work("copy", () => PlainCopy.Copy(decks.Files, copied), _patience),
            new Work("merge", () => DeckMerger.MergeFiles(decks.Files, ours), _patience),
            new Work("more", () => DeckMerger.MergeFiles(more.Files, many), _patience),
            new Work("SDK", () => SdkMerge.IntoCopy(decks.Files, appended), _patience),
            new Work("SDK, new package", () => SdkMerge.IntoNew(decks.Files, made), _patience));
        SlideCount.ShouldBe(decks.Slides, ours, "coursegen");
        SlideCount.ShouldBe(more.Slides, many, "coursegen");
        SlideCount.ShouldBe(decks.Slides, appended, "the Open XML SDK");
        SlideCount.ShouldBe(decks.Slides, made, "the Open XML SDK");
        var (copy, merge, four) = (rounds[0].Median, rounds[1].Median, rounds[2].Median);
        _merge = merge;
        var same = $"same files on {folder.Kind}, same run";
        return
        [
            new Bar($"merge {Name(decks)}", merge, "ms", null, $"warm, median of {rounds[1].Milliseconds.Count}, {folder.Kind}"),
            new Bar("plain copy", copy, "ms", null, same),
            new Bar("merge ÷ plain copy", merge / copy, "×", 4, $"plain copy, {same}"),
            .. Sdk("Open XML SDK, part by part", rounds[3], merge, 8, same),
            .. Sdk("Open XML SDK, all parts into a new package", rounds[4], merge, null, same),
            new Bar($"merge {Name(more)}", four, "ms", null, same),
            new Bar($"merge, time at {Times} × the slides", four / merge, "×", 4.4, $"itself, {same}"),
        ];
    }

    static IEnumerable<Bar> Sdk(string name, Rounds sdk, double merge, double? threshold, string same) =>
    [
        new Bar(name, sdk.Median, "ms", null, $"{same}, median of {sdk.Milliseconds.Count}"),
        new Bar($"{name} ÷ merge", sdk.Median / merge, "×", threshold, $"{name}, {same}", AtLeast: true),
    ];

    async Task<IEnumerable<Bar>> Cold(MergeInputs decks, MergeInputs more)
    {
        var (one, four) = (await Cli(decks), await Cli(more));
        return
        [
            new Bar("coursegen merge-decks, start to exit", one.Seconds * 1000, "ms", null, $"a cold process, median of {ColdRuns}"),
            new Bar("coursegen merge-decks, peak memory", one.PeakMegabytes, "MB", null, $"resident, median of {ColdRuns}"),
            new Bar($"peak memory more at {Times} × the slides", four.PeakMegabytes - one.PeakMegabytes, "MB", MostMegabytesMore, "itself, resident, a process each"),
        ];
    }

    Task<ProcessMeasurement> Cli(MergeInputs inputs) => Processes.Median(ColdRuns, "dotnet",
        [Path.Combine(root, "tools/coursegen/bin/Release/net10.0/coursegen.dll"), "merge-decks", .. inputs.Files, "-o", folder.Below("cold.pptx")]);

    async Task<IEnumerable<Bar>> Peer(MergeInputs decks)
    {
        await peers.Install();
        var output = folder.Below("automizer.pptx");
        var rounds = await peers.Merge(_rounds, _patience, output, decks.Files);
        SlideCount.ShouldBe(decks.Slides, output, rounds.Name);
        return
        [
            new Bar("pptx-automizer", rounds.Median, "ms", null, $"Node, warm, median of {rounds.Milliseconds.Count}, same files"),
            new Bar("pptx-automizer ÷ merge", rounds.Median / _merge, "×", null, "pptx-automizer, same files, same run"),
        ];
    }

    static string Name(MergeInputs inputs) => $"{inputs.Slides} slides, {inputs.Files.Count} decks, {inputs.Bytes / 1e6:0.0} MB";
}
