using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Documents.Diagrams;
using CourseGen.Images.Rendering;
using CourseGen.Models;

namespace CourseGen.Images;

/// <summary>
/// Pictures without an account: a calm abstract composition that the visual's id decides, the description as its caption, and a
/// mark that says it is simulated. PNG, 1280 by 720.
/// </summary>
/// <param name="latency">How long each picture takes, as a model's would; 0 by default.</param>
public sealed class SimulatedPictureModel(TimeSpan latency = default, TimeProvider? time = null) : IPictureModel
{
    public const string Provider = "simulated";

    const int Width = 1280, Height = 720;
    const double CaptionSize = 27, CaptionWidth = 1100, CaptionTop = 596, MarkSize = 20;
    const int MostCaptionLines = 3;

    static readonly Color Navy = Color.Of(0x003366), Steel = Color.Of(0x4682B4), Amber = Color.Of(0xFFC000), Mist = Color.Of(0xF4F8FB), Sky = Color.Of(0xBCD3E6);

    public async Task<Picture> Draw(PictureRequest request, CancellationToken token)
    {
        if (latency > TimeSpan.Zero)
            await Task.Delay(latency, time ?? TimeProvider.System, token);
        return await Task.Run(() => new Picture(Compose(request.Visual, request.Language).ToPng(), "image/png"), token);
    }

    static Drawing Compose(Visual visual, string language) => new(
        Width, Height, visual.AltText,
        [.. Scene(new Random(SeedOf(visual.Id))), .. Caption(visual), .. Mark(language)]);

    /// <summary>FNV-1a, because <c>string.GetHashCode</c> differs from run to run.</summary>
    static int SeedOf(string id) => (int)(id.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u) & int.MaxValue);

    static IEnumerable<Shape> Scene(Random random)
    {
        const double Horizon = CaptionTop;
        double Between(double low, double high) => low + random.NextDouble() * (high - low);

        yield return new Area(VectorPath.RoundedBox(new Rect(0, 0, Width, Height), 0), new Paint(Mist, Sky, 1));
        var sun = new Point(Between(200, 1080), Between(140, 240));
        yield return new Area(VectorPath.Circle(sun, Between(190, 230)), Paint.Flat(Color.White, 0.45));
        yield return new Area(VectorPath.Circle(sun, Between(80, 110)), new Paint(Amber.Towards(Color.White, 0.35), Amber, 1));
        for (var i = 0; i < 3; i++)
            yield return new Stroke(VectorPath.Circle(new Point(Between(100, 1180), Between(80, 380)), Between(60, 190)), Steel.Towards(Color.White, 0.55), 2);
        for (var x = Between(40, 90); x < 1150;)
        {
            var (width, height) = (Between(90, 170), Between(110, 330));
            var top = Navy.Towards(Steel, Between(0.3, 1)).Towards(Color.White, Between(0, 0.35));
            yield return new Area(VectorPath.RoundedBox(new Rect(x, Horizon - height, width, height + 40), 14), new Paint(top, top.Towards(Navy, 0.35), 1));
            yield return new Area(VectorPath.RoundedBox(new Rect(x + width * 0.2, Horizon - height + 24, width * 0.6, 7), 3.5), Paint.Flat(Color.White, 0.5));
            x += width + Between(26, 90);
        }
        var points = Enumerable.Range(0, 6).Select(i => new Point(70 + i * 228, Between(250, 470))).ToList();
        yield return new Stroke(VectorPath.Line(points, 40), Amber, 4);
        foreach (var point in points.Skip(1).Take(4))
            yield return new Area(VectorPath.Circle(point, 9), Paint.Flat(Color.White));
    }

    static IEnumerable<Shape> Caption(Visual visual)
    {
        yield return new Area(VectorPath.RoundedBox(new Rect(0, CaptionTop, Width, Height - CaptionTop), 0), Paint.Flat(Color.White));
        yield return new Area(VectorPath.RoundedBox(new Rect(0, CaptionTop, Width, 4), 0), Paint.Flat(Steel));
        var description = DrawnText.Tidy(visual.Description);
        IReadOnlyList<string> lines = DrawnText.CanDraw(description) ? LabelText.Within(description, CaptionWidth / CaptionSize).Lines : [visual.Id];
        if (lines.Count > MostCaptionLines)
            lines = [.. lines.Take(MostCaptionLines - 1), $"{lines[MostCaptionLines - 1]} …"];
        var middle = (CaptionTop + 4 + Height) / 2;
        foreach (var (i, line) in lines.Index())
        {
            var baseline = middle + (i - (lines.Count - 1) / 2.0) * CaptionSize * LabelText.LinePitch + CaptionSize * 0.345;
            yield return new TextLine(new Point(Width / 2.0, baseline), line, CaptionSize, Navy, Bold: false, Centred: true);
        }
    }

    static IEnumerable<Shape> Mark(string language)
    {
        var text = language.StartsWith("es", StringComparison.OrdinalIgnoreCase) ? "simulado" : "simulated";
        var width = TrueTypeFont.Of(bold: true).File.Width(text, MarkSize) + 32;
        var box = new Rect(Width - width - 24, 24, width, 38);
        yield return new Area(VectorPath.RoundedBox(box, 19), Paint.Flat(Navy));
        yield return new TextLine(new Point(box.Centre.X, box.Centre.Y + MarkSize * 0.345), text, MarkSize, Color.White, Bold: true, Centred: true);
    }
}
