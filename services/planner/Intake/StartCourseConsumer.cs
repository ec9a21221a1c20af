using System.Text;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Outlines;
using CourseGen.Planner.Planning;
using CourseGen.Storage;
using MassTransit;

namespace CourseGen.Planner.Intake;

/// <summary>What the queue takes in: any object; the consumer reads the body itself.</summary>
[MessageUrn("CourseGen.Contracts:StartCourse"), EntityName("CourseGen.Contracts:StartCourse")]
public sealed class StartCourseBody;

/// <summary>Validates a start and its outline, stores the outline under its hash, and asks for the course.</summary>
sealed class StartCourseConsumer(
    IArtifactStore store, StoredRevisions revisions, EntryRules rules, PlannerOptions planner, CourseSpellings spellings, ModelLifetimes lifetimes, DeckTemplates templates)
    : EntryConsumer<StartCourseBody>(rules)
{
    protected override async Task<object?> Read(ConsumeContext context, CommandFields fields)
    {
        if (StartCourseReader.Read(fields, Options.Buckets, planner.MaxLessonsPerBatch) is not { } start)
            return null;
        var last = await revisions.Last(start.Location, context.CancellationToken);
        return start.Repair is { } repair ? Repair(start, repair, last, fields) : await Start(start, last, fields, context.CancellationToken);
    }

    async Task<CourseRequested?> Start(ReadStart start, CoursePlan? last, CommandFields fields, CancellationToken token)
    {
        await CourseNesting.Check(store, start.Location, fields, token);
        await spellings.Check(start.Location, fields);
        CheckModels(start.Settings, last, fields);
        if (await OutlineBytes(start, fields, token) is not { } yaml || !Holds(yaml, start, fields))
            return null;
        var settings = start.Settings;
        if (start.TemplateKey is { } template)
            settings = settings with { DeckTemplate = await templates.Keep(start.Location, template, fields, token) };
        if (fields.Faults.Count > 0)
            return null;
        var sha256 = Fingerprint.Sha256(yaml);
        var key = ArtifactKeys.ReceivedOutline(sha256);
        await store.PutBytes(start.Location, key, yaml, PutCondition.Absent, token);
        return new CourseRequested(
            CourseId.Of(start.Location), start.Location, new ArtifactRef(key, sha256, yaml.Length), settings, CourseShape.Of(sha256, settings), last?.AsStored());
    }

    void CheckModels(CourseSettings settings, CoursePlan? last, CommandFields fields)
    {
        foreach (var (field, ended) in lifetimes.EndedOf(CoursePlanning.ModelsOf(settings, last, planner.TextModel, planner.ImageModel)))
            fields.Fault(field, $"{ended.Message} {ended.Remedy}");
    }

    static RepairRequested? Repair(ReadStart start, RepairScope repair, CoursePlan? last, CommandFields fields)
    {
        if (last is null)
            fields.Fault("project_folder", $"there is no course in {start.Location.Folder} to repair; start it first");
        else
            RepairItems.CheckPlanned(repair.Items, "lesson_to_generate, lab_ids_to_regenerate, missing_image_ids", last, fields);
        return fields.Faults.Count > 0 ? null : new RepairRequested(CourseId.Of(start.Location), start.Location, repair, last!.AsStored());
    }

    async Task<byte[]?> OutlineBytes(ReadStart start, CommandFields fields, CancellationToken token)
    {
        if (start.OutlineYaml is { } yaml)
            return Encoding.UTF8.GetBytes(yaml);
        if (BucketKey.AddressOf(start.Location.Bucket, start.OutlineKey) is not { } address || await store.Find(address, token) is not { } found)
        {
            fields.Fault("outline_s3_key", $"there is no outline at {start.OutlineKey}");
            return null;
        }
        if (found.Length > OutlineText.MaxBytes)
        {
            fields.Fault("outline_s3_key", $"the outline has {found.Length} bytes; at most {OutlineText.MaxBytes} are read");
            return null;
        }
        await using var stream = await store.OpenRead(address, token);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, token);
        return memory.ToArray();
    }

    static bool Holds(byte[] yaml, ReadStart start, CommandFields fields)
    {
        var reading = OutlineReader.Read(yaml);
        foreach (var fault in reading.Faults)
            fields.Fault($"outline.yaml:{fault.Line}:{fault.Column}", fault.Message);
        if (reading.Outline is { } outline)
            StartCourseReader.CheckSelection(outline, start.Settings, fields);
        return fields.Faults.Count == 0;
    }
}

/// <param name="Buckets">The configured ones; the first is the default.</param>
public sealed record IntakeOptions(IReadOnlyList<string> Buckets);
