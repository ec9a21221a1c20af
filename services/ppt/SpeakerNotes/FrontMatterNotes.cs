using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Models.Simulated;

namespace CourseGen.Ppt.SpeakerNotes;

/// <summary>What is said to the slides that the course has once: from its outline, with what to ask the room.</summary>
sealed class FrontMatterNotes(CoursePlan plan)
{
    const int MaxQuote = 120;
    const int MostTerms = 3;

    readonly InstructorPhrases _phrases = InstructorPhrases.In(plan.Language);
    readonly CourseWork _work = new(plan);
    readonly Outline _outline = plan.Outline;
    readonly IReadOnlyList<OutlineModule> _modules = [.. plan.Outline.Modules.Where(module => plan.SelectedModules.Contains(module.Number))];

    bool HasLabs => plan.Labs.Count > 0;

    internal string Cover() => Notes(
        [plan.IsSimulated() ? CourseWords.In(plan.Language).SimulatedNotice : "", _phrases.Welcome(_outline.Title)],
        [_phrases.Extent(_modules.Sum(module => plan.TimeOf(module).Minutes), _modules.Count, plan.Lessons.Count, plan.Labs.Count), _phrases.Practicalities(HasLabs)],
        [_phrases.AskExpectations()],
        []);

    internal string About() => Notes(
        [],
        [_outline.Description, _modules.Count > 0 ? _phrases.Thread(_modules[0].Title, _modules[^1].Title) : "", _outline.Legal is { Length: > 0 } legal ? _phrases.ReadNotice(legal) : ""],
        [plan.Lessons.Count > 0 ? _phrases.AskForCase(plan.Lessons[^1]) : ""],
        [_phrases.AskDoubts(), .. _modules.Select(module => module.Summary ?? "")]);

    internal string Objectives() => Notes(
        [_phrases.ReadObjectives()],
        [_phrases.ObjectivesInLessons(_work.Objectives)],
        [_phrases.AskObjectives(), _phrases.ReturnToObjectives(_modules.Count)],
        _outline.LearningOutcomes);

    internal string Prerequisites()
    {
        var uses = _outline.Prerequisites.Select(prerequisite => (Prerequisite: Prose.Point(prerequisite, MaxQuote), Place: PlaceOf(prerequisite))).ToList();
        return Notes(
            [_phrases.ReadPrerequisites()],
            [_phrases.NeededFirst(uses.FindAll(use => use.Place.Length > 0)), _phrases.NotExplained([.. uses.Where(use => use.Place.Length == 0).Select(use => use.Prerequisite)])],
            [_phrases.AskPrerequisites(HasLabs)],
            _outline.Prerequisites);
    }

    internal string Audience() => Notes(
        [_phrases.NameGroups(_outline.Audience)],
        [_phrases.Level(_outline.Level ?? ""), _phrases.UseHands()],
        [_phrases.OtherGroups(_modules)],
        [.. _modules.Select(module => module.Summary ?? "")]);

    internal string Agenda() => Notes(
        [],
        [.. _modules.Select(module => _phrases.ModuleTime(module.Number, module.Title, plan.TimeOf(module)))],
        [_phrases.Together(_modules.Sum(module => plan.TimeOf(module).Minutes), _modules.Count), _phrases.Breaks(Longest(), HasLabs), _phrases.AskAgenda()],
        []);

    internal string Glossary(IReadOnlyList<GlossaryEntry> glossary) => Notes([], [_phrases.AskTerms([.. glossary.Select(entry => entry.Term).Take(MostTerms)])], [], []);

    internal string Closing() => Notes(
        [_phrases.Thank(_outline.Title), _phrases.ReturnToExpectations()],
        [],
        [_phrases.WhereThingsStay(HasLabs), _phrases.AskFarewell()],
        []);

    string PlaceOf(string prerequisite) => _work.FirstUse(prerequisite) switch
    {
        ({ } lesson, _) => _phrases.Lesson(lesson),
        (_, { } lab) => _phrases.Lab(lab),
        _ => "",
    };

    OutlineModule? Longest()
    {
        var most = _modules.Max(module => plan.TimeOf(module).Minutes);
        return _modules.Count > 1 && _modules.Count(module => plan.TimeOf(module).Minutes == most) == 1 ? _modules.First(module => plan.TimeOf(module).Minutes == most) : null;
    }

    /// <summary>Where nothing else is long enough, the course says what it is about.</summary>
    string Notes(IEnumerable<string> opening, IEnumerable<string> points, IEnumerable<string> closing, IEnumerable<string> more) =>
        new SpokenNotes(opening, points, closing, [.. more, _outline.Description, .. _outline.LearningOutcomes, .. _modules.Select(module => module.Summary ?? "")]).Text;
}
