using System.ComponentModel.DataAnnotations;

namespace CourseGen.Ppt.Slides;

/// <summary>
/// A slide plan as a model gives it. What it is asked for is said by the attributes, of which <see cref="SlidePlanSchema"/> is made; as an
/// answer is read, anything may be missing or wrong.
/// </summary>
sealed record AnswerPlan([property: Required, MinLength(1)] IReadOnlyList<AnswerSlide?>? Slides);

sealed record AnswerSlide(
    [property: Required, AllowedValues(
        "lesson_title", "title_content", "text_image_left", "text_image_right", "two_columns", "table", "code", "quote", "summary", "references")] string? Layout,
    [property: Required, MinLength(1)] string? Title,
    string? Subtitle,
    [property: Required] IReadOnlyList<AnswerBlock?>? ContentBlocks,
    [property: Required] string? Notes);

sealed record AnswerBlock(
    [property: Required, AllowedValues("bullets", "text", "image", "callout", "table", "code", "quote")] string? Type,
    string? Heading,
    [property: MinLength(1), MaxLength(AnswerLimits.Bullets)] IReadOnlyList<string?>? Items,
    string? Text, string? Attribution, string? ImageReference, string? Caption,
    [property: MinLength(1)] IReadOnlyList<string?>? Headers,
    IReadOnlyList<IReadOnlyList<string?>?>? Rows,
    string? Language, string? Code);

/// <summary>Limits of one slide (<c>quality.md</c>: one idea, at most six bullets, about forty words).</summary>
static class AnswerLimits
{
    internal const int Title = 60;
    internal const int Bullets = 6;
    internal const int Bullet = 90;
    internal const int BulletsBesideImage = 4;
    internal const int BulletsBesideCode = 3;
    internal const int Words = 60;
    internal const int LeastNotes = 60;
    internal const int MostNotes = 180;
}
