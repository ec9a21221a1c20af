using System.Globalization;
using System.Xml.Linq;
using CourseGen.Bench.Quota;

namespace CourseGen.Bench.Tests.Quota;

public sealed class ChartTests
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_chart_is_well_formed_and_has_a_line_for_each_series_in_each_panel()
    {
        var chart = XDocument.Parse(Draw(("ours <&>", 5), ("rival", 3)));
        var lines = chart.Descendants(Svg + "path").Where(path => ((string?)path.Attribute("class"))!.StartsWith("line c", StringComparison.Ordinal)).ToList();
        lines.Count.ShouldBe(2 + 4, "two in the legend, two in each panel");
        chart.Descendants(Svg + "text").ShouldContain(text => text.Value == "ours <&>");
    }

    [Fact]
    public void It_has_colours_for_light_and_dark_pages() => Draw(("ours", 5)).ShouldContain("prefers-color-scheme:dark");

    [Theory]
    [InlineData(9.7, 10, 2)]
    [InlineData(151_000, 200_000, 50_000)]
    [InlineData(0.98, 1, 0.2)]
    public void An_axis_ends_just_above_the_highest_point(double most, double top, double step)
    {
        var panel = Panel.Fitting("tokens", [new Line("ours", [(0, 0), (1, most)])], value => value.ToString(CultureInfo.InvariantCulture));
        panel.Top.ShouldBe(top, 1e-6);
        panel.Step.ShouldBe(step, 1e-6);
    }

    static string Draw(params IReadOnlyList<(string Name, double Minutes)> runs)
    {
        List<Line> lines = [.. runs.Select(run => new Line(run.Name, [(0, 0), (run.Minutes, 7)]))];
        var panel = Panel.Fitting("tokens in flight", lines, value => value.ToString(CultureInfo.InvariantCulture));
        return Chart.Draw("Quota", "Two runs", "min", [panel, panel]);
    }
}
