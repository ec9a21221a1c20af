using System.Text.Json;

namespace CourseGen.Bench;

/// <summary>One measured figure.</summary>
/// <param name="Threshold">What it may be at most; at least, for <paramref name="AtLeast"/>. Null: printed beside the others, with no bar.</param>
/// <param name="Against">What it is compared with: a peer in the same run, or a fixed requirement.</param>
sealed record Bar(string Name, double Value, string Unit, double? Threshold, string Against, bool AtLeast = false)
{
    public bool Holds => Threshold is not { } threshold || (AtLeast ? Value >= threshold : Value <= threshold);
}

static class Results
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static void Print(IReadOnlyList<Bar> bars)
    {
        Console.WriteLine($"{"bar",-52} {"value",10} {"bound",12} unit");
        foreach (var bar in bars)
            Console.WriteLine($"{bar.Name,-52} {bar.Value,10:0.##} {BoundOf(bar),12} {bar.Unit,-12} {(bar.Holds ? "holds" : "FAILS")}  against {bar.Against}");
    }

    static string BoundOf(Bar bar) => bar.Threshold is { } threshold ? $"{(bar.AtLeast ? "≥" : "≤")} {threshold:0.##}" : "";

    public static void Write(IReadOnlyList<Bar> bars, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var rows = bars.Select(bar => new { bar = bar.Name, value = Math.Round(bar.Value, 3), unit = bar.Unit, threshold = bar.Threshold, holds = bar.Holds, against = bar.Against });
        File.WriteAllText(path, JsonSerializer.Serialize(rows, Json) + "\n");
    }
}
