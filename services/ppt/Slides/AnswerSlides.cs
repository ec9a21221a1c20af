namespace CourseGen.Ppt.Slides;

/// <summary>A slide plan as a model gives it: anything may be missing or wrong.</summary>
sealed record AnswerPlan(IReadOnlyList<AnswerSlide?>? Slides);

sealed record AnswerSlide(string? Layout, string? Title, string? Subtitle, IReadOnlyList<AnswerBlock?>? ContentBlocks, string? Notes);

sealed record AnswerBlock(
    string? Type, string? Heading, IReadOnlyList<string?>? Items, string? Text, string? Attribution, string? ImageReference, string? Caption,
    IReadOnlyList<string?>? Headers, IReadOnlyList<IReadOnlyList<string?>?>? Rows, string? Language, string? Code);
