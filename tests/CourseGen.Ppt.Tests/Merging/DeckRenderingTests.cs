using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Merging;

/// <summary>
/// Another program opens the merged deck and shows a page a slide. Needs LibreOffice (package libreoffice-impress) on the path,
/// which test.sh installs; where it is missing, COURSEGEN_LIBREOFFICE=required makes this fail instead of checking the slide count only.
/// </summary>
public sealed partial class DeckRenderingTests
{
    [Fact]
    public async Task LibreOffice_shows_one_page_for_each_slide_of_a_merged_deck()
    {
        await using var course = new TestCourse();
        var merged = await CombineDeckConsumerTests.Merge(course);
        var deck = await course.Read(merged.Deck.Key);
        DeckChecks.Titles(deck).Count.ShouldBe(merged.TotalSlides);
        if (FindOnPath("soffice") is { } program)
            Pages(await Rendered(program, deck)).ShouldBe(merged.TotalSlides);
        else
            Environment.GetEnvironmentVariable("COURSEGEN_LIBREOFFICE").ShouldNotBe("required", "LibreOffice is not installed.");
    }

    static async Task<byte[]> Rendered(string program, byte[] deck)
    {
        var folder = Directory.CreateTempSubdirectory("coursegen-render-");
        try
        {
            var file = Path.Combine(folder.FullName, "deck.pptx");
            await File.WriteAllBytesAsync(file, deck);
            using var process = Process.Start(new ProcessStartInfo(program,
                [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, file])
            { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
            var pdf = Path.Combine(folder.FullName, "deck.pdf");
            File.Exists(pdf).ShouldBeTrue($"{await output}{await errors}");
            return await File.ReadAllBytesAsync(pdf);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static int Pages(byte[] pdf) => PageObject().Count(Encoding.Latin1.GetString(pdf));

    static string? FindOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.NonBacktracking)]
    private static partial Regex PageObject();
}
