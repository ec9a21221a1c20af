using System.Text.Json;

namespace CourseGen.Bench;

/// <summary>One measured figure.</summary>
/// <param name="Threshold">What it may be at most.</param>
/// <param name="Against">What it is compared with: a peer in the same run, or a fixed requirement.</param>
sealed record Bar(string Name, double Value, string Unit, double Threshold, string Against)
{
    public bool Holds => Value <= Threshold;
}

static class Results
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static void Print(IReadOnlyList<Bar> bars)
    {
        Console.WriteLine($"{"bar",-44} {"value",10} {"at most",10} unit");
        foreach (var bar in bars)
            Console.WriteLine($"{bar.Name,-44} {bar.Value,10:0.##} {bar.Threshold,10:0.##} {bar.Unit,-8} {(bar.Holds ? "holds" : "FAILS")}  against {bar.Against}");
    }

    public static void Write(IReadOnlyList<Bar> bars, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var rows = bars.Select(bar => new { bar = bar.Name, value = Math.Round(bar.Value, 3), unit = bar.Unit, threshold = bar.Threshold, holds = bar.Holds, against = bar.Against });
        File.WriteAllText(path, JsonSerializer.Serialize(rows, Json) + "\n");
    }
}
