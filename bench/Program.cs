using CourseGen.Bench;
using CourseGen.Bench.Decks;
using CourseGen.Bench.Messaging;
using CourseGen.Bench.Quota;

var (root, name, quick) = (args[0], args.ElementAtOrDefault(1), args.Contains("--quick"));
if (name == DecksBenchmark.BuildOne)
    return DecksBenchmark.Build(args[2..]);
Dictionary<string, Func<Task<IReadOnlyList<Bar>>>> benchmarks = new()
{
    ["decks"] = () => new DecksBenchmark(root).Run(quick),
    ["generate"] = () => new GenerateBenchmark(root).Run(quick),
    ["messaging"] = () => new MessagingBenchmark(root).Run(quick),
    ["quota"] = () => new QuotaBenchmark(root, new Compression(20)).Run(quick),
};
if (name is null || !benchmarks.TryGetValue(name, out var benchmark))
{
    Console.Error.WriteLine($"There is no benchmark '{name}'; expected: {string.Join(", ", benchmarks.Keys)}.");
    return 2;
}
var bars = await benchmark();
Results.Print(bars);
Results.Write(bars, Path.Combine(root, "bench", "results", $"{name}.json"));
return bars.All(bar => bar.Holds) ? 0 : 1;
