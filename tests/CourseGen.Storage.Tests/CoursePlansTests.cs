using CourseGen.Contracts;
using CourseGen.Contracts.Documents;

namespace CourseGen.Storage;

public sealed class CoursePlansTests : IDisposable
{
    static readonly CourseLocation Course = new("bucket", "course");
    readonly DirectoryInfo _root = Directory.CreateTempSubdirectory();
    readonly FolderStore _store;

    public CoursePlansTests() => _store = new FolderStore(_root.FullName, "bucket");

    public void Dispose()
    {
        _store.Dispose();
        _root.Delete(recursive: true);
    }

    [Fact]
    public async Task Commands_of_one_plan_share_it()
    {
        var order = await Put("Tides", sha256: null);
        (await _store.ReadPlan(order, default)).ShouldBeSameAs(await _store.ReadPlan(order, default));
    }

    [Fact]
    public async Task Other_bytes_than_a_command_names_are_read_anew_each_time()
    {
        (await _store.ReadPlan(await Put("Tides", new string('0', 64)), default)).Slug.ShouldBe("Tides");
        (await _store.ReadPlan(await Put("Winds", new string('0', 64)), default)).Slug.ShouldBe("Winds");
    }

    async Task<WorkOrder> Put(string slug, string? sha256)
    {
        var bytes = DocumentJson.Write(Plan(slug));
        await _store.PutBytes(Course, ArtifactKeys.RevisionPlan(1), bytes, PutCondition.Always, default);
        return new WorkOrder(Course, 1, new ArtifactRef(ArtifactKeys.RevisionPlan(1), sha256 ?? Fingerprint.Sha256(bytes), bytes.Length), Guid.Empty, default, default, new Grant(0, 0), null, "");
    }

    static CoursePlan Plan(string slug) => new()
    {
        Revision = 1,
        ProjectFolder = "course",
        Slug = slug,
        Language = "en",
        ContentType = ContentType.Both,
        OutlineSha256 = "",
        Shape = "",
        Settings = new CourseSettings(),
        SelectedModules = [],
        Models = new Dictionary<WorkKind, ModelRef>(),
        Prompts = new Dictionary<WorkKind, string>(),
        Bases = new Dictionary<WorkKind, string>(),
        Lessons = [],
        Labs = [],
        LessonBatches = [],
        DeckBatches = [],
        ExpectedCalls = new ExpectedCalls(0, 0, 0, 0, 0, 0),
        Outline = new Outline { Title = slug, Modules = [] },
    };
}
