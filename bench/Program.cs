using CourseGen.Bench;

var (root, name, quick) = (args[0], args.ElementAtOrDefault(1), args.Contains("--quick"));
if (name != "generate")
{
    Console.Error.WriteLine($"There is no benchmark '{name}'; expected: generate.");
    return 2;
}
var bars = await new GenerateBenchmark(root).Run(quick);
Results.Print(bars);
Results.Write(bars, Path.Combine(root, "bench", "results", $"{name}.json"));
return bars.All(bar => bar.Holds) ? 0 : 1;
