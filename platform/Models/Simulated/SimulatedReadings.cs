namespace CourseGen.Models.Simulated;

/// <summary>Ten readings and what commands find out about them.</summary>
sealed class SimulatedReadings
{
    const int Count = 10;

    readonly Voice _voice;
    readonly List<int> _readings;
    readonly int _limit;

    public SimulatedReadings(Voice voice)
    {
        _voice = voice;
        _readings = [.. Enumerable.Range(0, Count).Select(_ => voice.Number(11, 60))];
        _limit = _readings.Order().ElementAt(voice.Number(4, 7));
        voice["limit"] = _limit.ToString();
    }

    /// <summary>Saving the readings, then others in an order of their own. Each has a name in the grammar, a command, and what it prints.</summary>
    /// <param name="count">At most 8.</param>
    public IReadOnlyList<(string Name, string Command, string Output)> Steps(int count)
    {
        var rest = new (string Name, string Command, string Output)[]
        {
            ("above", $"awk -v limit={_limit} '$1 > limit' readings.txt | wc -l", $"{_readings.Count(reading => reading > _limit)}"),
            ("sum", "awk '{ total += $1 } END { print total }' readings.txt", $"{_readings.Sum()}"),
            ("max", "sort -n readings.txt | tail -n 1", $"{_readings.Max()}"),
            ("min", "sort -n readings.txt | head -n 1", $"{_readings.Min()}"),
            ("mean", "python3 -c \"v = [int(x) for x in open('readings.txt')]; print(sum(v) / len(v))\"", $"{_readings.Sum() / 10m:0.0}"),
            ("distinct", "sort -n readings.txt | uniq | wc -l", $"{_readings.Distinct().Count()}"),
            ("range", "sort -n readings.txt | awk 'NR == 1 { low = $1 } END { print $1 - low }'", $"{_readings.Max() - _readings.Min()}"),
        };
        var order = rest.OrderBy(_ => _voice.Number(0, int.MaxValue)).ToList();
        var create = $"printf '%s\\n' {string.Join(' ', _readings)} > readings.txt\nwc -l < readings.txt";
        return [("create", create, $"{Count}"), .. order.Take(count - 1)];
    }
}
