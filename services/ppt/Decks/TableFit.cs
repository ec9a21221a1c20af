using CourseGen.Ppt.Fonts;

namespace CourseGen.Ppt.Decks;

/// <summary>A table's column widths and row heights at one text size; the header is row 0.</summary>
sealed record TableFit(double Size, IReadOnlyList<double> Columns, IReadOnlyList<double> Rows)
{
    internal const double PaddingX = 7.2;
    internal const double PaddingY = 6;

    /// <summary>Preferred first; no smaller than what can be read at the back of a room.</summary>
    internal static readonly IReadOnlyList<double> Sizes = [20, 18, 16, 14];

    internal double Height => Rows.Sum();

    /// <returns>At the largest size that fits the height; the smallest allowed when none does.</returns>
    internal static TableFit Largest(IReadOnlyList<IReadOnlyList<string>> rows, double width, double height, DeckFonts fonts)
    {
        foreach (var size in Sizes)
        {
            if (At(size, rows, width, fonts) is var fit && fit.Height <= height)
                return fit;
        }
        return At(Sizes[^1], rows, width, fonts);
    }

    internal static TableFit At(double size, IReadOnlyList<IReadOnlyList<string>> rows, double width, DeckFonts fonts)
    {
        var columns = ColumnsOf(rows, size, width, fonts);
        return new TableFit(size, columns, [.. rows.Select((row, index) => RowHeight(row, columns, size, Face(index, fonts)))]);
    }

    static FontFace Face(int row, DeckFonts fonts) => row == 0 ? fonts.BodyBold : fonts.Body;

    static double RowHeight(IReadOnlyList<string> row, IReadOnlyList<double> columns, double size, FontFace face) =>
        row.Select((cell, column) => TextMeasure.Height(cell, size, columns[column] - (2 * PaddingX), face)).DefaultIfEmpty(size).Max() + (2 * PaddingY);

    /// <summary>Each column has what its longest word needs; the rest is shared out by how much text the columns hold.</summary>
    static double[] ColumnsOf(IReadOnlyList<IReadOnlyList<string>> rows, double size, double width, DeckFonts fonts)
    {
        var count = rows.Max(row => row.Count);
        var natural = Widest(rows, count, size, (cell, face) => TextMeasure.Width(cell, size, face), fonts);
        if (natural.Sum() <= width)
            return [.. natural.Select(column => column + ((width - natural.Sum()) / count))];
        var least = Widest(rows, count, size, (cell, face) => cell.Split(' ').Max(word => TextMeasure.Width(word, size, face)), fonts);
        if (least.Sum() >= width)
            return [.. least.Select(column => column * width / least.Sum())];
        var spare = (width - least.Sum()) / (natural.Sum() - least.Sum());
        return [.. natural.Select((column, index) => least[index] + ((column - least[index]) * spare))];
    }

    static double[] Widest(IReadOnlyList<IReadOnlyList<string>> rows, int count, double size, Func<string, FontFace, double> widthOf, DeckFonts fonts) =>
        [.. Enumerable.Range(0, count).Select(column =>
            rows.Select((row, index) => column < row.Count ? widthOf(row[column], Face(index, fonts)) : 0).Max() + (2 * PaddingX) + (TextMeasure.Tolerance * size) + 1)];
}
