using System.CommandLine;
using CourseGen.Contracts;

namespace CourseGen.Cli.Commands;

/// <summary>Every field of <see cref="StartCourse"/> as an option in kebab-case.</summary>
sealed class StartOptions
{
    readonly Option<string?> _project = new("--project", "--project-folder") { Description = "The project folder, one to three segments (default: the outline's folder, else its title)" };
    readonly Option<string?> _provider = new("--provider") { Description = "Sets model_provider and image_provider: recorded or simulated" };
    readonly Option<string?> _modules = new("--modules-to-generate") { Description = "all, 3, 1,3-5" };
    readonly Option<string?> _contentType = new("--content-type") { Description = "theory, labs or both" };
    readonly Option<string?> _modelProvider = new("--model-provider") { Description = "Who writes" };
    readonly Option<string?> _textModel = new("--text-model") { Description = "The model id of the writer" };
    readonly Option<string?> _imageProvider = new("--image-provider") { Description = "Who draws" };
    readonly Option<string?> _imageModel = new("--image-model") { Description = "The model id of the painter" };
    readonly Option<string?> _language = new("--course-language") { Description = "BCP 47; wins over the outline's" };
    readonly Option<string?> _lessonRequirements = new("--lesson-requirements") { Description = "Free text for every lesson" };
    readonly Option<string?> _labRequirements = new("--lab-requirements") { Description = "Free text for every lab" };
    readonly Option<int?> _batchSize = new("--batch-size", "--max-lessons-per-batch") { Description = "Lessons per content batch (3)" };
    readonly Option<int?> _deckBatchSize = new("--deck-batch-size") { Description = "Lessons per deck batch (6)" };
    readonly Option<int?> _maxConcurrency = new("--max-concurrency") { Description = "Batches in flight (as many as the quota allows)" };
    readonly Option<int?> _priority = new("--priority") { Description = "0 to 9 (5)" };
    readonly Option<decimal?> _maxCost = new("--max-cost-usd") { Description = "Pauses when this much is spent" };
    readonly Option<double?> _maxHours = new("--max-hours") { Description = "Pauses after this time (24)" };
    readonly Option<string?> _style = new("--style") { Description = "professional, modern or minimal" };
    readonly Option<int?> _slides = new("--slides-per-lesson") { Description = "A target (by duration)" };
    readonly Option<int?> _maxImages = new("--max-images") { Description = "At most so many pictures" };
    readonly Option<bool?> _autoCombine = new("--auto-combine") { Description = "Merge the deck at the end (true)" };
    readonly Option<bool?> _buildDeck = new("--build-deck") { Description = "Make slides and decks (true)" };
    readonly Option<string?> _bookFormats = new("--book-formats") { Description = "Of md,json,html (all)" };
    readonly Option<bool?> _labsInBook = new("--labs-in-book") { Description = "Labs also in the book (true)" };
    readonly Option<bool> _refresh = new("--refresh") { Description = "Take today's prompts and models instead of the pinned ones" };

    public string? Project(ParseResult parsed) => parsed.GetValue(_project);

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_project, _provider, _modules, _contentType, _modelProvider, _textModel, _imageProvider, _imageModel, _language,
            _lessonRequirements, _labRequirements, _batchSize, _deckBatchSize, _maxConcurrency, _priority, _maxCost, _maxHours, _style, _slides, _maxImages,
            _autoCombine, _buildDeck, _bookFormats, _labsInBook, _refresh])
            command.Options.Add(option);
    }

    /// <param name="provider">Of text and pictures, when none is asked for.</param>
    public StartCourse Read(ParseResult parsed, string projectFolder, string provider)
    {
        var asked = parsed.GetValue(_provider);
        return new StartCourse
        {
            ProjectFolder = projectFolder, ModulesToGenerate = parsed.GetValue(_modules), ContentType = parsed.GetValue(_contentType),
            ModelProvider = parsed.GetValue(_modelProvider) ?? asked ?? provider, TextModel = parsed.GetValue(_textModel),
            ImageProvider = parsed.GetValue(_imageProvider) ?? asked ?? provider, ImageModel = parsed.GetValue(_imageModel),
            CourseLanguage = parsed.GetValue(_language), LessonRequirements = parsed.GetValue(_lessonRequirements), LabRequirements = parsed.GetValue(_labRequirements),
            BatchSize = parsed.GetValue(_batchSize), DeckBatchSize = parsed.GetValue(_deckBatchSize), MaxConcurrency = parsed.GetValue(_maxConcurrency),
            Priority = parsed.GetValue(_priority), MaxCostUsd = parsed.GetValue(_maxCost), MaxHours = parsed.GetValue(_maxHours), Style = parsed.GetValue(_style),
            SlidesPerLesson = parsed.GetValue(_slides), MaxImages = parsed.GetValue(_maxImages), AutoCombine = parsed.GetValue(_autoCombine),
            BuildDeck = parsed.GetValue(_buildDeck), LabsInBook = parsed.GetValue(_labsInBook), Refresh = parsed.GetValue(_refresh) ? true : null,
            BookFormats = parsed.GetValue(_bookFormats)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
    }
}
