using System.Runtime.InteropServices;
using CourseGen.Contracts.Documents;

namespace CourseGen.Ppt.SpeakerNotes;

/// <summary>
/// What an instructor is told besides the course's own text, in the course's language. A sentence that lacks its datum is empty; where a
/// language has no phrases, the course's own text stands alone, so that languages never mix.
/// </summary>
/// <remarks>What comes again in each module is said in another way after the first.</remarks>
abstract class InstructorPhrases
{
    /// <summary>Lessons of a module that are named one by one.</summary>
    protected const int MostNamed = 6;

    internal static InstructorPhrases In(string language) => language.Split('-')[0].ToLowerInvariant() switch
    {
        "en" => new EnglishPhrases(),
        "es" => new SpanishPhrases(),
        _ => new OwnTextOnly(),
    };

    internal abstract string Duration(int minutes);
    /// <summary>A lesson, so that a sentence can go on with it.</summary>
    internal abstract string Lesson(PlannedLesson lesson);
    /// <summary>A lab, likewise.</summary>
    internal abstract string Lab(OutlineLab lab);

    internal abstract string Welcome(string title);
    internal abstract string Extent(int minutes, int modules, int lessons, int labs);
    internal abstract string Practicalities(bool hasLabs);
    internal abstract string AskExpectations();

    internal abstract string Thread(string first, string last);
    internal abstract string ReadNotice(string notice);
    internal abstract string AskForCase(PlannedLesson last);

    internal abstract string AskDoubts();

    internal abstract string ReadObjectives();
    internal abstract string ObjectivesInLessons(IReadOnlyList<(int Objective, PlannedLesson Lesson)> reached);
    internal abstract string AskObjectives();
    internal abstract string ReturnToObjectives(int modules);

    internal abstract string ReadPrerequisites();
    internal abstract string NeededFirst(IReadOnlyList<(string Prerequisite, string Place)> uses);
    internal abstract string NotExplained(IReadOnlyList<string> prerequisites);
    internal abstract string AskPrerequisites(bool hasLabs);

    internal abstract string NameGroups(IReadOnlyList<string> groups);
    internal abstract string Level(string level);
    internal abstract string UseHands();
    internal abstract string OtherGroups(IReadOnlyList<OutlineModule> modules);

    internal abstract string ModuleTime(int number, string title, TeachingTime time);
    internal abstract string Together(int minutes, int modules);
    /// <param name="longest">Null where several are.</param>
    internal abstract string Breaks(OutlineModule? longest, bool hasLabs);
    internal abstract string AskAgenda();

    internal abstract string Opens(OutlineModule module, OutlineModule? before);
    internal abstract string LessonTimes(IReadOnlyList<(PlannedLesson Lesson, int Minutes)> lessons, TeachingTime time);
    internal abstract string WorksOn(IReadOnlyList<int> objectives);
    internal abstract string AskFirstTopic(string topic, PlannedLesson lesson, bool isFirst);

    /// <summary>To the list of a module with many lessons.</summary>
    internal abstract string Contents(OutlineModule module, IReadOnlyList<PlannedLesson> lessons, int labs);

    internal abstract string LabTask(OutlineLab lab);
    internal abstract string LabGoals(OutlineLab lab);
    /// <param name="before">The last lab of the modules before.</param>
    internal abstract string GuideLabs(IReadOnlyList<OutlineLab> labs, OutlineLab? before);
    internal abstract string AskLabs(IReadOnlyList<OutlineLab> labs, bool isFirst);
    internal abstract string LetSayTask(IReadOnlyList<OutlineLab> labs);

    internal abstract string CloseModule(OutlineModule module, bool isFirst);
    internal abstract string AddIfUnsaid(IReadOnlyList<(PlannedLesson Lesson, string Point)> points);
    internal abstract string AskObjectivesReached(IReadOnlyList<int> objectives);
    internal abstract string AskNewcomers(OutlineModule module);
    internal abstract string GoesOn(OutlineModule? next);

    internal abstract string SourcesOf(IReadOnlyList<(string Reference, PlannedLesson Lesson)> sources);
    internal abstract string SayWhatEachIs(IReadOnlyList<string> references);
    internal abstract string AskSources(OutlineModule module, int references, bool isFirst);

    internal abstract string MissingLesson(PlannedLesson lesson);
    internal abstract string HoldAsTalk(int minutes, IReadOnlyList<string> topics);

    /// <summary>To the glossary.</summary>
    /// <param name="terms">Some of it.</param>
    internal abstract string AskTerms(IReadOnlyList<string> terms);

    internal abstract string Thank(string title);
    internal abstract string ReturnToExpectations();
    internal abstract string WhereThingsStay(bool hasLabs);
    internal abstract string AskFarewell();

    /// <summary>“a, b and c”.</summary>
    /// <param name="last">What stands before the last one.</param>
    protected static string Listed(IReadOnlyList<string> items, string last) =>
        items.Count == 1 ? items[0] : $"{string.Join(", ", items.SkipLast(1))}{last}{items[^1]}";

    /// <summary>A part of a lab's minutes, as one says it: in fives where there are so many.</summary>
    protected static int PartOf(int minutes, int parts) => minutes / parts is var part && part < 5 ? Math.Max(1, part) : part / 5 * 5;
}

/// <summary>Minutes of a module in the room.</summary>
/// <param name="Lessons">How many.</param>
/// <param name="Labs">How many.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct TeachingTime(int Minutes, int LessonMinutes, int LabMinutes, int Lessons, int Labs)
{
    /// <summary>Lessons and labs make up the whole.</summary>
    internal bool IsDivided => LabMinutes > 0 && LessonMinutes + LabMinutes == Minutes;
}
