using System.CommandLine;
using System.CommandLine.Parsing;
using CourseGen.Cli.Embedded;
using CourseGen.Contracts;

namespace CourseGen.Cli.Commands;

/// <summary>Every field of <see cref="StartCourse"/> as an option in kebab-case.</summary>
sealed class StartOptions
{
    readonly Option<string?> _project = new("--project", "--project-folder")
    {
        Description = "The project folder, one to three segments (default: the outline's folder, else its title)",
        HelpName = "folder",
    };
    readonly Option<string?> _provider = new("--provider") { Description = "Sets model_provider and image_provider: recorded, simulated, bedrock or openai", HelpName = "name" };
    readonly Option<string?> _modules = new("--modules-to-generate") { Description = "all, 3, 1,3-5", HelpName = "modules" };
    readonly Option<string?> _contentType = new("--content-type") { Description = "theory, labs or both", HelpName = "type" };
    readonly Option<string?> _modelProvider = new("--model-provider") { Description = "Who writes", HelpName = "name" };
    readonly Option<string?> _textModel = new("--text-model") { Description = "The model id of the writer", HelpName = "id" };
    readonly Option<string?> _imageProvider = new("--image-provider") { Description = "Who draws", HelpName = "name" };
    readonly Option<string?> _imageModel = new("--image-model") { Description = "The model id of the painter", HelpName = "id" };
    readonly Option<string?> _language = new("--course-language") { Description = "BCP 47; wins over the outline's", HelpName = "tag" };
    readonly Option<string?> _lessonRequirements = new("--lesson-requirements") { Description = "Free text for every lesson", HelpName = "text" };
    readonly Option<string?> _labRequirements = new("--lab-requirements") { Description = "Free text for every lab", HelpName = "text" };
    readonly Option<int?> _batchSize = new("--batch-size", "--max-lessons-per-batch") { Description = "Lessons per content batch (3)", HelpName = "n" };
    readonly Option<int?> _deckBatchSize = new("--deck-batch-size") { Description = "Lessons per deck batch (6)", HelpName = "n" };
    readonly Option<int?> _maxConcurrency = new("--max-concurrency") { Description = "Batches in flight (as many as the quota allows)", HelpName = "n" };
    readonly Option<int?> _priority = new("--priority") { Description = "0 to 9 (5)", HelpName = "n" };
    readonly Option<decimal?> _maxCost = new("--max-cost-usd") { Description = "Pauses when this much is spent", HelpName = "usd" };
    readonly Option<double?> _maxHours = new("--max-hours") { Description = "Pauses after this time (24)", HelpName = "hours" };
    readonly Option<string?> _style = new("--style") { Description = "professional, modern or minimal", HelpName = "style" };
    readonly Option<string?> _template = DeckTemplateFile.KeyOption();
    readonly Option<int?> _slides = new("--slides-per-lesson") { Description = "A target (by duration)", HelpName = "n" };
    readonly Option<int?> _maxImages = new("--max-images") { Description = "At most so many pictures", HelpName = "n" };
    readonly Option<bool?> _autoCombine = new("--auto-combine") { Description = "Merge the deck at the end (true)", HelpName = "true|false" };
    readonly Option<bool?> _buildDeck = new("--build-deck") { Description = "Make slides and decks (true)", HelpName = "true|false" };
    readonly Option<string?> _bookFormats = new("--book-formats") { Description = "Of md,json,html (all)", HelpName = "formats" };
    readonly Option<bool?> _labsInBook = new("--labs-in-book") { Description = "Labs also in the book (true)", HelpName = "true|false" };
    readonly Option<bool> _refresh = new("--refresh") { Description = "Take today's prompts and models instead of the pinned ones" };

    /// <param name="embedded">The providers are those of this program; else servers have theirs, and the planner knows which.</param>
    public StartOptions(bool embedded = true)
    {
        if (!embedded)
            return;
        foreach (var option in (Option<string?>[])[_provider, _modelProvider])
            option.Validators.Add(result => RefuseUnknown(option.Name, result, EmbeddedProviders.TextNames));
        _imageProvider.Validators.Add(result => RefuseUnknown(_imageProvider.Name, result, EmbeddedProviders.Names));
    }

    public string? Project(ParseResult parsed) => parsed.GetValue(_project);

    static void RefuseUnknown(string option, OptionResult result, IReadOnlyList<string> names)
    {
        if (result.GetValueOrDefault<string?>() is { } name && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
            result.AddError($"{option}: '{name}' is not a provider of this version; expected one of {string.Join(", ", names)}.");
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_project, _provider, _modules, _contentType, _modelProvider, _textModel, _imageProvider, _imageModel, _language,
            _lessonRequirements, _labRequirements, _batchSize, _deckBatchSize, _maxConcurrency, _priority, _maxCost, _maxHours, _style, _template, _slides, _maxImages,
            _autoCombine, _buildDeck, _bookFormats, _labsInBook, _refresh])
            command.Options.Add(option);
    }

    /// <param name="provider">Of text and pictures, when none is asked for; null leaves it to the planner.</param>
    public StartCourse Read(ParseResult parsed, string projectFolder, string? provider)
    {
        var asked = parsed.GetValue(_provider) ?? provider;
        return new StartCourse
        {
            ProjectFolder = projectFolder,
            ModulesToGenerate = parsed.GetValue(_modules),
            ContentType = parsed.GetValue(_contentType),
            ModelProvider = (parsed.GetValue(_modelProvider) ?? asked)?.ToLowerInvariant(),
            TextModel = parsed.GetValue(_textModel),
            ImageProvider = (parsed.GetValue(_imageProvider) ?? asked)?.ToLowerInvariant(),
            ImageModel = parsed.GetValue(_imageModel),
            CourseLanguage = parsed.GetValue(_language),
            LessonRequirements = parsed.GetValue(_lessonRequirements),
            LabRequirements = parsed.GetValue(_labRequirements),
            BatchSize = parsed.GetValue(_batchSize),
            DeckBatchSize = parsed.GetValue(_deckBatchSize),
            MaxConcurrency = parsed.GetValue(_maxConcurrency),
            Priority = parsed.GetValue(_priority),
            MaxCostUsd = parsed.GetValue(_maxCost),
            MaxHours = parsed.GetValue(_maxHours),
            Style = parsed.GetValue(_style),
            DeckTemplateS3Key = parsed.GetValue(_template),
            SlidesPerLesson = parsed.GetValue(_slides),
            MaxImages = parsed.GetValue(_maxImages),
            AutoCombine = parsed.GetValue(_autoCombine),
            BuildDeck = parsed.GetValue(_buildDeck),
            LabsInBook = parsed.GetValue(_labsInBook),
            Refresh = parsed.GetValue(_refresh) ? true : null,
            BookFormats = parsed.GetValue(_bookFormats)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
    }
}
