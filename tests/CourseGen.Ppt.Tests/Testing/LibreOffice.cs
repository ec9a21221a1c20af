using System.Diagnostics;

namespace CourseGen.Ppt.Tests.Testing;

/// <summary>
/// Another program that opens decks. Needs LibreOffice (package libreoffice-impress) and poppler-utils on the path, which test.sh installs;
/// where they are missing, COURSEGEN_LIBREOFFICE=required makes the tests that need them fail instead of passing over them.
/// </summary>
static class LibreOffice
{
    /// <summary>Asked by a test before it renders.</summary>
    internal static bool IsMissing(params string[] others)
    {
        var missing = others.Append("soffice").Where(program => FindOnPath(program) is null).ToList();
        if (missing.Count > 0)
            Environment.GetEnvironmentVariable("COURSEGEN_LIBREOFFICE").ShouldNotBe("required", $"not installed: {string.Join(", ", missing)}");
        return missing.Count > 0;
    }

    /// <summary>The deck as PDF, and what another program reads in that.</summary>
    /// <param name="arguments">After which come the PDF's path and a dash for the answer.</param>
    internal static async Task<string> Rendered(byte[] deck, string reader, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("coursegen-render-");
        try
        {
            var file = Path.Combine(folder.FullName, "deck.pptx");
            await File.WriteAllBytesAsync(file, deck);
            await Run("soffice", $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, file);
            return await Run(reader, [.. arguments, Path.Combine(folder.FullName, "deck.pdf"), "-"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<string> Run(string program, params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        process.ExitCode.ShouldBe(0, $"{program}: {await errors}");
        return await output;
    }

    static string? FindOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
