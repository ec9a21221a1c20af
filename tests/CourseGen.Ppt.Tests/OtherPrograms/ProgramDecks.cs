using System.Diagnostics;
using System.Runtime.CompilerServices;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.OtherPrograms;

/// <summary>Decks of other programs, made once: by the programs themselves where they run here, else written to documentation.</summary>
public sealed class ProgramDecks : IAsyncLifetime
{
    public const string PptxGenJs = "PptxGenJS";
    public const string LibreOfficeDrawn = "LibreOffice, from an .odp";
    public const string LibreOfficeSaved = "LibreOffice, ours saved again";
    public const string PowerPoint = "PowerPoint, by documentation";
    public const string GoogleSlides = "Google Slides, by documentation";
    public const string Keynote = "Keynote, by documentation";
    public const string PythonPptx = "python-pptx, by documentation";

    readonly Dictionary<string, byte[]> _decks = [];

    internal static readonly byte[] Ours = Samples.Written(Samples.Deck(
        [
            Samples.Slide(SlideLayout.TextImageLeft, "Our picture", Samples.Bullets("One"), Samples.Image("own")),
            Samples.Slide(SlideLayout.Table, "Our table", Samples.Table(3)),
        ],
        pictures: new() { ["own"] = new(Samples.Png(60, 40, 10), "Our own") }));

    /// <summary>Null where the program is not here and need not be.</summary>
    internal byte[]? Named(string name) => _decks.GetValueOrDefault(name);

    public async Task InitializeAsync()
    {
        _decks[PowerPoint] = PowerPointDeck.Written();
        _decks[GoogleSlides] = GoogleSlidesDeck.Written();
        _decks[Keynote] = KeynoteDeck.Written();
        _decks[PythonPptx] = PythonPptxDeck.Written();
        _decks[PptxGenJs] = await MadeByNode();
        if (!LibreOffice.IsHere())
            return;
        _decks[LibreOfficeDrawn] = await LibreOffice.Converted(OpenDocument.Presentation(), "fodp", "pptx");
        _decks[LibreOfficeSaved] = await LibreOffice.Converted(Ours, "pptx", "pptx");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    static async Task<byte[]> MadeByNode()
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "pptxgenjs"));
        Directory.Exists(Path.Combine(folder, "node_modules", "pptxgenjs")).ShouldBeTrue($"PptxGenJS is not installed: run npm ci in {folder} (test.sh does); it needs Node");
        var output = Directory.CreateTempSubdirectory("coursegen-pptxgenjs-");
        try
        {
            var file = Path.Combine(output.FullName, "deck.pptx");
            using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, "make-deck.js"), file]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
            var (said, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
            await node.WaitForExitAsync();
            node.ExitCode.ShouldBe(0, $"{await said}{await errors}");
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    static string ThisFile([CallerFilePath] string path = "") => path;
}
