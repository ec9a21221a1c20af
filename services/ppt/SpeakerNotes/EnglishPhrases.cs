using CourseGen.Contracts.Documents;

namespace CourseGen.Ppt.SpeakerNotes;

sealed class EnglishPhrases : InstructorPhrases
{
    internal override string Duration(int minutes) => minutes < 60 ? Count(minutes, "minute")
        : minutes % 60 == 0 ? Count(minutes / 60, "hour") : $"{Count(minutes / 60, "hour")} and {Count(minutes % 60, "minute")}";

    internal override string Lesson(PlannedLesson lesson) => $"lesson {lesson.ModuleNumber}.{lesson.LessonNumber} ({Quoted(lesson.Title)})";
    internal override string Lab(OutlineLab lab) => $"lab {lab.Id} ({Quoted(lab.Title)})";

    internal override string Welcome(string title) => $"Welcome the room to {Quoted(title)}, say your name, and tell in two sentences where you use the subject yourself.";

    internal override string Extent(int minutes, int modules, int lessons, int labs) =>
        $"The course takes {Duration(minutes)}: {Count(modules, "module")} with {Count(lessons, "lesson")}{(labs > 0 ? $" and {Count(labs, "lab")}" : "")}.";

    internal override string Practicalities(bool hasLabs) =>
        $"Settle the practical things before the next slide: when the breaks are, how people may interrupt you, and where they find the book{(hasLabs ? " and the lab guide" : "")}.";

    internal override string AskExpectations() =>
        "Then ask each person for one sentence: what brings you here, and what do you want to be able to do afterwards? Write the answers where they stay in sight, because the last slide comes back to them.";

    internal override string Thread(string first, string last) => first == last ? "" : $"The thread of the course leads from {Quoted(first)} to {Quoted(last)}.";
    internal override string ReadNotice(string notice) => $"Read the notice aloud, because it holds for everyone in the room: {notice}";

    internal override string AskForCase(PlannedLesson last) =>
        $"Ask for one case from somebody's own work in which the subject mattered, and note it beside the board: it is the example to come back to in {Lesson(last)}.";

    internal override string AskDoubts() =>
        "Ask also what people have heard about the subject and do not quite believe: it shows what they expect the course to settle, and gives you the question to open the first lesson with.";

    internal override string ReadObjectives() => "Read the objectives as promises: each is something that people will have done by the end, and not only heard of.";

    internal override string ObjectivesInLessons(IReadOnlyList<(int Objective, PlannedLesson Lesson)> reached) => reached.Count == 0 ? ""
        : $"Say where each is worked on: {And([.. reached.Select(one => $"objective {one.Objective} in lesson {one.Lesson.ModuleNumber}.{one.Lesson.LessonNumber}")])}.";

    internal override string AskObjectives() =>
        "Ask everyone to choose the one that matters most to them, and the one that they could meet already; the hands tell you where to take time and where to be quick.";

    internal override string ReturnToObjectives(int modules) =>
        $"Come back to this slide {(modules > 1 ? "after each module" : "at the end")}, and let the room say which objectives are met.";

    internal override string ReadPrerequisites() => "Say for each line what it is needed for, so that nobody takes the list for a test.";

    internal override string NeededFirst(IReadOnlyList<(string Prerequisite, string Place)> uses) => uses.Count == 0 ? ""
        : $"What builds on it first: on {string.Join("; on ", uses.Select(use => $"{Quoted(use.Prerequisite)}, {use.Place}"))}.";

    internal override string NotExplained(IReadOnlyList<string> prerequisites) => prerequisites.Count == 0 ? ""
        : $"No lesson stops to explain {And([.. prerequisites.Select(Quoted)])}: name a page or a person that helps.";

    internal override string AskPrerequisites(bool hasLabs) =>
        "Ask who is unsure of a line; a raised hand is enough. Note the names, explain the point in the break before it is needed"
        + (hasLabs ? ", and in the labs pair those who are unsure with those who are not." : ", and let a neighbour who knows it help.");

    internal override string NameGroups(IReadOnlyList<string> groups) => $"Name the groups one after the other, and ask for a show of hands for each: {string.Join("; ", groups)}.";

    internal override string Level(string level) => level switch
    {
        "beginner" => "The course is for beginners: beyond the prerequisites it takes nothing for granted, and neither should you.",
        "intermediate" => "The course is of intermediate level: it takes the prerequisites for granted, and builds on them without going over them again.",
        "advanced" => "The course is of advanced level: it takes practice with the subject for granted, and lives from what the room has seen of it.",
        _ => "",
    };

    internal override string UseHands() =>
        "What the hands show decides your examples: take them from the largest group, and let the smallest say how the same thing looks from where they work.";

    internal override string OtherGroups(IReadOnlyList<OutlineModule> modules) =>
        $"Whoever belongs to none of the groups says what they came for; {Serving(modules)}";

    static string Serving(IReadOnlyList<OutlineModule> modules) => modules.Count is > 1 and <= 4
        ? $"tell them which module serves them best: {Listed([.. modules.Select(module => $"{Quoted(module.Title)}")], " or ")}."
        : "show them on the agenda where that comes.";

