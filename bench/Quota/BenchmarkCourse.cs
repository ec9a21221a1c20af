using System.Globalization;
using System.Text;
using CourseGen.Contracts;
using CourseGen.Models;

namespace CourseGen.Bench.Quota;

/// <summary>The course that everybody makes: modules of six lessons, four topics and so four pictures each, no labs.</summary>
sealed record BenchmarkCourse(int Modules, int LessonsPerModule = 6)
{
    const int Topics = 4;
    const string Title = "Keeping a Small Harbour";

    public static readonly BenchmarkCourse Whole = new(7);

    /// <summary>Modules 1 and 2.</summary>
    public static readonly BenchmarkCourse Short = new(2);

    public static readonly BenchmarkCourse OneLesson = new(1, 1);

    /// <summary>Module and lesson, as <c>01-02</c>.</summary>
    public IReadOnlyList<string> Lessons { get; } =
        [.. Enumerable.Range(1, Modules).SelectMany(module => Enumerable.Range(1, LessonsPerModule).Select(lesson => $"{module:00}-{lesson:00}"))];

    public string Outline()
    {
        var yaml = new StringBuilder($"course:\n  title: \"{Title}\"\n  language: en\n  level: beginner\n  modules:\n");
        foreach (var module in Lessons.GroupBy(ModuleOf))
        {
            yaml.Append(CultureInfo.InvariantCulture, $"    - title: \"{ModuleTitle(module.Key)}\"\n      lessons:\n");
            foreach (var lesson in module)
            {
                yaml.Append(CultureInfo.InvariantCulture, $"        - title: \"{LessonTitle(lesson)}\"\n          duration_minutes: 20\n          topics:\n");
                foreach (var topic in TopicsOf(lesson))
                    yaml.Append(CultureInfo.InvariantCulture, $"            - \"{topic}\"\n");
            }
        }
        return yaml.ToString();
    }

    /// <summary>What a rival's prompt is about, as ours would say it.</summary>
    public static Brief BriefOf(WorkKind kind, string lesson) => new()
    {
        Kind = kind,
        Item = lesson,
        Language = "en",
        CourseTitle = Title,
        ModuleNumber = ModuleOf(lesson),
        ModuleTitle = ModuleTitle(ModuleOf(lesson)),
        LessonNumber = NumberOf(lesson),
        LessonTitle = LessonTitle(lesson),
        TargetSlides = 6,
        Topics = TopicsOf(lesson),
        Visuals = [.. PicturesOf(lesson).Select(picture => new BriefVisual(picture, $"A chart of the mooring lines of lesson {lesson} with their names"))],
    };

    public static IReadOnlyList<string> PicturesOf(string lesson) => [.. Enumerable.Range(1, Topics).Select(topic => $"{lesson}-{topic:0000}")];

    public static int ModuleOf(string lesson) => int.Parse(lesson.AsSpan(0, 2), CultureInfo.InvariantCulture);

    static int NumberOf(string lesson) => int.Parse(lesson.AsSpan(3, 2), CultureInfo.InvariantCulture);

    static string ModuleTitle(int module) => $"Harbour work, part {module}";

    static string LessonTitle(string lesson) => $"Mooring berth {NumberOf(lesson)} of quay {ModuleOf(lesson)}";

    static IReadOnlyList<string> TopicsOf(string lesson) =>
        [.. new[] { "Reading the tide", "Choosing the lines", "Making fast", "Letting go" }.Select(topic => $"{topic} at berth {NumberOf(lesson)}")];
}
