using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Planner.Courses;

/// <summary>Makes a revision's work items: the plan's item first, all others from the plan, pictures once they are planned.</summary>
sealed class WorkCreation(IWorkItems items)
{
    /// <summary>Starts a revision's items with the one that plans it.</summary>
    public async Task CreatePlan(Course course, CancellationToken token)
    {
        foreach (var old in await items.Where(course.CorrelationId, new WorkQuery(), token))
        {
            Remember(course, old.Kind, old.Id, old.Generation, old.Failure?.Kind == FailureKind.BadContent);
            items.Remove(old);
        }
        items.Add(Item(course, WorkKind.Plan, WorkItemIds.Plan) with { Status = WorkStatus.Ready });
    }

    public void CreateFromPlan(Course course, CoursePlanned planned)
    {
        foreach (var item in planned.Remembered)
            Remember(course, item.Kind, item.Item, item.Generation, item.BadContent);
        if (course.DeckKeys.Count > 0)
            AddTarget(course, WorkKind.Deck, WorkItemIds.Deck);
        else if (course.ContentType != ContentType.Labs)
            CreateTheory(course, planned.Lessons);
        if (planned.Labs.Count > 0 && course.Mode != CourseMode.Merge)
            CreateLabs(course, planned.Labs);
        items.Add(Item(course, WorkKind.Manifest, WorkItemIds.Manifest));
    }

    /// <summary>A lesson's pictures, at most its share of the course's.</summary>
    public void CreatePictures(Course course, WorkItem visuals, IReadOnlyList<PlannedVisual> planned, int lessonIndex)
    {
        foreach (var visual in planned.Take(ShareOf(course, lessonIndex)))
            items.Add(Item(course, WorkKind.Image, visual.Id, visuals.Id, deckBatch: visuals.DeckBatch) with
            {
                Status = WorkStatus.Ready, Upstream = visual.Prompt.Sha256, CallsModel = visual.CallsModel,
            });
    }

    void CreateTheory(Course course, IReadOnlyList<PlannedItem> lessons)
    {
        var decks = course.Settings.BuildDeck && course.Mode != CourseMode.Book;
        foreach (var lesson in lessons)
        {
            items.Add(Item(course, WorkKind.Lesson, lesson.Id, lesson.Id, lesson.Batch, lesson.DeckBatch, lesson.Basis) with { CallsModel = true });
            items.Add(Item(course, WorkKind.Visuals, lesson.Id, lesson.Id, lesson.Batch, lesson.DeckBatch) with { CallsModel = true });
            if (decks)
                items.Add(Item(course, WorkKind.Slides, lesson.Id, lesson.Id, lesson.Batch, lesson.DeckBatch) with { CallsModel = true });
        }
        if (decks)
            CreateDecks(course, lessons.Select(lesson => lesson.DeckBatch).Distinct());
        if (course.Mode != CourseMode.Merge)
            AddTarget(course, WorkKind.Book, WorkItemIds.Book);
    }

    void CreateDecks(Course course, IEnumerable<int> batches)
    {
        foreach (var batch in batches)
            AddTarget(course, WorkKind.DeckBatch, WorkItemIds.DeckBatch(batch), batch);
        AddTarget(course, WorkKind.Infographic, WorkItemIds.Infographic);
        if (course.Settings.AutoCombine || course.Mode == CourseMode.Merge)
            AddTarget(course, WorkKind.Deck, WorkItemIds.Deck);
    }

    void CreateLabs(Course course, IReadOnlyList<PlannedItem> labs)
    {
        items.Add(Item(course, WorkKind.LabPlan, WorkItemIds.LabPlan) with { CallsModel = true });
        foreach (var lab in labs)
            items.Add(Item(course, WorkKind.Lab, lab.Id, lab.Id[3..5] == "00" ? null : lab.Id[..5], basis: lab.Basis) with { CallsModel = true });
        AddTarget(course, WorkKind.LabGuide, WorkItemIds.LabGuide);
    }

    void AddTarget(Course course, WorkKind kind, string id, int deckBatch = 0)
    {
        items.Add(Item(course, WorkKind.Inputs, id, deckBatch: deckBatch));
        items.Add(Item(course, kind, id, deckBatch: deckBatch));
    }

    static WorkItem Item(Course course, WorkKind kind, string id, string? lesson = null, int batch = 0, int deckBatch = 0, string? basis = null)
    {
        var generation = course.Generations.GetValueOrDefault((kind, id));
        var named = course.Repair?.Items.Contains(id) == true;
        var requirements = named ? course.Repair!.Requirements : null;
        return new WorkItem
        {
            CourseId = course.CorrelationId, Kind = kind, Id = id, Revision = course.Revision, Module = WorkItem.ModuleOf(id), Lesson = lesson,
            Batch = batch, DeckBatch = deckBatch, Generation = generation + (named && course.Repair!.Force ? 1 : 0), Force = named && course.Repair!.Force,
            Requirements = requirements, Basis = BasisWith(basis ?? course.Bases.GetValueOrDefault(kind, ""), requirements),
        };
    }

    static string BasisWith(string basis, string? requirements) => requirements is null ? basis : Fingerprint.Basis(basis, requirements);

    /// <summary>Keeps the generation of an item whose row goes; a gap of bad content is asked anew, so its generation rises.</summary>
    static void Remember(Course course, WorkKind kind, string id, int generation, bool badContent)
    {
        var next = generation + (badContent ? 1 : 0);
        if (next > course.Generations.GetValueOrDefault((kind, id)))
            course.Generations = new Dictionary<(WorkKind, string), int>(course.Generations) { [(kind, id)] = next };
    }

    /// <summary>Pictures of the lesson at this place in the course, so that all shares add up to <c>max_images</c> whatever order lessons come in.</summary>
    static int ShareOf(Course course, int index) => course.Settings.MaxImages is { } max && course.LessonCount > 0
        ? ((index + 1) * max / course.LessonCount) - (index * max / course.LessonCount)
        : int.MaxValue;
}
