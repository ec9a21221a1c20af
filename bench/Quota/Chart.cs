using System.Globalization;
using System.Text;

namespace CourseGen.Bench.Quota;

/// <param name="Points">X and Y, by X.</param>
sealed record Line(string Name, IReadOnlyList<(double X, double Y)> Points);

/// <param name="Top">Of the Y axis, which begins at 0.</param>
/// <param name="Step">Between two lines of the grid.</param>
/// <param name="Mark">A line across, such as the quota; null for none.</param>
sealed record Panel(string Title, IReadOnlyList<Line> Lines, double Top, double Step, Func<double, string> Label, double? Mark = null)
{
    /// <summary>An axis with four or five steps of 1, 2 or 5 times a power of ten, above every point.</summary>
    public static Panel Fitting(string title, IReadOnlyList<Line> lines, Func<double, string> label)
    {
        var most = lines.SelectMany(line => line.Points).Select(point => point.Y).Append(1e-9).Max();
        var power = Math.Pow(10, Math.Floor(Math.Log10(most / 5)));
        var step = new[] { 1, 2, 5, 10 }.Select(times => times * power).First(step => step * 5 >= most);
        return new Panel(title, lines, Math.Ceiling(most / step) * step, step, label);
    }
}

/// <summary>Lines over time, panels one below the other, as SVG that can be read on a light and on a dark page.</summary>
static class Chart
{
    const int Width = 960;
    const int Left = 70;
    const int Right = 20;
    const int PanelHeight = 200;
    const int PanelGap = 62;
    const int Above = 70;

    const string Style = """
        text{font:13px system-ui,sans-serif;fill:#24292f}.title{font-size:15px;font-weight:600}.grid{stroke:#d0d7de}.mark{stroke:#57606a;stroke-dasharray:5 4}
        .line{fill:none;stroke-width:2;stroke-linejoin:round}.c0{stroke:#0969da}.c1{stroke:#bc4c00}.c2{stroke:#6e7781}.c3{stroke:#8250df}
        @media(prefers-color-scheme:dark){text{fill:#e6edf3}.grid{stroke:#30363d}.mark{stroke:#8b949e}.c0{stroke:#58a6ff}.c1{stroke:#f0883e}.c2{stroke:#9198a1}.c3{stroke:#bc8cff}}
        """;

    /// <param name="axis">What X is.</param>
    /// <param name="description">For who cannot see it.</param>
    public static string Draw(string title, string description, string axis, IReadOnlyList<Panel> panels)
    {
        var height = Above + (panels.Count * (PanelHeight + PanelGap));
        var end = Math.Ceiling(panels.SelectMany(panel => panel.Lines).SelectMany(line => line.Points).Select(point => point.X).Append(1).Max());
        var svg = new StringBuilder();
        Add(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"t d\">");
        Add(svg, $"<title id=\"t\">{Escape(title)}</title><desc id=\"d\">{Escape(description)}</desc><style>{Style}</style>");
        Add(svg, $"<text class=\"title\" x=\"{Left}\" y=\"22\">{Escape(title)}</text>");
        Legend(svg, panels[0].Lines);
        foreach (var (index, panel) in panels.Index())
            Draw(svg, panel, Above + 20 + (index * (PanelHeight + PanelGap)), end, axis);
        return svg.Append("</svg>\n").ToString();
    }

    static void Legend(StringBuilder svg, IReadOnlyList<Line> lines)
    {
        var x = Left;
        foreach (var (index, line) in lines.Index())
        {
            Add(svg, $"<path class=\"line c{index}\" d=\"M{x} 44h24\"/><text x=\"{x + 30}\" y=\"49\">{Escape(line.Name)}</text>");
            x += 60 + (line.Name.Length * 7);
        }
    }

    static void Draw(StringBuilder svg, Panel panel, int top, double end, string axis)
    {
        Add(svg, $"<text x=\"{Left}\" y=\"{top - 8}\">{Escape(panel.Title)}</text>");
        for (var value = 0.0; value <= panel.Top * 1.0001; value += panel.Step)
            Add(svg, $"<path class=\"grid\" d=\"M{Left} {Y(value):0.#}H{Width - Right}\"/><text x=\"{Left - 8}\" y=\"{Y(value) + 4:0.#}\" text-anchor=\"end\">{Escape(panel.Label(value))}</text>");
        if (panel.Mark is { } mark)
            Add(svg, $"<path class=\"mark\" d=\"M{Left} {Y(mark):0.#}H{Width - Right}\"/>");
        var every = Math.Max(1, Math.Ceiling(end / 12));
        for (var x = 0.0; x <= end; x += every)
            Add(svg, $"<text x=\"{X(x):0.#}\" y=\"{top + PanelHeight + 18}\" text-anchor=\"middle\">{(x + every > end ? $"{x:0} {axis}" : $"{x:0}")}</text>");
        foreach (var (index, line) in panel.Lines.Index())
            Add(svg, $"<path class=\"line c{index}\" d=\"{Path(line)}\"/>");

        double X(double value) => Left + (value / end * (Width - Left - Right));
        double Y(double value) => top + (PanelHeight * (1 - (Math.Min(value, panel.Top) / panel.Top)));
        string Path(Line line) => string.Concat(line.Points.Select((point, index) =>
            string.Create(CultureInfo.InvariantCulture, $"{(index == 0 ? 'M' : 'L')}{X(point.X):0.#} {Y(point.Y):0.#}")));
    }

    static void Add(StringBuilder svg, FormattableString element) => svg.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');

    static string Escape(string text) => System.Security.SecurityElement.Escape(text);
}
