using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Ppt.Templates;
using CourseGen.Storage;

namespace CourseGen.Ppt.Decks;

/// <summary>
/// Builds one batch's deck, and its structure as data, from slide plans and pictures. Calls no model. At its deadline it writes the lessons
/// that it has, and says where it goes on.
/// </summary>
sealed class BuildDeckBatchConsumer(WorkRules rules, ArtifactMaker artifacts, IArtifactStore store, TimeProvider time) : WorkConsumer<BuildDeckBatch>(rules)
{
    protected override WorkKind Kind => WorkKind.DeckBatch;

    protected override async Task<object> Work(BuildDeckBatch command, UnitContext unit, CancellationToken token)
    {
        var plan = await store.ReadPlan(command.Order, token);
        var batch = BatchOf(plan, unit.Unit.Id);
        var inputs = await store.ReadDocument<BuildInputs>(unit.Location, command.Inputs.Key, token);
        var template = await store.ReadTemplate(unit.Location, plan, token);
        var sources = new BatchSources(store, unit.Location, plan, inputs);
        var whole = BatchDeck.Of(plan, batch, await sources.Slides(token), template);
        var first = command.Continues is { } before ? await NextLesson(unit, before, token) : batch.LessonStart;
        var asked = command.Continues is null ? whole : whole.From(first);
        using var spool = new PictureSpool();
        var gathered = new Gathered([], [], []);
        var part = asked.First(await Gather(asked, sources, gathered, spool, unit, token));
        var info = InfoOf(asked, part, unit);
        var last = info is null ? batch.LessonEnd : info.NextLessonStart - 1;
        var isWhole = first == batch.LessonStart && info is null;
        var fingerprint = Fingerprint.Of(Kind, unit.Unit, isWhole ? [command.Inputs.Sha256] : [command.Inputs.Sha256, $"{first}-{last}"]);
        // What it has is stored within the guard, after the time of its token.
        var cancel = info is null ? token : CancellationToken.None;
        var structure = await artifacts.Build(unit, StructureKey(batch, first), fingerprint, _ => Task.FromResult(DocumentJson.Write(StructureOf(plan, part, sources.Derived, gathered, info, template))), cancel);
        var file = await artifacts.Build(
            unit, ArtifactKeys.BatchDeck(batch.BatchIndex + 1, first, last), fingerprint, building => Task.FromResult(Write(plan, part, gathered, template, building)), cancel);
        return new DeckBatchBuilt(command.CourseId, unit.Receipt(fingerprint, structure.Reused && file.Reused), file.Artifact, structure.Artifact, part.Slides.Count(), info);
    }

    /// <summary>Reads pictures and links lesson by lesson, which is what takes time, until all are there or the time is up.</summary>
    /// <returns>Lessons of which all is read.</returns>
    async Task<int> Gather(BatchDeck deck, BatchSources sources, Gathered gathered, PictureSpool spool, UnitContext unit, CancellationToken token)
    {
        for (var read = 0; read < deck.Lessons.Count; read++)
        {
            try
            {
                token.ThrowIfCancellationRequested();
                foreach (var (id, picture) in await sources.Pictures(deck.Lessons[read].Slides, spool, token))
                    gathered.Pictures[id] = picture;
                foreach (var (line, address) in await sources.Links(deck.Lessons[read].Slides, token))
                    gathered.Links[line] = address;
                gathered.Terms.AddRange(await sources.Terms(deck.Lessons[read].Lesson, token));
            }
            catch (OperationCanceledException) when (read > 0 && unit.EndsAt <= time.GetUtcNow())
            {
                return read;
            }
        }
        return deck.Lessons.Count;
    }

    /// <exception cref="WorkException">The part that this one goes on from does not say where.</exception>
    async Task<int> NextLesson(UnitContext unit, ArtifactRef before, CancellationToken token) =>
        (await store.ReadDocument<DeckStructure>(unit.Location, before.Key, token)).BatchInfo?.NextLessonStart
        ?? throw new WorkException(FailureKind.BadContent, $"{before.Key} says no next_lesson_start, so {unit.Unit.Id} cannot go on.", "Repair the course: the batch is then built from its first lesson.");

    static DeckBatchInfo? InfoOf(BatchDeck asked, BatchDeck part, UnitContext unit)
    {
        var left = asked.Lessons.Skip(part.Lessons.Count).Select(lesson => lesson.Lesson).ToList();
        return left.Count == 0 ? null : new DeckBatchInfo(
            left[0].Number, left.Count, $"The time of one command ({unit.Order.Deadline.TotalSeconds:0} s with its guard) was up before lesson {left[0].Id}.");
    }

    static string StructureKey(DeckBatch batch, int first) =>
        first == batch.LessonStart ? ArtifactKeys.BatchStructure(batch.BatchIndex + 1) : ArtifactKeys.BatchStructure(batch.BatchIndex + 1, first);

    static byte[] Write(CoursePlan plan, BatchDeck deck, Gathered gathered, DeckTemplate template, CancellationToken token)
    {
        var outline = plan.Outline;
        var content = new DeckContent(
            outline.Title, outline.Author ?? outline.Organization, plan.Language, outline.Title, DeckStyle.Named(plan.Settings.Style), deck.Sections, gathered.Pictures)
        {
            Links = gathered.Links,
            Template = template,
        };
        using var stream = new MemoryStream();
        DeckWriter.Write(content, stream, token);
        return stream.ToArray();
    }

    static DeckStructure StructureOf(CoursePlan plan, BatchDeck deck, IReadOnlySet<string> derived, Gathered gathered, DeckBatchInfo? info, DeckTemplate template)
    {
        var (lessons, missing) = (deck.Lessons.Count, deck.Missing);
        var own = deck.Lessons.Select(lesson => lesson.Lesson.Id).Where(derived.Contains).ToList();
        return new DeckStructure(
            plan.Outline.Title, plan.Settings.Style, plan.Language, deck.Slides.Count(), lessons, lessons - missing,
            missing == 0 && info is null ? "complete" : "partial", [.. deck.Slides], info, own.Count > 0 ? own : null,
            gathered.Terms.Count > 0 ? Glossary.Joined(gathered.Terms) : null, template.Warnings.Count > 0 ? template.Warnings : null);
    }

    static DeckBatch BatchOf(CoursePlan plan, string item) =>
        item.StartsWith("batch-", StringComparison.Ordinal) && int.TryParse(item["batch-".Length..], out var number)
        && plan.DeckBatches.FirstOrDefault(batch => batch.BatchIndex == number - 1) is { } batch
            ? batch
            : throw new WorkException(FailureKind.UpstreamMissing, $"The plan has no deck batch '{item}'.", "Start the course again, so that its plan is made anew.");

    /// <summary>What the slides of the lessons show besides their text, and the terms that the lessons define.</summary>
    sealed record Gathered(Dictionary<string, DeckPicture> Pictures, Dictionary<string, string> Links, List<GlossaryEntry> Terms);
}

sealed class BuildDeckBatchDefinition(WorkOptions options) : WorkDefinition<BuildDeckBatchConsumer>(QueueNames.Decks, options.ConcurrentBuilds);
