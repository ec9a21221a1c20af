using System.Text.RegularExpressions;
using CourseGen.Contracts.Documents;

namespace CourseGen.Ppt.SpeakerNotes;

/// <summary>
/// Where in the course something is worked on, told by the words that it shares with a lesson's title and topics, or a lab's title, task and
/// objectives. Words count by their first five letters, so that their forms are one; rare ones count more.
/// </summary>
sealed partial class CourseWork
{
    const int StemLength = 5;

    /// <summary>Beginnings of words that say nothing of a subject.</summary>
    static readonly HashSet<string> General =
    [
        "about", "basic", "being", "cours", "every", "first", "knowl", "learn", "lesso", "modul", "other", "their", "there", "these", "those", "under", "using", "where", "which",
        "antes", "curso", "cuand", "desde", "donde", "ejemp", "entre", "fácil", "haber", "hasta", "lecci", "módul", "otras", "otros", "poder", "puede", "saber", "sobre", "tener",
    ];

    readonly List<Place> _places;

    internal CourseWork(CoursePlan plan)
    {
        _places = [.. plan.Outline.Modules.SelectMany(module => PlacesOf(plan, module))];
        Objectives = [.. plan.Outline.LearningOutcomes.Select((outcome, index) => (Objective: index + 1, Lesson: LessonOf(outcome)!)).Where(reached => reached.Lesson is not null)];
    }

    /// <summary>Which of the course's learning outcomes (from 1) is worked on in which lesson, as far as their words say.</summary>
    internal IReadOnlyList<(int Objective, PlannedLesson Lesson)> Objectives { get; }

    internal IReadOnlyList<int> ObjectivesOf(OutlineModule module) => [.. Objectives.Where(reached => reached.Lesson.ModuleNumber == module.Number).Select(reached => reached.Objective)];

    /// <summary>The lesson that shares most with a text; null when it shares too little.</summary>
    /// <param name="module">That it must be of; of any, two words must be shared.</param>
    internal PlannedLesson? LessonOf(string text, OutlineModule? module = null)
    {
        var shared = Shared(text, module is null ? 2 : 1).Where(found => found.Place.Lesson is { } lesson && (module is null || lesson.ModuleNumber == module.Number)).ToList();
        return shared.Count == 0 ? null : shared.MaxBy(found => found.Weight).Place.Lesson;
    }

    /// <summary>The first lesson or lab, in the order of the course, that a text has to do with.</summary>
    internal (PlannedLesson? Lesson, OutlineLab? Lab) FirstUse(string text) => Shared(text, 1).Select(found => (found.Place.Lesson, found.Place.Lab)).FirstOrDefault();

    /// <summary>Words that more than half of the places have tell nothing.</summary>
    IEnumerable<(Place Place, double Weight)> Shared(string text, int least)
    {
        var telling = Stems([text]).Select(stem => (Stem: stem, Places: _places.Count(place => place.Stems.Contains(stem))))
            .Where(stem => stem.Places > 0 && stem.Places <= Math.Max(2, _places.Count / 2)).ToList();
        foreach (var place in _places)
        {
            var shared = telling.FindAll(stem => place.Stems.Contains(stem.Stem));
            if (shared.Count >= least)
                yield return (place, shared.Sum(stem => 1.0 / stem.Places));
        }
    }

    static IEnumerable<Place> PlacesOf(CoursePlan plan, OutlineModule module)
    {
        var labs = plan.LabsOf(module);
        foreach (var lesson in plan.Lessons.Where(lesson => lesson.ModuleNumber == module.Number))
        {
            var outlined = module.Lessons.First(one => one.Id == lesson.Id);
            yield return new Place(lesson, null, Stems([lesson.Title, .. outlined.Topics.Select(topic => topic.Title)]));
            foreach (var lab in labs.Where(outlined.Labs.Contains))
                yield return Of(lab);
        }
        foreach (var lab in labs.Where(module.Labs.Contains))
            yield return Of(lab);

        static Place Of(OutlineLab lab) => new(null, lab, Stems([lab.Title, lab.Description ?? "", .. lab.Objectives]));
    }

    static HashSet<string> Stems(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => Word().Matches(text.ToLowerInvariant())).Select(word => word.Value[..StemLength]).Where(stem => !General.Contains(stem))];

    [GeneratedRegex(@"\p{L}{5,}", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    sealed record Place(PlannedLesson? Lesson, OutlineLab? Lab, HashSet<string> Stems);
}
