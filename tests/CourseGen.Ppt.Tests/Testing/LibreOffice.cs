using System.Diagnostics;

namespace CourseGen.Ppt.Tests.Testing;

/// <summary>
/// Shows decks in another program. Needs LibreOffice Impress and poppler-utils on the path, which test.sh installs; where they are
/// missing, COURSEGEN_LIBREOFFICE=required makes tests that show decks fail instead of saying nothing.
/// </summary>
static class LibreOffice
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    internal static bool IsThere
    {
        get
        {
            var there = FindOnPath("soffice") is not null && FindOnPath("pdftoppm") is not null;
            (there || Environment.GetEnvironmentVariable("COURSEGEN_LIBREOFFICE") != "required").ShouldBeTrue("LibreOffice or pdftoppm is not installed.");
            return there;
        }
    }

    /// <param name="dpi">Slides are 13.33 × 7.5 inches.</param>
    /// <param name="smooth">Softens the edges of letters; without it each pixel has one colour of the slide.</param>
    internal static async Task<IReadOnlyList<Raster>> Show(byte[] deck, int dpi, bool smooth)
    {
        var folder = Directory.CreateTempSubdirectory("coursegen-show-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "deck.pptx"), deck);
            await Run(folder, "soffice", $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, Path.Combine(folder.FullName, "deck.pptx"));
            string[] smoothing = smooth ? [] : ["-aa", "no", "-aaVector", "no"];
            await Run(folder, "pdftoppm", ["-r", $"{dpi}", .. smoothing, Path.Combine(folder.FullName, "deck.pdf"), Path.Combine(folder.FullName, "page")]);
            return [.. folder.GetFiles("page*.ppm").OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => Raster.OfPpm(File.ReadAllBytes(file.FullName)))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task Run(DirectoryInfo folder, string program, params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Longest);
        process.ExitCode.ShouldBe(0, $"{program}: {await output}{await errors}");
    }

    static string? FindOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
