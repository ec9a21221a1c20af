using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Decks;
using CourseGen.Planner.Manifests;
using CourseGen.Planner.Outlines;
using CourseGen.Storage;

namespace CourseGen.Planner.Planning;

/// <summary>Plans a revision: its plan is put create-only, and everything of the revision reads only that.</summary>
sealed class PlanCourseConsumer(WorkRules rules, IArtifactStore store, PlannerOptions options, ModelLifetimes lifetimes, DeckPlans decks) : WorkConsumer<PlanCourse>(rules)
{
    protected override WorkKind Kind => WorkKind.Plan;

    protected override async Task<object> Work(PlanCourse command, UnitContext unit, CancellationToken token)
    {
        if (DeckPlans.IsBook(command.Outline))
        {
            var deck = await decks.Make(command, token);
            return await Planned(command, unit, deck.Plan, deck.Key, deck.Bytes, token);
        }
        var location = unit.Location;
        var yaml = await store.ReadBytes(location, command.Outline.Key, token);
        var revision = command.Order.Revision;
        var stored = await StoredPlan(location, revision, token);
        var (plan, bytes) = stored ?? await Store(command, location, yaml, token);
        var copies = stored is null ? PutCondition.Always : PutCondition.Absent;
        await store.PutBytes(location, ArtifactKeys.Outline, yaml, copies, token);
        await store.PutBytes(location, ArtifactKeys.Plan, bytes, copies, token);
        await decks.Supersede(location, bytes, token);
        return await Planned(command, unit, plan, ArtifactKeys.RevisionPlan(plan.Revision), bytes, token);
    }

    /// <summary>The outline first: a revision is there once its plan is.</summary>
    async Task<(CoursePlan Plan, byte[] Bytes)> Store(PlanCourse command, CourseLocation location, byte[] yaml, CancellationToken token)
    {
        var reading = OutlineReader.Read(yaml);
        var outline = reading.Outline ?? throw new WorkException(FailureKind.BadContent,
            $"The outline has faults: {reading.Faults[0].Message}", "Run validate on the outline, mend it, and start again.");
        await store.PutBytes(location, ArtifactKeys.RevisionOutline(command.Order.Revision), yaml, PutCondition.Always, token);
        var plan = CoursePlanning.Plan(new PlanRequest(
            command.Order.Revision, location.Folder, outline, command.Outline.Sha256, command.Shape, command.Settings,
            await LastPlan(location, command.Previous, token),
            options.TextModel, options.ImageModel));
        if (lifetimes.EndedOf(plan.Models).Select(one => one.Ended).FirstOrDefault() is { } ended)
            throw ended;
        var bytes = DocumentJson.Write(plan);
        var outcome = await store.PutBytes(location, ArtifactKeys.RevisionPlan(plan.Revision), bytes, PutCondition.Absent, token);
        return outcome == PutOutcome.Stored ? (plan, bytes) : (await StoredPlan(location, plan.Revision, token))!.Value;
    }

    /// <returns>Of the revision, or of the last before it that was planned at all: one may have been cancelled first.</returns>
    async Task<CoursePlan?> LastPlan(CourseLocation location, int revision, CancellationToken token)
    {
        for (; revision > 0; revision--)
            if (await StoredPlan(location, revision, token) is { } found)
                return found.Plan;
        return null;
    }

    async Task<(CoursePlan Plan, byte[] Bytes)?> StoredPlan(CourseLocation location, int revision, CancellationToken token)
    {
        var key = ArtifactKeys.RevisionPlan(revision);
        if (await store.Find(location, key, token) is null)
            return null;
        var bytes = await store.ReadBytes(location, key, token);
        return (DocumentJson.Read<CoursePlan>(bytes), bytes);
    }

    async Task<CoursePlanned> Planned(PlanCourse command, UnitContext unit, CoursePlan plan, string key, byte[] bytes, CancellationToken token)
    {
        var sha256 = Fingerprint.Sha256(bytes);
        var reference = new ArtifactRef(key, sha256, bytes.Length);
        return new CoursePlanned(
            command.CourseId, unit.Receipt(Fingerprint.Of(Kind, command.Units[0], [sha256]), reused: false), reference, plan.Outline.Title, plan.Language,
            plan.ContentType, [.. plan.Lessons.Select(lesson => new PlannedItem(lesson.Id, BatchOf(plan, lesson), lesson.DeckBatch, lesson.Basis))],
            [.. plan.Labs.Select(lab => new PlannedItem(lab.Id, 0, 0, lab.Basis))],
            plan.Bases, plan.Models, plan.Prompts, await Remembered(unit.Location, token), plan.Warnings);
    }

    /// <summary>From 1, through the course.</summary>
    static int BatchOf(CoursePlan plan, PlannedLesson lesson) =>
        1 + plan.LessonBatches.TakeWhile(batch =>
            batch.ModuleNumber < lesson.ModuleNumber || (batch.ModuleNumber == lesson.ModuleNumber && batch.BatchEndIdx < lesson.LessonNumber)).Count();

    /// <summary>What the last manifest knows and a new saga cannot.</summary>
    async Task<IReadOnlyList<RememberedItems>> Remembered(CourseLocation location, CancellationToken token) =>
        await store.Find(location, ArtifactKeys.Manifest, token) is null
            ? []
            : ManifestMemory.Of(await store.ReadDocument<CourseManifest>(location, ArtifactKeys.Manifest, token));
}
