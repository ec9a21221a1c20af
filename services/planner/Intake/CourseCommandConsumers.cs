using CourseGen.Contracts;
using CourseGen.Planner.Courses;
using MassTransit;

namespace CourseGen.Planner.Intake;

[MessageUrn("CourseGen.Contracts:RepairCourse"), EntityName("CourseGen.Contracts:RepairCourse")]
public sealed class RepairCourseBody;

[MessageUrn("CourseGen.Contracts:MergeDeck"), EntityName("CourseGen.Contracts:MergeDeck")]
public sealed class MergeDeckBody;

[MessageUrn("CourseGen.Contracts:BuildBook"), EntityName("CourseGen.Contracts:BuildBook")]
public sealed class BuildBookBody;

[MessageUrn("CourseGen.Contracts:CancelCourse"), EntityName("CourseGen.Contracts:CancelCourse")]
public sealed class CancelCourseBody;

[MessageUrn("CourseGen.Contracts:PauseCourse"), EntityName("CourseGen.Contracts:PauseCourse")]
public sealed class PauseCourseBody;

[MessageUrn("CourseGen.Contracts:ResumeCourse"), EntityName("CourseGen.Contracts:ResumeCourse")]
public sealed class ResumeCourseBody;

/// <summary>An entry whose course must be there already.</summary>
abstract class ExistingCourseConsumer<TBody>(StoredRevisions revisions, IntakeOptions options) : EntryConsumer<TBody> where TBody : class
{
    protected sealed override async Task<object?> Read(ConsumeContext context, CommandFields fields)
    {
        var location = CommandLocation.Read(fields, options.Buckets);
        var accepted = location is null ? null : Accept(CourseId.Of(location), location, fields);
        fields.FaultUnknown();
        if (accepted is null || fields.Faults.Count > 0)
            return null;
        if (await revisions.Last(location!, context.CancellationToken) is { } stored)
            return accepted(stored);
        fields.Fault("project_folder", $"there is no course in {location!.Folder}; start one first");
        return null;
    }

    protected abstract Func<StoredRevision, object>? Accept(Guid id, CourseLocation location, CommandFields fields);
}

sealed class RepairCourseConsumer(StoredRevisions revisions, IntakeOptions options) : ExistingCourseConsumer<RepairCourseBody>(revisions, options)
{
    protected override Func<StoredRevision, object>? Accept(Guid id, CourseLocation location, CommandFields fields)
    {
        var what = fields.Take("what") is { ValueKind: System.Text.Json.JsonValueKind.String } word ? [word.GetString()!] : fields.Texts("what") ?? [];
        var items = what.Where(item => item != "missing").ToList();
        foreach (var item in items.Where(item => !WorkItemIds.IsRepairable(item)))
            fields.Fault("what", $"'{item[..Math.Min(item.Length, 20)]}' is no id; expected \"missing\", or ids such as 01-02 (a lesson), 01-02-01 (a lab), 01-02-0003 (a picture)");
        var scope = new RepairScope(items, fields.Text("requirements"), fields.Flag("force") ?? false);
        if (items.Count == 0 && (scope.Force || scope.Requirements is not null))
            fields.Fault("what", "force and requirements need the ids they are for");
        return stored => new RepairRequested(id, location, scope, stored);
    }
}

sealed class MergeDeckConsumer(StoredRevisions revisions, IntakeOptions options) : ExistingCourseConsumer<MergeDeckBody>(revisions, options)
{
    protected override Func<StoredRevision, object>? Accept(Guid id, CourseLocation location, CommandFields fields)
    {
        var decks = fields.Take("ppt_batch_results");
        var keys = new List<(int Index, string Key)>();
        foreach (var deck in decks?.ValueKind == System.Text.Json.JsonValueKind.Array ? decks.Value.EnumerateArray().ToList() : [])
            if (deck.ValueKind == System.Text.Json.JsonValueKind.Object && KeyOf(deck, location) is { } key && deck.TryGetProperty("batch_index", out var index) && index.TryGetInt32(out var number))
                keys.Add((number, key));
            else
                fields.Fault("ppt_batch_results", "expected {ppt_s3_key (a key of this course), batch_index, lessons_count}");
        return stored => new MergeRequested(id, location, [.. keys.OrderBy(entry => entry.Index).Select(entry => entry.Key)], stored);
    }

    /// <returns>The key relative to the project folder; null when it lies elsewhere.</returns>
    static string? KeyOf(System.Text.Json.JsonElement deck, CourseLocation location)
    {
        if (!deck.TryGetProperty("ppt_s3_key", out var value) || value.GetString() is not { } key || key.Contains("..", StringComparison.Ordinal))
            return null;
        return key.StartsWith($"{location.Folder}/", StringComparison.Ordinal) ? key[(location.Folder.Length + 1)..] : null;
    }
}

sealed class BuildBookConsumer(StoredRevisions revisions, IntakeOptions options) : ExistingCourseConsumer<BuildBookBody>(revisions, options)
{
    protected override Func<StoredRevision, object>? Accept(Guid id, CourseLocation location, CommandFields fields)
    {
        var formats = StartCourseReader.BookFormats(fields);
        return stored => new BookRequested(id, location, formats, stored);
    }
}

sealed class CancelCourseConsumer(StoredRevisions revisions, IntakeOptions options) : ExistingCourseConsumer<CancelCourseBody>(revisions, options)
{
    protected override Func<StoredRevision, object>? Accept(Guid id, CourseLocation location, CommandFields fields) => _ => new CancelRequested(id);
}

sealed class PauseCourseConsumer(StoredRevisions revisions, IntakeOptions options) : ExistingCourseConsumer<PauseCourseBody>(revisions, options)
{
    protected override Func<StoredRevision, object>? Accept(Guid id, CourseLocation location, CommandFields fields) => _ => new PauseRequested(id);
}

sealed class ResumeCourseConsumer(StoredRevisions revisions, IntakeOptions options) : ExistingCourseConsumer<ResumeCourseBody>(revisions, options)
{
    protected override Func<StoredRevision, object>? Accept(Guid id, CourseLocation location, CommandFields fields)
    {
        var cost = fields.Number("max_cost_usd", 0.01m, 1_000_000m);
        var hours = fields.Number("max_hours", 0.01m, 24 * 30);
        return _ => new ResumeRequested(id, cost, (double?)hours);
    }
}
