using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace CourseGen.Ppt.Tests.Testing;

/// <summary>
/// LibreOffice and pdftoppm (packages libreoffice-impress, poppler-utils) on the path, which test.sh installs. Where one is missing, COURSEGEN_LIBREOFFICE=required makes
/// tests that need it fail; else they check what can be checked without it.
/// </summary>
static partial class LibreOffice
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    internal static bool IsHere()
    {
        var here = IsOnPath("soffice") && IsOnPath("pdftoppm");
        if (!here)
            Environment.GetEnvironmentVariable("COURSEGEN_LIBREOFFICE").ShouldNotBe("required", "LibreOffice or pdftoppm is not installed.");
        return here;
    }

    /// <param name="from">Extension of what it is, for example <c>pptx</c>.</param>
    /// <param name="to">Extension of what it is to become.</param>
    internal static async Task<byte[]> Converted(byte[] document, string from, string to) => (await Converted([document], from, to))[0];

    /// <summary>How many pages LibreOffice shows of each deck.</summary>
    internal static async Task<IReadOnlyList<int>> Pages(params IReadOnlyList<byte[]> decks) =>
        [.. (await Converted(decks, "pptx", "pdf")).Select(pdf => PageObject().Count(Encoding.Latin1.GetString(pdf)))];

    /// <param name="dpi">Slides are 13.33 × 7.5 inches.</param>
    /// <param name="smooth">Softens the edges of letters; without it each pixel has one colour of the slide.</param>
    internal static async Task<IReadOnlyList<Raster>> Show(byte[] deck, int dpi, bool smooth) =>
        await Drawn(await Converted(deck, "pptx", "pdf"), ["-r", $"{dpi}", .. smooth ? Array.Empty<string>() : ["-aa", "no", "-aaVector", "no"]]);

    /// <summary>The pages of each deck in pictures of one size, whatever the size of its slides.</summary>
    internal static async Task<IReadOnlyList<IReadOnlyList<Raster>>> Show(IReadOnlyList<byte[]> decks, int width, int height)
    {
        var pages = new List<IReadOnlyList<Raster>>();
        foreach (var pdf in await Converted(decks, "pptx", "pdf"))
            pages.Add(await Drawn(pdf, ["-scale-to-x", $"{width}", "-scale-to-y", $"{height}"]));
        return pages;
    }

    static async Task<IReadOnlyList<Raster>> Drawn(byte[] pdf, IEnumerable<string> options)
    {
        var folder = Directory.CreateTempSubdirectory("coursegen-show-");
        try
        {
            var file = Path.Combine(folder.FullName, "deck.pdf");
            await File.WriteAllBytesAsync(file, pdf);
            var said = await Run("pdftoppm", [.. options, file, Path.Combine(folder.FullName, "page")]);
            var pages = folder.GetFiles("page*.ppm").OrderBy(page => page.Name, StringComparer.Ordinal);
            pages.ShouldNotBeEmpty(said);
            return [.. pages.Select(page => Raster.OfPpm(File.ReadAllBytes(page.FullName)))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Where each word stands on its page, as pdftotext tells it (XHTML with boxes in points).</summary>
    internal static async Task<string> Words(byte[] deck)
    {
        var folder = Directory.CreateTempSubdirectory("coursegen-words-");
        try
        {
            var pdf = Path.Combine(folder.FullName, "deck.pdf");
            await File.WriteAllBytesAsync(pdf, await Converted(deck, "pptx", "pdf"));
            return await Run("pdftotext", ["-bbox-layout", pdf, "-"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<IReadOnlyList<byte[]>> Converted(IReadOnlyList<byte[]> documents, string from, string to)
    {
        var folder = Directory.CreateTempSubdirectory("coursegen-office-");
        try
        {
            foreach (var (index, document) in documents.Index())
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{index}.{from}"), document);
            var said = await Convert(folder.FullName, to, documents.Select((_, index) => Path.Combine(folder.FullName, $"{index}.{from}")));
            return [.. documents.Select((_, index) => Made(Path.Combine(folder.FullName, "made", $"{index}.{to}"), said))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static Task<string> Convert(string folder, string to, IEnumerable<string> files) =>
        Run("soffice", [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir", Path.Combine(folder, "made"), .. files]);

    static async Task<string> Run(string program, IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        using var stop = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync();
        return $"{await output}{await errors}";
    }

    static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    static byte[] Made(string file, string said)
    {
        File.Exists(file).ShouldBeTrue(said);
        return File.ReadAllBytes(file);
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.NonBacktracking)]
    private static partial Regex PageObject();
}
