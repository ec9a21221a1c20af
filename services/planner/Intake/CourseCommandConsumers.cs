using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
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
abstract class ExistingCourseConsumer<TBody>(StoredRevisions revisions, EntryRules rules) : EntryConsumer<TBody>(rules) where TBody : class
{
    protected sealed override async Task<object?> Read(ConsumeContext context, CommandFields fields)
    {
        var location = CommandLocation.Read(fields, Options.Buckets);
        var accepted = location is null ? null : Accept(CourseId.Of(location), location, fields);
        fields.FaultUnknown();
        if (accepted is null || fields.Faults.Count > 0)
            return null;
        if (await Plan(revisions, location!, context.CancellationToken) is { } plan)
            return accepted(plan);
        fields.Fault("project_folder", $"there is no course in {location!.Folder}; start one first");
        return null;
    }

    protected abstract Func<CoursePlan, object>? Accept(Guid id, CourseLocation location, CommandFields fields);

    /// <returns>By default the last revision's; null when there is none.</returns>
    protected virtual Task<CoursePlan?> Plan(StoredRevisions stored, CourseLocation location, CancellationToken token) => stored.Last(location, token);
}

/// <summary>An entry that is also for a folder of which only the deck of its book was made.</summary>
abstract class ExistingDeckConsumer<TBody>(StoredRevisions revisions, EntryRules rules) : ExistingCourseConsumer<TBody>(revisions, rules) where TBody : class
{
    protected sealed override Task<CoursePlan?> Plan(StoredRevisions stored, CourseLocation location, CancellationToken token) => stored.LastOrDeck(location, token);
}

sealed class RepairCourseConsumer(StoredRevisions revisions, EntryRules rules) : ExistingCourseConsumer<RepairCourseBody>(revisions, rules)
{
    protected override Func<CoursePlan, object>? Accept(Guid id, CourseLocation location, CommandFields fields)
    {
        var what = fields.Take("what") is { ValueKind: JsonValueKind.String } word ? [word.GetString()!] : fields.Texts("what") ?? [];
        var scope = new RepairScope([.. what.Where(item => item != "missing").Distinct(StringComparer.Ordinal)], fields.Text("requirements"), fields.Flag("force") ?? false);
        RepairItems.CheckShape(scope.Items, "what", fields);
        if (scope.Items.Count == 0 && (scope.Force || scope.Requirements is not null))
            fields.Fault("what", "force and requirements need the ids they are for");
        return plan =>
        {
            RepairItems.CheckPlanned(scope.Items, "what", plan, fields);
            return new RepairRequested(id, location, scope, plan.AsStored());
        };
    }
}

sealed class MergeDeckConsumer(StoredRevisions revisions, EntryRules rules) : ExistingDeckConsumer<MergeDeckBody>(revisions, rules)
{
    /// <summary>As many as one message carries.</summary>
    const int MaxDecks = 200;
    const int MaxKey = 200;

    protected override Func<CoursePlan, object>? Accept(Guid id, CourseLocation location, CommandFields fields)
    {
        var decks = new List<(int Index, string Key)>();
        foreach (var entry in Entries(fields))
            if (entry.ValueKind == JsonValueKind.Object && KeyOf(entry, location) is { } key && IndexOf(entry) is { } index)
                decks.Add((index, key));
            else
                fields.Fault("ppt_batch_results", "expected {ppt_s3_key (a deck of this course), batch_index, lessons_count}");
        return plan => new MergeRequested(id, location, [.. decks.OrderBy(deck => deck.Index).Select(deck => deck.Key)], plan.AsStored());
    }

    static IEnumerable<JsonElement> Entries(CommandFields fields)
    {
        if (fields.Take("ppt_batch_results") is not { } list)
            return [];
        if (list.ValueKind == JsonValueKind.Array && list.GetArrayLength() is > 0 and <= MaxDecks)
            return list.EnumerateArray();
        fields.Fault("ppt_batch_results", $"expected a list of 1 to {MaxDecks} decks; leave it out to merge all of the plan");
        return [];
    }

    static int? IndexOf(JsonElement deck) =>
        deck.TryGetProperty("batch_index", out var index) && index.ValueKind == JsonValueKind.Number && index.TryGetInt32(out var number) ? number : null;

    /// <returns>The key relative to the project folder; null when it lies elsewhere.</returns>
    static string? KeyOf(JsonElement deck, CourseLocation location)
    {
        if (!deck.TryGetProperty("ppt_s3_key", out var value) || value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: <= MaxKey } key)
            return null;
        return key.StartsWith($"{location.Folder}/", StringComparison.Ordinal) && key.EndsWith(".pptx", StringComparison.OrdinalIgnoreCase) &&
            key.Split('/').All(segment => segment is not ("" or "." or "..")) && !key.Any(character => char.IsControl(character) || character == '\\')
            ? key[(location.Folder.Length + 1)..]
            : null;
    }
}

sealed class BuildBookConsumer(StoredRevisions revisions, EntryRules rules) : ExistingCourseConsumer<BuildBookBody>(revisions, rules)
{
    protected override Func<CoursePlan, object>? Accept(Guid id, CourseLocation location, CommandFields fields)
    {
        var formats = StartCourseReader.BookFormats(fields);
        return plan => new BookRequested(id, location, formats, plan.AsStored());
    }
}

sealed class CancelCourseConsumer(StoredRevisions revisions, EntryRules rules) : ExistingDeckConsumer<CancelCourseBody>(revisions, rules)
{
    protected override Func<CoursePlan, object>? Accept(Guid id, CourseLocation location, CommandFields fields) => _ => new CancelRequested(id);
}

sealed class PauseCourseConsumer(StoredRevisions revisions, EntryRules rules) : ExistingDeckConsumer<PauseCourseBody>(revisions, rules)
{
    protected override Func<CoursePlan, object>? Accept(Guid id, CourseLocation location, CommandFields fields) => _ => new PauseRequested(id);
}

sealed class ResumeCourseConsumer(StoredRevisions revisions, EntryRules rules) : ExistingDeckConsumer<ResumeCourseBody>(revisions, rules)
{
    protected override Func<CoursePlan, object>? Accept(Guid id, CourseLocation location, CommandFields fields)
    {
        var cost = fields.Number("max_cost_usd", 0.01m, 1_000_000m);
        var hours = fields.Number("max_hours", 0.01m, 24 * 30);
        return _ => new ResumeRequested(id, cost, (double?)hours);
    }
}