    internal override string ModuleTime(int number, string title, TeachingTime time) =>
        $"Module {number}, {Quoted(title)}, takes {Duration(time.Minutes)}"
        + (time.IsDivided ? $": {time.LessonMinutes} minutes for {Count(time.Lessons, "lesson")} and {time.LabMinutes} for {Count(time.Labs, "lab")}." : $" for {Count(time.Lessons, "lesson")}.");

    internal override string Together(int minutes, int modules) => modules > 1 ? $"Together that is {Duration(minutes)} without breaks." : "Breaks come on top of that.";

    internal override string Breaks(OutlineModule? longest, bool hasLabs) => longest is null
        ? $"Agree on the breaks now and say when they are{(hasLabs ? ": people start into a lab better after one" : ", so that nobody watches the clock")}."
        : $"Agree on the breaks now, and keep one for {Quoted(longest.Title)}, which is the longest part{(hasLabs ? ": people start into a lab better after it" : "")}.";

    internal override string AskAgenda() =>
        "Ask who has to leave early or can only come back later, and which part people are waiting for: what many wait for may take a few minutes from the rest.";

    internal override string Opens(OutlineModule module, OutlineModule? before) => before is null
        ? $"{Quoted(module.Title)} opens the course, so take the time to let everyone arrive."
        : $"Tie {Quoted(module.Title)} to the module before it: let somebody say in one sentence what they keep from {Quoted(before.Title)}.";

    internal override string LessonTimes(IReadOnlyList<(PlannedLesson Lesson, int Minutes)> lessons, TeachingTime time) =>
        lessons.Count > MostNamed
            ? $"Plan {Duration(time.LessonMinutes)} for the {lessons.Count} lessons{(time.LabMinutes > 0 ? $", and {Duration(time.LabMinutes)} for {Count(time.Labs, "lab")}" : "")}."
            : $"Plan {And([.. lessons.Select(one => $"{Duration(one.Minutes)} for lesson {one.Lesson.ModuleNumber}.{one.Lesson.LessonNumber}")])}"
            + (time.LabMinutes > 0 ? $", then {Duration(time.LabMinutes)} for {Count(time.Labs, "lab")}." : ".");

    internal override string WorksOn(IReadOnlyList<int> objectives) => objectives.Count == 0 ? ""
        : $"The module works on {(objectives.Count == 1 ? "objective" : "objectives")} {And([.. objectives.Select(one => $"{one}")])} of the course.";

    internal override string AskFirstTopic(string topic, PlannedLesson lesson, bool isFirst) => isFirst
        ? $"Before you begin, ask what the room already knows or believes about {Quoted(topic)}. Write it up without judging it, and look at it again at the end of the module: what would people put differently now?"
        : $"Then give pairs one minute for {Quoted(topic)}: what do they expect of it, and what would they ask? Collect three answers, and come back to them in lesson {lesson.ModuleNumber}.{lesson.LessonNumber}.";

    internal override string Contents(OutlineModule module, IReadOnlyList<PlannedLesson> lessons, int labs) =>
        $"Do not read this list of {Quoted(module.Title)} out: say only that its {Count(lessons.Count, "lesson")} lead from {Quoted(lessons[0].Title)} to {Quoted(lessons[^1].Title)}{(labs > 0 ? $", and show where the {(labs == 1 ? "lab comes" : $"{labs} labs come")}" : "")}. "
        + "Mark on it where you stop for the day or for a longer break, let each person choose the line that they wait for most, and ask them for their reason when you get there.";

    internal override string LabTask(OutlineLab lab) =>
        $"Lab {lab.Id}, {Quoted(lab.Title)}, {(lab.DurationMinutes > 0 ? $"takes {Duration(lab.DurationMinutes)}" : "comes now")}.{(string.IsNullOrWhiteSpace(lab.Description) ? "" : $" {lab.Description}")}";

    internal override string LabGoals(OutlineLab lab) => lab.Objectives.Count == 0 ? "" : $"What people can show at its end: {string.Join("; ", lab.Objectives)}.";

    internal override string GuideLabs(IReadOnlyList<OutlineLab> labs, OutlineLab? before) =>
        (before is null ? "Let people start from the lab guide by themselves" : $"Change the pairs of {Quoted(before.Title)}, and ask what they will do differently after it")
        + (labs.Count == 1
            ? $"; see after {Duration(PartOf(labs[0].DurationMinutes, 4))} who is still at the first step, and stop {Duration(PartOf(labs[0].DurationMinutes, 6))} before the end to compare results."
            : "; see after a quarter of each lab who is still at the first step, and stop in time to compare results.");

    internal override string AskLabs(IReadOnlyList<OutlineLab> labs, bool isFirst) => isFirst
        ? $"Ask one person to show a result{(labs.Count > 1 ? " of each lab" : "")}, and another to say what went wrong on the way and how they noticed."
        : $"At the end of {Quoted(labs[^1].Title)}, let neighbours explain each other's result, and ask where two results differ and why.";

