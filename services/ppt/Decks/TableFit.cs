namespace CourseGen.Ppt.Decks;

/// <summary>A table's column widths and row heights at one text size; the header is row 0.</summary>
sealed record TableFit(double Size, IReadOnlyList<double> Columns, IReadOnlyList<double> Rows)
{
    internal const double PaddingX = 7.2;
    internal const double PaddingY = 6;

    /// <summary>Preferred first; no smaller than what can be read at the back of a room.</summary>
    internal static readonly IReadOnlyList<double> Sizes = [18, 16, 14];

    internal double Height => Rows.Sum();

    /// <returns>At the largest size that fits the height; the smallest allowed when none does.</returns>
    internal static TableFit Largest(IReadOnlyList<IReadOnlyList<string>> rows, double width, double height)
    {
        foreach (var size in Sizes)
        {
            if (At(size, rows, width) is var fit && fit.Height <= height)
                return fit;
        }
        return At(Sizes[^1], rows, width);
    }

    internal static TableFit At(double size, IReadOnlyList<IReadOnlyList<string>> rows, double width)
    {
        var columns = ColumnsOf(rows, size, width);
        return new TableFit(size, columns, [.. rows.Select((row, index) => RowHeight(row, columns, size, header: index == 0))]);
    }

    static double RowHeight(IReadOnlyList<string> row, IReadOnlyList<double> columns, double size, bool header) =>
        (row.Select((cell, column) => TextMeasure.Lines(cell, size, columns[column] - (2 * PaddingX), header)).DefaultIfEmpty(1).Max()
            * size * TextMeasure.LineHeight) + (2 * PaddingY);

    static double[] ColumnsOf(IReadOnlyList<IReadOnlyList<string>> rows, double size, double width)
    {
        var count = rows.Max(row => row.Count);
        var natural = Widest(rows, count, cell => TextMeasure.Width(cell, size * 1.08));
        var least = Widest(rows, count, cell => cell.Split(' ').Max(word => TextMeasure.Width(word, size * 1.08)));
        if (natural.Sum() <= width)
            return [.. natural.Select(column => column + ((width - natural.Sum()) / count))];
        if (least.Sum() >= width)
            return [.. least.Select(column => column * width / least.Sum())];
        var spare = (width - least.Sum()) / (natural.Sum() - least.Sum());
        return [.. natural.Select((column, index) => least[index] + ((column - least[index]) * spare))];
    }

    static double[] Widest(IReadOnlyList<IReadOnlyList<string>> rows, int count, Func<string, double> widthOf) =>
        [.. Enumerable.Range(0, count).Select(column => rows.Max(row => column < row.Count ? widthOf(row[column]) : 0) + (2 * PaddingX) + 2)];
}
