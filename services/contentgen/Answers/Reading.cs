namespace CourseGen.ContentGen.Answers;

/// <summary>What reading a model's answer came to.</summary>
/// <param name="Value">What can be used of it if it is not sent back again; null when nothing can.</param>
/// <param name="Faults">What is not as asked, for the model to correct; empty when all is.</param>
sealed record Reading<T>(T? Value, IReadOnlyList<string> Faults)
    where T : class;
