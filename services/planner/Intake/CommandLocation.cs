using System.Text.Json;
using CourseGen.Contracts;

namespace CourseGen.Planner.Intake;

/// <summary>Reads where a command's course is.</summary>
static class CommandLocation
{
    /// <param name="buckets">The configured ones; the first is the default.</param>
    /// <returns>Null after a fault.</returns>
    public static CourseLocation? Read(CommandFields fields, IReadOnlyList<string> buckets)
    {
        var bucket = fields.Text("course_bucket", 63) ?? buckets[0];
        if (!buckets.Contains(bucket))
            fields.Fault("course_bucket", $"is not a configured bucket; expected one of {string.Join(", ", buckets)}");
        var folder = fields.Take("project_folder") is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        if (ProjectFolder.IsValid(folder))
            return new CourseLocation(bucket, folder!);
        fields.Fault("project_folder", ProjectFolder.Rule);
        return null;
    }
}