    internal override string LetSayTask(IReadOnlyList<OutlineLab> labs) =>
        $"Before people start, let somebody say in their own words what {And([.. labs.Select(lab => Quoted(lab.Title))])} {(labs.Count == 1 ? "asks" : "ask")} for and how one sees that it is done.";

    internal override string CloseModule(OutlineModule module, bool isFirst) => isFirst
        ? $"Close {Quoted(module.Title)} before you show the list: ask the room for the one point it takes from each lesson, and compare only then with the slide."
        : $"Keep the list of {Quoted(module.Title)} back at first: each person writes down one thing that they will use, two read theirs aloud, and then the slide shows what is missing.";

    internal override string AddIfUnsaid(IReadOnlyList<(PlannedLesson Lesson, string Point)> points) => points.Count == 0 ? ""
        : $"Add what nobody says: {string.Join("; ", points.Select(point => $"{Quoted(point.Point)} (lesson {point.Lesson.ModuleNumber}.{point.Lesson.LessonNumber})"))}.";

    internal override string AskObjectivesReached(IReadOnlyList<int> objectives) => objectives.Count == 0 ? ""
        : $"Go back to {(objectives.Count == 1 ? "objective" : "objectives")} {And([.. objectives.Select(one => $"{one}")])}, and ask who would dare to do {(objectives.Count == 1 ? "that" : "each")} tomorrow without help.";

    internal override string AskNewcomers(OutlineModule module) =>
        $"Let the room put a question on {Quoted(module.Title)} that a newcomer would ask, and let somebody who is sure of the answer give it.";

    internal override string GoesOn(OutlineModule? next) => next is null
        ? "This was the last module: what is open is answered now, or gets a name and a date."
        : $"The next module, {Quoted(next.Title)}, builds on this one, so clear up now what is still open.";

    internal override string SourcesOf(IReadOnlyList<(string Reference, PlannedLesson Lesson)> sources) => sources.Count == 0 ? ""
        : $"{string.Join("; ", sources.Select(source => $"{Quoted(source.Reference)} goes with {Lesson(source.Lesson)}"))}.";

    internal override string SayWhatEachIs(IReadOnlyList<string> references) => $"Say in a sentence what each of them is, when one opens it, and what one does not find there: {And([.. references.Select(Quoted)])}.";

    internal override string AskSources(OutlineModule module, int references, bool isFirst) => isFirst
        ? "The addresses are links in the deck: send it round, and let nobody copy from the slide. "
            + $"Ask which question about {Quoted(module.Title)} is still open, and look together {(references == 1 ? "whether this source answers it" : $"in which of the {references} sources the answer may be, and why")}; open it, and show how it is built, so that people find their way in it by themselves."
        : references == 1
        ? $"Ask who will read on in this source after {Quoted(module.Title)}, and what for; whoever reads first tells the others which part was worth it, and which part a newcomer can leave out. "
            + "Say for what you use it yourself, and show the page that you open most."
        : $"Let each person choose one of the {references} sources to read on in after {Quoted(module.Title)}, and say what they hope to find; "
            + "whoever chose the same exchanges addresses. Say which one you use yourself, what for, and which part of it a newcomer can leave out.";

    internal override string MissingLesson(PlannedLesson lesson) =>
        $"{Capital(Lesson(lesson))} is not in this deck yet: have it made before the course is held, and build the deck again.";

    internal override string HoldAsTalk(int minutes, IReadOnlyList<string> topics) =>
        $"If there is no time for that, use the time ({Duration(minutes)}) for a talk with the room{(topics.Count > 0 ? $" about {And([.. topics.Select(topic => $"{Quoted(topic)}")])}" : "")}. "
        + "Ask first what people know of the subject, write it up, add what is missing, and end with two questions that somebody takes along to look up; open the next lesson with their answers.";

    internal override string AskTerms(IReadOnlyList<string> terms) =>
        $"Nobody needs the list read out: it is for looking things up. Let each person pick a term that they could not explain an hour ago and explain it to a neighbour without looking; then take up in the room what turned out hard. Begin with {And([.. terms.Select(Quoted)])} if nobody starts, and ask where in the course each of them was used.";

    internal override string Thank(string title) => $"Thank the room for its work on {Quoted(title)}, and name one thing that it did well.";

    internal override string ReturnToExpectations() =>
        "Go back to the sentences of the beginning: did each person get what they came for, and what will they use first? Where something is missing, say where it can be found.";

    internal override string WhereThingsStay(bool hasLabs) =>
        $"Say where the book{(hasLabs ? ", the lab guide" : "")} and the deck stay after today, until when, and how you can be reached with questions.";

    internal override string AskFarewell() => "Ask for one thing to keep and one to change when the course is held again, and write both down before people leave.";

    static string And(IReadOnlyList<string> items) => Listed(items, " and ");

    /// <summary>A quotation in a quotation has marks of its own.</summary>
    static string Quoted(string text) => $"“{text.Replace('“', '‘').Replace('”', '’')}”";

    static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
