namespace CourseGen.Models.Simulated;

/// <summary>Small tables and programs whose figures are right.</summary>
static class SimulatedExamples
{
    public static string Table(Voice voice) => voice.Number(0, 3) switch
    {
        0 => Cases(voice),
        1 => Times(voice),
        _ => Options(voice),
    };

    /// <returns>Language, code, and what it prints.</returns>
    public static (string Language, string Code, string Output) Code(Voice voice)
    {
        var values = Enumerable.Range(0, voice.Number(4, 8)).Select(_ => voice.Number(3, 40)).ToList();
        var limit = values.Order().ElementAt(values.Count / 2);
        var kept = values.FindAll(value => value >= limit);
        var list = string.Join(", ", values);
        var name = new[] { "readings", "amounts", "samples", "levels", "counts" }[voice.Number(0, 5)];
        return voice.Number(0, 3) switch
        {
            0 => ("python",
                $"{name} = [{list}]\nlimit = {limit}\nkept = [value for value in {name} if value >= limit]\nprint(len(kept), sum(kept))",
                $"`{kept.Count} {kept.Sum()}`"),
            1 => ("sql",
                $"CREATE TABLE {name} (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL);\n"
                + $"INSERT INTO {name} (amount) VALUES ({list.Replace(", ", "), (")});\nSELECT COUNT(*), SUM(amount) FROM {name} WHERE amount >= {limit};",
                $"`{kept.Count}|{kept.Sum()}`"),
            _ => ("bash",
                $"for value in {list.Replace(",", "")}; do\n  if [ \"$value\" -ge {limit} ]; then echo \"$value\"; fi\ndone | sort -n | tail -n 1",
                $"`{kept.Max()}`"),
        };
    }

    static string Cases(Voice voice)
    {
        var limit = voice.Number(30, 60);
        voice["limit"] = limit.ToString();
        return Rows(voice.Say("table.cases"), Enumerable.Range(0, voice.Number(3, 6)).Select(row =>
        {
            var (start, step) = (voice.Number(8, 40), voice.Number(2, 25));
            return $"{(char)('A' + row)} | {start} | {step} | {start + step} | {voice.Say(start + step <= limit ? "inside" : "outside")}";
        }));
    }

    static string Times(Voice voice)
    {
        var total = 0;
        return Rows(voice.Say("table.times"), voice.Say("stage", voice.Number(3, 6)).Select(stage =>
        {
            var minutes = voice.Number(2, 20);
            return $"{stage} | {minutes} | {total += minutes}";
        }));
    }

    static string Options(Voice voice) =>
        Rows(voice.Say("table.options"), voice.Say("option", voice.Number(2, 5)).Select(option =>
             $"{option} | {voice.Say("thing")} | {voice.Say("loss")}"));

    static string Rows(string header, IEnumerable<string> rows) =>
        string.Join('\n', [$"| {header} |", $"|{string.Concat(header.Split('|').Select(_ => "---|"))}", .. rows.Select(row => $"| {row} |")]);
}
