namespace CourseGen.BookBuilder.Books;

/// <summary>The names that links inside a book point at.</summary>
static class Anchors
{
    public const string Introduction = "introduction";

    public static string Module(int number) => $"module-{number}";

    public static string Lesson(int module, int lesson) => $"lesson-{module}-{lesson}";

    public static string Lab(string id) => $"lab-{id}";
}
