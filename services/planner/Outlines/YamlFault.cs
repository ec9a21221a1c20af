using YamlDotNet.Core;

namespace CourseGen.Planner.Outlines;

/// <summary>The parser's complaint in the words of a fault.</summary>
static class YamlFault
{
    public static (Place At, string Message) Describe(YamlException fault, string text)
    {
        var at = new Place((int)fault.Start.Line, (int)fault.Start.Column);
        var reason = fault.Message.TrimEnd('.');
        if (reason.Contains("tab", StringComparison.Ordinal) && FirstTab(text, at.Line) is { } tab)
            return (tab, "a tab is used to indent, expected spaces");
        return (at, $"this is not YAML ({char.ToLowerInvariant(reason[0])}{reason[1..]}), expected {Expected(reason)}");
    }

    static string Expected(string reason) => reason switch
    {
        _ when reason.Contains("quoted scalar", StringComparison.Ordinal) => "a text with a closing quote and valid escapes",
        _ when reason.Contains("flow", StringComparison.Ordinal) => "a closing bracket, and commas between the items",
        _ when reason.Contains("invalid mapping", StringComparison.Ordinal) || reason.Contains("not allowed", StringComparison.Ordinal) =>
            "quotes around a text that contains \": \", and fields of one level at one indentation",
        _ => "fields of one level at one indentation, and quotes around texts with special characters",
    };

    static Place? FirstTab(string text, int fromLine)
    {
        var lines = text.Split('\n');
        for (var line = fromLine; line <= lines.Length; line++)
        {
            var content = lines[line - 1];
            var indent = content.Length - content.AsSpan().TrimStart(" \t").Length;
            var tab = content.AsSpan(0, indent).IndexOf('\t');
            if (tab >= 0)
                return new Place(line, tab + 1);
        }
        return null;
    }
}
