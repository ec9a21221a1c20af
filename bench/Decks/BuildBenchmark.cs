namespace CourseGen.Bench.Decks;

/// <summary>Decks of few and of many slides from slide plans with a picture each.</summary>
sealed class BuildBenchmark(DeckFolder folder, NodePeers peers, bool quick)
{
    const int PictureBytes = 32_000;
    const int MemoryRuns = 3;
    const double MostMegabytesMore = 64;

    readonly (int Few, int Many) _slides = quick ? (100, 1000) : (400, 4000);
    readonly int _rounds = quick ? 5 : 20;
    readonly TimeSpan _patience = TimeSpan.FromSeconds(quick ? 5 : 60);

    internal async Task<IEnumerable<Bar>> Run()
    {
        var (few, many) = _slides;
        var pictures = PictureFiles.Make(folder.Below("slides"), many, PictureBytes);
        var ours = Warm(pictures, [few, many]);
        return
        [
            .. Told(few, ours[0], ours[2]),
            .. Told(many, ours[1], ours[3]),
            new Bar($"time of a slide, {many} ÷ {few}", ours[1].Median / many / (ours[0].Median / few), "×", 1.1, "itself, same run"),
            .. await Memory(pictures),
            .. await Part.Measure("PptxGenJS", () => Peer(few, pictures, ours[0])),
            .. await Part.Measure("PptxGenJS", () => Peer(many, pictures, ours[1])),
        ];
    }

    /// <returns>Ours for each number of slides, then the Open XML SDK's.</returns>
    IReadOnlyList<Rounds> Warm(PictureFiles pictures, int[] counts)
    {
        var sdk = new SdkBuild(SdkBuild.Template(folder.Below("template.pptx"), pictures), pictures);
        var plans = counts.Select(count => BenchmarkPlan.Slides(1, count)).ToList();
        var rounds = WarmRounds.Measure(_rounds,
            [
                .. plans.Select(plan => new Work("ours", () => OurBuild.Write(plan, pictures, Output("ours", plan.Count)), _patience)),
                .. plans.Select(plan => new Work("SDK", () => sdk.Write(plan, Output("sdk", plan.Count)), _patience)),
            ]);
        foreach (var count in counts)
        {
            SlideCount.ShouldBe(count, Output("ours", count), "coursegen");
            SlideCount.ShouldBe(count, Output("sdk", count), "the Open XML SDK");
        }
        return rounds;
    }

    static IEnumerable<Bar> Told(int slides, Rounds ours, Rounds sdk) =>
    [
        new Bar($"build {slides} slides with pictures", ours.Median, "ms", null, $"warm, median of {ours.Milliseconds.Count}"),
        new Bar($"Open XML SDK's DOM, {slides} slides", sdk.Median, "ms", null, $"same content, same run, median of {sdk.Milliseconds.Count}"),
        new Bar($"Open XML SDK's DOM ÷ ours, {slides} slides", sdk.Median / ours.Median, "×", null, "Open XML SDK, same run"),
    ];

    async Task<IEnumerable<Bar>> Memory(PictureFiles pictures)
    {
        var (few, many) = (await OneProcess(_slides.Few, pictures), await OneProcess(_slides.Many, pictures));
        return
        [
            new Bar($"peak memory, {_slides.Few} slides", few.PeakMegabytes, "MB", null, $"resident, a process of its own, median of {MemoryRuns}"),
            new Bar($"peak memory more for {_slides.Many} slides", many.PeakMegabytes - few.PeakMegabytes, "MB", MostMegabytesMore, "itself, resident, a process each"),
        ];
    }

    Task<ProcessMeasurement> OneProcess(int slides, PictureFiles pictures) => Processes.Median(MemoryRuns, "dotnet",
        [typeof(BuildBenchmark).Assembly.Location, "", DecksBenchmark.BuildOne, $"{slides}", pictures.Folder, Output("one", slides)]);

    async Task<IEnumerable<Bar>> Peer(int slides, PictureFiles pictures, Rounds ours)
    {
        await peers.Install();
        var output = Output("pptxgenjs", slides);
        var plan = PeerPlan.Write(BenchmarkPlan.Slides(1, slides), folder.Below($"plan-{slides}.json"));
        var rounds = await peers.Build(_rounds, _patience, output, plan, pictures);
        SlideCount.ShouldBe(slides, output, rounds.Name);
        return
        [
            new Bar($"PptxGenJS, {slides} slides", rounds.Median, "ms", null, $"Node, warm, same content, same run, median of {rounds.Milliseconds.Count}"),
            new Bar($"PptxGenJS ÷ ours, {slides} slides", rounds.Median / ours.Median, "×", 5, "PptxGenJS, same run", AtLeast: true),
        ];
    }

    string Output(string maker, int slides) => folder.Below($"{maker}-{slides}.pptx");
}
