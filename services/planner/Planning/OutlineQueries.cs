using CourseGen.Contracts.Documents;

namespace CourseGen.Planner.Planning;

/// <param name="Number">Of the lesson through the course, from 1.</param>
sealed record LessonPlace(int Number, OutlineModule Module, OutlineLesson Lesson);

/// <summary>Questions about an outline.</summary>
static class OutlineQueries
{
    public static IEnumerable<LessonPlace> LessonsInOrder(this Outline outline) =>
        outline.Modules.SelectMany(module => module.Lessons.Select(lesson => (module, lesson)))
            .Select((place, index) => new LessonPlace(index + 1, place.module, place.lesson));
}
