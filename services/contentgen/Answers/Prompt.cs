using System.Text.RegularExpressions;
using CourseGen.Contracts;
using CourseGen.Documents;
using CourseGen.Models;
using Microsoft.Extensions.AI;

namespace CourseGen.ContentGen.Answers;

/// <summary>
/// The messages of a call: the stage's instructions, equal for all items of a course so that a provider can cache them, then the
/// item as data. Instructions are embedded templates, <c>{name}.{version}.md</c>, whose <c>{{Word}}</c> marks are the
/// course's fixed words. An old version stays as it is while any course pins it.
/// </summary>
static partial class Prompt
{
    /// <param name="lesson">The lesson that the call is about, if any.</param>
    /// <exception cref="WorkException">This build has no such version.</exception>
    public static IReadOnlyList<ChatMessage> For(string name, string version, Brief brief, string? lesson = null) =>
    [
        new(ChatRole.System, Instructions(name, version, brief.Language)),
        new(ChatRole.User, lesson is null ? brief.ToPrompt() : $"{brief.ToPrompt()}\n\n{Brief.LessonBlock(lesson)}"),
    ];

    public static string Instructions(string name, string version, string language)
    {
        var words = CourseWords.In(language);
        return Mark().Replace(Template(name, version), mark => mark.Groups["name"].Value switch
        {
            "Language" => language,
            var word => (string)typeof(CourseWords).GetProperty(word)!.GetValue(words)!,
        });
    }

    static string Template(string name, string version)
    {
        using var stream = typeof(Prompt).Assembly.GetManifestResourceStream($"{name}.{version}.md")
            ?? throw new WorkException(FailureKind.Configuration, $"This build has no version '{version}' of the {name} prompt.",
                "Run the build that the course was started with, or start it again with refresh: true.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\{\{(?<name>[A-Za-z]+)\}\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
