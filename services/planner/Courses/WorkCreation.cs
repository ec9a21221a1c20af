using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Planner.Courses;

/// <summary>Makes a revision's work items: the plan's item first, all others from the plan, pictures once they are planned.</summary>
sealed class WorkCreation(IWorkItems items)
{
    /// <summary>Starts a revision's items with the one that plans it.</summary>
    public async Task CreatePlan(Course course, CancellationToken token)
    {
        var before = await items.Where(course.CorrelationId, new WorkQuery(), token);
        var ids = before.Select(item => (item.Kind, item.Id)).ToHashSet();
        course.Remembered = [.. WorkMemory.Of(before), .. WorkMemory.Without(course.Remembered, ids)];
        foreach (var item in before)
            items.Remove(item);
        items.Add(Item(course, WorkKind.Plan, WorkItemIds.Plan) with { Status = WorkStatus.Ready });
    }

    public void CreateFromPlan(Course course, CoursePlanned planned)
    {
        course.Remembered = [.. course.Remembered, .. WorkMemory.Without(planned.Remembered, WorkMemory.Items(course.Remembered))];
        if (course.DeckKeys.Count > 0)
            AddTarget(course, WorkKind.Deck, WorkItemIds.Deck);
        else if (course.IsOfBook)
            CreateDeckOfBook(course, planned.Lessons);
        else if (course.ContentType != ContentType.Labs)
            CreateTheory(course, planned.Lessons);
        if (planned.Labs.Count > 0 && course.Mode != CourseMode.Merge && !course.IsOfBook)
            CreateLabs(course, planned.Labs);
        items.Add(Item(course, WorkKind.Manifest, WorkItemIds.Manifest));
    }

    /// <summary>A lesson's pictures, at most its share of the course's.</summary>
    public void CreatePictures(Course course, WorkItem visuals, IReadOnlyList<PlannedVisual> planned, int lessonIndex)
    {
        foreach (var visual in planned.Take(ShareOf(course, lessonIndex)))
            items.Add(Item(course, WorkKind.Image, visual.Id, visuals.Id, deckBatch: visuals.DeckBatch) with
            {
                Status = WorkStatus.Ready,
                Upstream = visual.Prompt.Sha256,
                CallsModel = visual.CallsModel,
            });
    }

    void CreateTheory(Course course, IReadOnlyList<PlannedItem> lessons)
    {
        var decks = course.Mode == CourseMode.Merge || (course.Settings.BuildDeck && course.Mode == CourseMode.Full);
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

    /// <summary>Lessons and pictures are no items: they are taken as they are.</summary>
    void CreateDeckOfBook(Course course, IReadOnlyList<PlannedItem> lessons)
    {
        foreach (var lesson in lessons)
            items.Add(Item(course, WorkKind.Slides, lesson.Id, lesson.Id, lesson.Batch, lesson.DeckBatch) with { CallsModel = true });
        CreateDecks(course, lessons.Select(lesson => lesson.DeckBatch).Distinct());
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
        var (generation, requirements) = course.Recall(kind, id);
        var repair = course.Repair?.Items.Contains(id) == true ? course.Repair : null;
        if (repair?.Requirements is { } wish)
            requirements = wish.Length == 0 ? null : wish;
        return new WorkItem
        {
            CourseId = course.CorrelationId,
            Kind = kind,
            Id = id,
            Revision = course.Revision,
            Module = WorkItem.ModuleOf(id),
            Lesson = lesson,
            Batch = batch,
            DeckBatch = deckBatch,
            Priority = course.Settings.Priority,
            Generation = generation + (repair is { Force: true } ? 1 : 0),
            Force = repair is { Force: true },
            Requirements = requirements,
            Basis = BasisWith(basis ?? course.Bases.GetValueOrDefault(kind, ""), requirements),
        };
    }

    static string BasisWith(string basis, string? requirements) => requirements is null ? basis : Fingerprint.Basis(basis, requirements);

    /// <summary>Pictures of the lesson at this place in the course, so that all shares add up to <c>max_images</c> whatever order lessons come in.</summary>
    static int ShareOf(Course course, int index) => course.Settings.MaxImages is { } max && course.LessonCount > 0
        ? ((index + 1) * max / course.LessonCount) - (index * max / course.LessonCount)
        : int.MaxValue;
}
