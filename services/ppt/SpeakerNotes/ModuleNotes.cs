using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.Ppt.SpeakerNotes;

/// <summary>What is said to a module's own slides, from its outline and its lessons' summaries, with what to ask the room.</summary>
sealed class ModuleNotes(CoursePlan plan)
{
    const int MaxQuote = 100;
    const int MostTopics = 6;

    readonly InstructorPhrases _phrases = InstructorPhrases.In(plan.Language);
    readonly CourseWork _work = new(plan);
    readonly IReadOnlyList<OutlineModule> _modules = [.. plan.Outline.Modules.Where(module => plan.SelectedModules.Contains(module.Number))];

    internal string Opening(OutlineModule module)
    {
        var lessons = LessonsOf(module);
        var topics = lessons.Select(lesson => _phrases.AskFirstTopic(TopicsOf(lesson).FirstOrDefault() ?? lesson.Title, lesson, IsFirst(module)));
        return Notes(
            module,
            [_phrases.Opens(module, _modules.LastOrDefault(other => other.Number < module.Number))],
            [module.Summary ?? "", _phrases.LessonTimes([.. lessons.Select(lesson => (lesson, plan.MinutesOf(lesson)))], plan.TimeOf(module)), _phrases.WorksOn(_work.ObjectivesOf(module))],
            topics.Take(1));
    }

    /// <summary>To the list of its lessons and labs, where that is a slide of its own.</summary>
    internal string Contents(OutlineModule module) => Notes(module, [], [_phrases.Contents(module, LessonsOf(module), plan.LabsOf(module).Count)], []);

    internal string Labs(OutlineModule module)
    {
        var labs = plan.LabsOf(module);
        var before = _modules.Where(other => other.Number < module.Number).SelectMany(plan.LabsOf).LastOrDefault();
        return Notes(
            module,
            [],
            labs.SelectMany(lab => (string[])[_phrases.LabTask(lab), _phrases.LabGoals(lab)]),
            [_phrases.GuideLabs(labs, before), _phrases.AskLabs(labs, before is null)],
            _phrases.LetSayTask(labs));
    }

    /// <param name="slides">Of its lessons, by lesson id, as far as they are there.</param>
    internal string Summary(OutlineModule module, IReadOnlyDictionary<string, IReadOnlyList<Slide>> slides)
    {
        var unsaid = LessonsOf(module).Where(lesson => slides.ContainsKey(lesson.Id)).Select(lesson => (Lesson: lesson, Points: SummaryOf(slides[lesson.Id])))
            .Where(lesson => lesson.Points.Count > 1).Select(lesson => (lesson.Lesson, Prose.Point(lesson.Points[1], MaxQuote)));
        return Notes(
            module,
            [_phrases.CloseModule(module, IsFirst(module))],
            [_phrases.AddIfUnsaid([.. unsaid])],
            [_phrases.AskObjectivesReached(_work.ObjectivesOf(module)), _phrases.GoesOn(_modules.FirstOrDefault(other => other.Number > module.Number))],
            _phrases.AskNewcomers(module));
    }

    internal string References(OutlineModule module)
    {
        var names = module.References.Select(NameOf).ToList();
        var placed = names.Select(name => (Name: name, Lesson: _work.LessonOf(name, module))).Where(source => source.Lesson is not null);
        return Notes(
            module,
            [],
            [_phrases.SourcesOf([.. placed.Select(source => (source.Name, source.Lesson!))])],
            [_phrases.AskSources(module, names.Count, IsFirst(module))],
            _phrases.SayWhatEachIs(names));
    }

    internal string Missing(PlannedLesson lesson) => Notes(
        plan.Outline.Modules.First(module => module.Number == lesson.ModuleNumber),
        [_phrases.MissingLesson(lesson), _phrases.HoldAsTalk(plan.MinutesOf(lesson), [.. TopicsOf(lesson).Take(MostTopics)])],
        [],
        []);

    /// <summary>What a lesson's summary says, first things first.</summary>
    internal static IReadOnlyList<string> SummaryOf(IReadOnlyList<Slide> slides) =>
        [.. slides.Where(slide => slide.Layout == SlideLayout.Summary).SelectMany(slide => slide.ContentBlocks).SelectMany(block => block.Items ?? [])];

    bool IsFirst(OutlineModule module) => _modules.Count > 0 && _modules[0].Number == module.Number;

    List<PlannedLesson> LessonsOf(OutlineModule module) => [.. plan.Lessons.Where(lesson => lesson.ModuleNumber == module.Number)];

    IReadOnlyList<string> TopicsOf(PlannedLesson lesson) =>
        [.. plan.Outline.Modules.First(module => module.Number == lesson.ModuleNumber).Lessons.First(entry => entry.Id == lesson.Id).Topics.Select(topic => Prose.Point(topic.Title, MaxQuote))];

    /// <summary>A reference without its address, which nobody says aloud.</summary>
    static string NameOf(string reference)
    {
        var address = reference.IndexOf("http", StringComparison.OrdinalIgnoreCase);
        return Prose.Clip((address > 0 ? reference[..address] : reference).TrimEnd(' ', ',', ':', '—', '–', '-', '.', '(', '<'), MaxQuote);
    }

    /// <summary>Where nothing else is long enough, the module says what it is about, and what its lessons speak of.</summary>
    string Notes(OutlineModule module, IEnumerable<string> opening, IEnumerable<string> points, IEnumerable<string> closing, params IEnumerable<string> more) =>
        new SpokenNotes(opening, points, closing, [.. more, module.Summary ?? "", .. LessonsOf(module).SelectMany(TopicsOf), plan.Outline.Description]).Text;
}
