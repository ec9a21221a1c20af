using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace CourseGen.Ppt.Tests.Testing;

/// <summary>
/// LibreOffice (package libreoffice-impress) on the path, which test.sh installs. Where it is missing, COURSEGEN_LIBREOFFICE=required makes
/// tests that need it fail; else they check what can be checked without it.
/// </summary>
static partial class LibreOffice
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    internal static bool IsHere()
    {
        if (Program is null)
            Environment.GetEnvironmentVariable("COURSEGEN_LIBREOFFICE").ShouldNotBe("required", "LibreOffice is not installed.");
        return Program is not null;
    }

    /// <param name="from">Extension of what it is, for example <c>pptx</c>.</param>
    /// <param name="to">Extension of what it is to become.</param>
    internal static async Task<byte[]> Converted(byte[] document, string from, string to) => (await Converted([document], from, to))[0];

    /// <summary>How many pages LibreOffice shows of each deck.</summary>
    internal static async Task<IReadOnlyList<int>> Pages(params IReadOnlyList<byte[]> decks) =>
        [.. (await Converted(decks, "pptx", "pdf")).Select(pdf => PageObject().Count(Encoding.Latin1.GetString(pdf)))];

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

    static async Task<string> Convert(string folder, string to, IEnumerable<string> files)
    {
        using var process = Process.Start(new ProcessStartInfo(Program!,
            [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir", Path.Combine(folder, "made"), .. files])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        using var stop = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync();
        return $"{await output}{await errors}";
    }

    static byte[] Made(string file, string said)
    {
        File.Exists(file).ShouldBeTrue(said);
        return File.ReadAllBytes(file);
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.NonBacktracking)]
    private static partial Regex PageObject();
}
