using CourseGen.Documents;

namespace CourseGen.Ppt.Slides;

/// <summary>What a lesson's slides are asked for.</summary>
/// <param name="Number">Of the lesson in its module.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="TargetSlides">From <c>slides_per_lesson</c>, or from the lesson's minutes and the course's hours.</param>
/// <param name="Minutes">Of the lesson.</param>
sealed record SlideRequest(LessonDocument Lesson, int Module, int Number, string Language, int TargetSlides, int Minutes);
