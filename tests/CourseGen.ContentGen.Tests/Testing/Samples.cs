using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;
using YamlDotNet.Serialization;

namespace CourseGen.ContentGen.Tests.Testing;

/// <summary>The repository's sample courses: their outlines as the samples write them, and the answers recorded beside them.</summary>
sealed class Samples(string folder)
{
    readonly Dictionary<string, object> _course = Map(Map(new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(File.ReadAllText(Path.Combine(folder, "outline.yaml"))))["course"]);

    public static string Root { get; } = Path.Combine(Ancestors(new DirectoryInfo(AppContext.BaseDirectory)).First(folder => File.Exists(Path.Combine(folder.FullName, "CourseGen.sln"))).FullName, "samples");

    public static IEnumerable<string> WithAnswers => Directory.GetDirectories(Root).Where(folder => Directory.Exists(Path.Combine(folder, "recorded"))).Select(folder => Path.GetFileName(folder)!).Order();

    public static Samples Of(string name) => new(Path.Combine(Root, name));

    public string Language => (string)_course["language"];

    public string Recorded(string file) => File.ReadAllText(Path.Combine(folder, "recorded", file));

    public IEnumerable<Brief> Lessons() => Modules().SelectMany((module, m) => List(module, "lessons").Select((lesson, l) => new Brief
    {
        Kind = WorkKind.Lesson,
        Item = $"{m + 1:00}-{l + 1:00}",
        Language = Language,
        CourseTitle = (string)_course["title"],
        ModuleNumber = m + 1,
        LessonNumber = l + 1,
        LessonTitle = (string)Map(lesson)["title"],
        Topics = [.. List(Map(lesson), "topics").Select(TitleOf)],
    }));

    public IReadOnlyList<(int Module, OutlineLab Lab)> Labs() => [.. Modules().SelectMany((module, m) =>
        List(module, "lessons").SelectMany((lesson, l) => LabsOf(Map(lesson), m + 1, l + 1)).Concat(LabsOf(module, m + 1, 0)))];

    static IEnumerable<(int Module, OutlineLab Lab)> LabsOf(Dictionary<string, object> parent, int module, int lesson) =>
        List(parent, "lab_activities").Concat(List(parent, "labs")).Select((lab, index) => (module, new OutlineLab(
            $"{module:00}-{lesson:00}-{index + 1:00}", TitleOf(lab), lab is string ? 30 : int.Parse((string)Map(lab)["duration_minutes"]), null, [], null)));

    IEnumerable<Dictionary<string, object>> Modules() => List(_course, "modules").Select(Map);

    static string TitleOf(object entry) => entry as string ?? (string)Map(entry)["title"];

    static List<object> List(Dictionary<string, object> map, string key) => (List<object>?)map.GetValueOrDefault(key) ?? [];

    static Dictionary<string, object> Map(object map) => ((Dictionary<object, object>)map).ToDictionary(entry => (string)entry.Key, entry => entry.Value);

    static IEnumerable<DirectoryInfo> Ancestors(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
            yield return folder;
    }
}
