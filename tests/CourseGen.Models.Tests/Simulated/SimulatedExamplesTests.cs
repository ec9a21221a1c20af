using System.Text.RegularExpressions;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.Models.Simulated;

/// <summary>Figures that simulated texts state must be right.</summary>
public sealed class SimulatedExamplesTests
{
    static IEnumerable<Voice> Voices => Enumerable.Range(0, 50).Select(number =>
        new Voice(new Brief { Kind = WorkKind.Lesson, Item = $"{number}", Language = number % 2 == 0 ? "en" : "es", CourseTitle = "Tides" }, markdown: true));

    [Fact]
    public void What_a_program_prints_follows_from_its_values()
    {
        foreach (var (language, code, output) in Voices.Select(SimulatedExamples.Code))
        {
            var numbers = Numbers(code.Replace("tail -n 1", ""));
            var (values, limit) = (numbers[..^1], numbers[^1]);
            var kept = values.FindAll(value => value >= limit);
            output.ShouldBe(language switch
            {
                "python" => $"`{kept.Count} {kept.Sum()}`",
                "sql" => $"`{kept.Count}|{kept.Sum()}`",
                _ => $"`{kept.Max()}`",
            }, code);
            code.Split('\n').Length.ShouldBeLessThanOrEqualTo(14);
        }
    }

    [Fact]
    public void Tables_have_a_header_for_every_column_and_rows_that_add_up()
    {
        foreach (var table in Voices.Select(voice => LessonReader.Read(SimulatedExamples.Table(voice)).Blocks.ShouldHaveSingleItem().ShouldBeOfType<TableBlock>()))
        {
            table.Rows.ShouldAllBe(row => row.Count == table.Headers.Count && row.All(cell => cell.Length > 0));
            table.Rows.Count.ShouldBeInRange(2, 7);
            if (table.Headers.Count == 5)
                table.Rows.ShouldAllBe(row => int.Parse(row[1]) + int.Parse(row[2]) == int.Parse(row[3]));
            if (int.TryParse(table.Rows[0][1], out _) && table.Headers.Count == 3)
                int.Parse(table.Rows[^1][2]).ShouldBe(table.Rows.Sum(row => int.Parse(row[1])));
        }
    }

    [Fact]
    public void What_a_lab_s_commands_print_follows_from_its_readings()
    {
        foreach (var steps in Voices.Select(voice => new SimulatedReadings(voice).Steps(8)))
        {
            steps.Select(step => step.Name).ShouldBe(["create", "above", "sum", "max", "min", "mean", "distinct", "range"], ignoreOrder: true);
            var readings = Numbers(steps[0].Command.Split('>')[0]);
            readings.Count.ShouldBe(10);
            var outputs = steps.ToDictionary(step => step.Name, step => step.Output);
            (outputs["sum"], outputs["max"], outputs["min"]).ShouldBe(($"{readings.Sum()}", $"{readings.Max()}", $"{readings.Min()}"));
            outputs["mean"].ShouldBe($"{readings.Average():0.0}");
            outputs["distinct"].ShouldBe($"{readings.ToHashSet().Count}");
            var limit = Numbers(steps.First(step => step.Name == "above").Command)[0];
            outputs["above"].ShouldBe($"{readings.Count(reading => reading > limit)}");
            outputs["range"].ShouldBe($"{readings.Max() - readings.Min()}");
        }
    }

    [Fact]
    public async Task A_lab_without_a_plan_is_refused() =>
        await Should.ThrowAsync<FormatException>(() => new SimulatedChatClient().GetResponseAsync(
            [new(Microsoft.Extensions.AI.ChatRole.User, new Brief { Kind = WorkKind.Lab, Item = "01-01-01", Language = "en", CourseTitle = "Tides" }.ToPrompt())]));

    [Fact]
    public async Task A_lab_s_table_gives_the_plan_s_minutes_and_complexity()
    {
        var plan = new LabPlan("01-01-01", "Mark [high] water", [], "", 45, null, [], [], [], "medium", 1);
        var brief = new Brief { Kind = WorkKind.Lab, Item = "01-01-01", Language = "es", CourseTitle = "Mareas", LabPlan = plan };
        var answer = await new SimulatedChatClient().GetResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, brief.ToPrompt())]);
        answer.Text.ShouldStartWith("# Laboratorio 01-01-01: Mark [high] water\n\n| Duración | Complejidad | Nivel de Bloom |\n|---|---|---|\n| 45 min | medium | — |\n");
    }

    static List<int> Numbers(string text) => [.. Regex.Matches(text, @"\d+", RegexOptions.NonBacktracking).Select(number => int.Parse(number.Value))];
}
