using System.Text;
using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Documents.Diagrams;
using CourseGen.Models;
using CourseGen.Ppt.Packages;
using CourseGen.Storage;

namespace CourseGen.Ppt.Decks;

/// <summary>Reads what a deck batch is built from, as its inputs document lists it.</summary>
sealed class BatchSources(IArtifactStore store, CourseLocation location, CoursePlan plan, BuildInputs inputs)
{
    readonly HashSet<string> _derived = [];

    /// <summary>Ids of the lessons whose slides, as far as read, come from their own headings.</summary>
    internal IReadOnlySet<string> Derived => _derived;

    /// <summary>Of each lesson: its slide plan; where that is a gap but the lesson is there, slides of the lesson's own headings.</summary>
    internal async Task<IReadOnlyDictionary<string, IReadOnlyList<Slide>>> Slides(CancellationToken token)
    {
        var slides = new Dictionary<string, IReadOnlyList<Slide>>();
        foreach (var artifact in Of(WorkKind.Slides))
        {
            var planned = await Read<SlidePlan>(artifact.Key, token);
            slides[artifact.Item] = planned.Slides;
            if (planned.Derived)
                _derived.Add(artifact.Item);
        }
        foreach (var artifact in Of(WorkKind.Lesson).Where(lesson => !slides.ContainsKey(lesson.Item)))
        {
            var lesson = plan.Lesson(artifact.Item);
            var document = LessonReader.Read(Encoding.UTF8.GetString(await store.ReadBytes(location, artifact.Key, token)));
            _derived.Add(lesson.Id);
            slides[lesson.Id] = HeadingSlides.From(document, lesson.ModuleNumber, lesson.LessonNumber, plan.Language, lesson.TargetSlides);
        }
        return slides;
    }

    /// <summary>The pictures that slides show, with their alt texts.</summary>
    /// <param name="spool">Holds their bytes until they are written.</param>
    internal async Task<IReadOnlyDictionary<string, DeckPicture>> Pictures(IEnumerable<Slide> slides, PictureSpool spool, CancellationToken token)
    {
        var shown = slides.SelectMany(slide => slide.ContentBlocks).Where(block => block.ImageReference is not null)
            .DistinctBy(block => block.ImageReference).ToDictionary(block => block.ImageReference!, block => block.Caption ?? "");
        var prompts = Of(WorkKind.Visuals).ToLookup(artifact => artifact.Item, artifact => artifact.Key);
        var pictures = new Dictionary<string, DeckPicture>();
        foreach (var image in Of(WorkKind.Image).Where(image => shown.ContainsKey(image.Item) && !image.Key.EndsWith(".svg", StringComparison.Ordinal)))
        {
            var visual = prompts[image.Item].FirstOrDefault() is { } prompt ? await Read<Visual>(prompt, token) : null;
            var legend = XmlText.Clean(DiagramLegend.Of(visual));
            await using var bytes = await store.OpenRead(ArtifactAddress.Of(location, image.Key), token);
            pictures[image.Item] = new DeckPicture(await spool.Keep(bytes, token), visual?.AltText ?? shown[image.Item], legend)
            {
                Diagram = visual?.Diagram is { } diagram && DiagramRules.FaultOf(diagram) is null ? diagram : null,
                MayBeCropped = visual?.VisualType == VisualType.ArtisticImage,
            };
        }
        return pictures;
    }

    /// <summary>Where the lines of reference slides lead to: the links of their lessons.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> Links(IEnumerable<Slide> slides, CancellationToken token)
    {
        var lines = slides.Where(slide => slide.Layout == SlideLayout.References && slide.LessonNumber > 0)
            .ToLookup(slide => (slide.ModuleNumber, slide.LessonNumber), slide => slide.ContentBlocks.SelectMany(block => block.Items ?? []));
        var links = new Dictionary<string, string>();
        foreach (var artifact in Of(WorkKind.Lesson))
        {
            var lesson = plan.Lesson(artifact.Item);
            if (!lines.Contains((lesson.ModuleNumber, lesson.LessonNumber)))
                continue;
            var pages = MarkdownSource.LinksOf(Encoding.UTF8.GetString(await store.ReadBytes(location, artifact.Key, token)));
            foreach (var line in lines[(lesson.ModuleNumber, lesson.LessonNumber)].SelectMany(line => line))
            {
                if (PageOf(line, pages) is { } url)
                    links[line] = url;
            }
        }
        return links;
    }

    /// <summary>What the lesson defines; nothing where it is a gap.</summary>
    internal async Task<IReadOnlyList<GlossaryEntry>> Terms(PlannedLesson lesson, CancellationToken token) =>
        Of(WorkKind.Lesson).FirstOrDefault(artifact => artifact.Item == lesson.Id) is { } artifact
            ? Glossary.Of([LessonReader.Read(Encoding.UTF8.GetString(await store.ReadBytes(location, artifact.Key, token)))], plan.Outline)
            : [];

    /// <summary>Of the links to a host that the line names, the one that shares most words with it.</summary>
    static string? PageOf(string line, IReadOnlyList<MarkdownLink> pages)
    {
        var words = WordsOf(line);
        return pages.Where(page => line.Contains(HostOf(page.Url), StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(page => WordsOf(page.Text).Count(words.Contains)).FirstOrDefault()?.Url;
    }

    static string HostOf(string url) => new Uri(url).Host is var host && host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host["www.".Length..] : new Uri(url).Host;

    static HashSet<string> WordsOf(string text) =>
        [.. text.ToLowerInvariant().Split([' ', ',', '.', ':', ';', '(', ')', '?', '!', '"'], StringSplitOptions.RemoveEmptyEntries)];

    IEnumerable<InputArtifact> Of(WorkKind kind) => inputs.Artifacts.Where(artifact => artifact.Kind == kind);

    /// <summary>People edit these files by hand.</summary>
    async Task<T> Read<T>(string key, CancellationToken token)
    {
        try
        {
            return await store.ReadDocument<T>(location, key, token);
        }
        catch (JsonException unreadable)
        {
            throw new WorkException(FailureKind.BadContent, $"{key} cannot be read: {unreadable.Message}", "Correct it, or repair it with force to have it made anew.", unreadable);
        }
    }
}
