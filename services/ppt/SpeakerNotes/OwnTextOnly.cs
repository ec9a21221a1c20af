using CourseGen.Contracts.Documents;

namespace CourseGen.Ppt.SpeakerNotes;

/// <summary>For languages without phrases: only what the course itself says.</summary>
sealed class OwnTextOnly : InstructorPhrases
{
    internal override string Duration(int minutes) => "";
    internal override string Lesson(PlannedLesson lesson) => "";
    internal override string Lab(OutlineLab lab) => "";
    internal override string Welcome(string title) => title;
    internal override string Extent(int minutes, int modules, int lessons, int labs) => "";
    internal override string Practicalities(bool hasLabs) => "";
    internal override string AskExpectations() => "";
    internal override string Thread(string first, string last) => "";
    internal override string ReadNotice(string notice) => notice;
    internal override string AskForCase(PlannedLesson last) => "";
    internal override string AskDoubts() => "";
    internal override string ReadObjectives() => "";
    internal override string ObjectivesInLessons(IReadOnlyList<(int Objective, PlannedLesson Lesson)> reached) => "";
    internal override string AskObjectives() => "";
    internal override string ReturnToObjectives(int modules) => "";
    internal override string ReadPrerequisites() => "";
    internal override string NeededFirst(IReadOnlyList<(string Prerequisite, string Place)> uses) => string.Join("; ", uses.Select(use => use.Prerequisite));
    internal override string NotExplained(IReadOnlyList<string> prerequisites) => string.Join("; ", prerequisites);
    internal override string AskPrerequisites(bool hasLabs) => "";
    internal override string NameGroups(IReadOnlyList<string> groups) => string.Join("; ", groups);
    internal override string Level(string level) => "";
    internal override string UseHands() => "";
    internal override string OtherGroups(IReadOnlyList<OutlineModule> modules) => "";
    internal override string ModuleTime(int number, string title, TeachingTime time) => $"{number}: {title}";
    internal override string Together(int minutes, int modules) => "";
    internal override string Breaks(OutlineModule? longest, bool hasLabs) => "";
    internal override string AskAgenda() => "";
    internal override string Opens(OutlineModule module, OutlineModule? before) => module.Title;
    internal override string LessonTimes(IReadOnlyList<(PlannedLesson Lesson, int Minutes)> lessons, TeachingTime time) => string.Join("; ", lessons.Select(one => one.Lesson.Title));
    internal override string WorksOn(IReadOnlyList<int> objectives) => "";
    internal override string AskFirstTopic(string topic, PlannedLesson lesson, bool isFirst) => "";
    internal override string Contents(OutlineModule module, IReadOnlyList<PlannedLesson> lessons, int labs) => "";
    internal override string LabTask(OutlineLab lab) => string.IsNullOrWhiteSpace(lab.Description) ? lab.Title : $"{lab.Title}: {lab.Description}";
    internal override string LabGoals(OutlineLab lab) => string.Join("; ", lab.Objectives);
    internal override string GuideLabs(IReadOnlyList<OutlineLab> labs, OutlineLab? before) => "";
    internal override string AskLabs(IReadOnlyList<OutlineLab> labs, bool isFirst) => "";
    internal override string LetSayTask(IReadOnlyList<OutlineLab> labs) => "";
    internal override string CloseModule(OutlineModule module, bool isFirst) => module.Title;
    internal override string AddIfUnsaid(IReadOnlyList<(PlannedLesson Lesson, string Point)> points) => string.Join("; ", points.Select(point => point.Point));
    internal override string AskObjectivesReached(IReadOnlyList<int> objectives) => "";
    internal override string AskNewcomers(OutlineModule module) => "";
    internal override string GoesOn(OutlineModule? next) => "";
    internal override string SourcesOf(IReadOnlyList<(string Reference, PlannedLesson Lesson)> sources) => string.Join("; ", sources.Select(source => source.Reference));
    internal override string SayWhatEachIs(IReadOnlyList<string> references) => string.Join("; ", references);
    internal override string AskSources(OutlineModule module, int references, bool isFirst) => "";
    internal override string MissingLesson(PlannedLesson lesson) => lesson.Title;
    internal override string HoldAsTalk(int minutes, IReadOnlyList<string> topics) => string.Join("; ", topics);
    internal override string AskTerms(IReadOnlyList<string> terms) => string.Join("; ", terms);
    internal override string Thank(string title) => title;
    internal override string ReturnToExpectations() => "";
    internal override string WhereThingsStay(bool hasLabs) => "";
    internal override string AskFarewell() => "";
}
