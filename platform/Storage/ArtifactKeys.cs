namespace CourseGen.Storage;

/// <summary>Every key of the store's layout, relative to the project folder. Keys are built here and nowhere else.</summary>
public static class ArtifactKeys
{
    public const string Outline = "outline.yaml";
    public const string Plan = "plan.json";
    public const string Manifest = "course.json";
    public const string LabMasterPlan = "labguide/lab-master-plan.json";
    public const string SetupGuide = "labguide/setup-guide.md";
    public const string InfographicStructure = "infographics/infographic_structure.json";
    public const string InfographicPage = "infographics/infographic.html";
    public const string Quality = "quality.json";
    public const string Revisions = ".coursegen/revisions/";
    public const string Books = "book/";
    public const string Images = "images/";

    public static string Lesson(int module, int lesson, string title) => $"lessons/module-{module}-lesson-{lesson}-{Slug.Of(title)}.md";

    /// <param name="visualId"><c>MM-LL-NNNN</c></param>
    public static string Prompt(string visualId) => $"prompts/{visualId}.json";

    /// <summary>The checked answer for a lesson's visuals, of which the prompt files are built.</summary>
    /// <param name="lessonId"><c>MM-LL</c></param>
    public static string Visuals(string lessonId) => $".coursegen/visuals/{lessonId}.json";

    /// <param name="extension">Without the dot: the true type, <c>png</c>, <c>jpg</c>, or <c>svg</c> beside a diagram.</param>
    public static string Image(string visualId, string extension = "png") => $"images/{visualId}.{extension}";

    public static string Slides(int module, int lesson) => $"slides/module-{module}-lesson-{lesson}.json";

    /// <param name="labId"><c>MM-LL-NN</c></param>
    public static string Lab(string labId, string title) => $"labguide/lab-{labId}-{Slug.Of(title)}.md";

    /// <param name="slug">Of the course's title.</param>
    /// <param name="extension">Without the dot.</param>
    public static string Book(string slug, string extension) => $"book/{slug}_complete.{extension}";

    public static string BookData(string slug) => $"book/{slug}_data.json";

    public static string LabGuide(string slug, string extension) => $"book/{slug}_labguide_complete.{extension}";

    public static string LabGuideData(string slug) => $"book/{slug}_labguide_data.json";

    /// <param name="batch">From 1.</param>
    /// <param name="firstLesson">From 1, through the course.</param>
    /// <param name="lastLesson">Inclusive.</param>
    public static string BatchDeck(int batch, int firstLesson, int lastLesson) => $"infographics/batch_{batch}_lessons_{firstLesson}-{lastLesson}.pptx";

    public static string BatchStructure(int batch) => $".coursegen/decks/batch-{batch}.json";

    /// <summary>Of a batch that went on at this lesson (from 1, through the course) after its deadline.</summary>
    public static string BatchStructure(int batch, int firstLesson) => $".coursegen/decks/batch-{batch}-from-{firstLesson}.json";

    /// <summary>The plan that the deck of an existing book was last made by.</summary>
    public const string LastDeckPlan = ".coursegen/decks/plan.json";

    /// <param name="request">Hash of the book and of what was asked for.</param>
    public static string DeckPlan(string request) => $".coursegen/decks/plan-{request}.json";

    /// <summary>A lesson as a book has it, which may differ from the course's own.</summary>
    /// <param name="bookSha256">Of the book's data.</param>
    public static string BookLesson(string bookSha256, int module, int lesson) => $".coursegen/decks/lessons-{bookSha256[..16]}/module-{module}-lesson-{lesson}.md";

    /// <param name="folderName">The project folder's last segment.</param>
    public static string MergedDeck(string folderName) => $"infographics/{folderName}-complete.pptx";

    /// <summary>The outline as received, under its own hash, until a revision takes it.</summary>
    public static string ReceivedOutline(string sha256) => $".coursegen/outlines/{sha256}.yaml";

    /// <summary>A customer's deck template as it was when a course was started with it.</summary>
    /// <param name="fileName">Its own, with its extension.</param>
    public static string DeckTemplate(string sha256, string fileName) =>
        $".coursegen/templates/{sha256[..16]}/{Slug.Of(Path.GetFileNameWithoutExtension(fileName))}{Path.GetExtension(fileName).ToLowerInvariant()}";

    public static string RevisionOutline(int revision) => $"{Revisions}{revision}/outline.yaml";

    public static string RevisionPlan(int revision) => $"{Revisions}{revision}/plan.json";

    public static string Inputs(int revision, string sha256) => $"{Revisions}{revision}/inputs-{sha256}.json";

    /// <param name="number">From 1: the first answer, the answer to the first send-back, …</param>
    public static string Answer(string fingerprint, int number) => $".coursegen/answers/{fingerprint}/{number}.json";

    public static string Claims(string fingerprint) => $".coursegen/claims/{fingerprint}/";

    public static string Claim(string fingerprint, int takeover) => $"{Claims(fingerprint)}{takeover}";

    /// <summary>What an artifact was before it was replaced; <paramref name="number"/> from 1.</summary>
    public static string Version(string key, int number) => $"versions/{key}.{number}";

    /// <summary>Ours, not the course's: revisions, answers, claims. A folder store keeps sidecars, lock and temporary files there too.</summary>
    public const string Own = ".coursegen/";

    /// <summary>
    /// The folder store's metadata of an artifact. A course's keys have an extension, so a sidecar's name has two dots
    /// (<c>a.md.json</c>); our own objects have one at most, and their sidecars are apart.
    /// </summary>
    public static string Sidecar(string key) => IsOwn(key) ? $"{Own}sidecars/{key[Own.Length..]}.json" : $"{Own}{key}.json";

    /// <summary>Answers and claims: not needed any more once the course is complete.</summary>
    internal static bool IsScratch(string key) =>
        key.StartsWith(".coursegen/answers/", StringComparison.Ordinal) || key.StartsWith(".coursegen/claims/", StringComparison.Ordinal);

    /// <exception cref="ArgumentException">It is not an object's key.</exception>
    internal static void RequireObject(ArtifactAddress address)
    {
        if (!IsObject(address.RelativeKey))
        {
            throw new ArgumentException(
                $"'{address.RelativeKey}' is no object's key: a course's have an extension, our own one dot at most.", nameof(address));
        }
    }

    /// <param name="prefix">Of full keys.</param>
    /// <exception cref="ArgumentException">It leads out of the store.</exception>
    internal static void RequireInside(string prefix)
    {
        if (prefix.StartsWith('/') || prefix.Split('/').Contains(".."))
            throw new ArgumentException($"'{prefix}' leads out of the store.", nameof(prefix));
    }

    internal static bool IsOwn(string key) => key.StartsWith(Own, StringComparison.Ordinal);

    /// <summary>An object's key, and no file of the folder store itself.</summary>
    internal static bool IsObject(string key)
    {
        var dots = key[(key.LastIndexOf('/') + 1)..].Count(c => c == '.');
        return IsOwn(key) ? dots <= 1 && key[Own.Length..].Split('/') is [not ("sidecars" or "tmp"), _, ..] : dots > 0;
    }
}
