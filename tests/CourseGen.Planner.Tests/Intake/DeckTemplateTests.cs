using System.IO.Compression;
using System.Text;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Planner.Intake;
using CourseGen.Planner.Tests.Courses;
using CourseGen.Planner.Tests.Decks;
using CourseGen.Storage;

namespace CourseGen.Planner.Tests.Intake;

/// <summary>A customer's deck template is checked and kept before anything is made.</summary>
public sealed class DeckTemplateTests
{
    const string Key = "templates/Acme 2027.potx";
    static readonly string Yaml = OutlineYaml.Of([1]);

    [Fact]
    public async Task It_is_kept_under_its_hash_and_every_deck_batch_is_made_of_it()
    {
        await using var bed = await CourseBed.Start();
        var sha256 = await Put(bed, Potx("one"));
        (await Make(bed)).ShouldBeOfType<CourseCompleted>();
        var kept = (await bed.Plan()).Settings.DeckTemplate.ShouldNotBeNull();
        (kept.Key, kept.Sha256).ShouldBe(($".coursegen/templates/{sha256[..16]}/acme-2027.potx", sha256));
        (await bed.Store.ReadBytes(CourseBed.Location, kept.Key, CancellationToken.None)).ShouldBe(Potx("one"));
    }

    [Fact]
    public async Task Another_template_at_the_same_key_changes_the_decks_and_nothing_else()
    {
        await using var bed = await CourseBed.Start();
        await Put(bed, Potx("one"));
        await Make(bed);
        await Put(bed, Potx("two"));
        await Make(bed);
        foreach (var deck in (IReadOnlyList<string>[])[Bases<BuildDeckBatch>(bed), Bases<CombineDeck>(bed), Bases<BuildInfographic>(bed)])
            deck.Distinct().Count().ShouldBe(2);
        foreach (var other in (IReadOnlyList<string>[])[Bases<WriteLessons>(bed), Bases<PlanSlides>(bed), Bases<WriteBook>(bed)])
            other.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_same_template_is_the_same_course()
    {
        await using var bed = await CourseBed.Start();
        await Put(bed, Potx("one"));
        await Make(bed);
        await Make(bed);
        (await bed.Plan()).Revision.ShouldBe(1);
        Bases<BuildDeckBatch>(bed).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_deck_of_a_book_takes_it_too()
    {
        await using var bed = await CourseBed.Start();
        await Put(bed, Potx("one"));
        await BookJson.Put(bed.Store, CourseBed.Location, "book/mareas_data.json", BookJson.Nested(2));
        (await bed.Redo(new BuildDeck { ProjectFolder = "tides", DeckTemplateS3Key = Key })).ShouldBeOfType<CourseCompleted>();
        var plan = await bed.Store.ReadDocument<CoursePlan>(CourseBed.Location, ArtifactKeys.LastDeckPlan, CancellationToken.None);
        plan.Settings.DeckTemplate!.Key.ShouldEndWith("/acme-2027.potx");
    }

    [Fact]
    public async Task A_template_that_is_not_there_is_rejected_and_nothing_is_made()
    {
        await using var bed = await CourseBed.Start();
        (await Rejection(bed)).ShouldBe("there is no template at templates/Acme 2027.potx; give its full key in the bucket local, folder first");
        bed.Workers.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_can_be_no_template_is_rejected_and_nothing_is_made()
    {
        await using var bed = await CourseBed.Start();
        await Put(bed, Potx("one", "application/vnd.ms-powerpoint.template.macroEnabled.main+xml"));
        (await Rejection(bed)).ShouldBe("templates/Acme 2027.potx holds macros; save it as .potx, which leaves them out");
        bed.Workers.Commands.ShouldBeEmpty();
    }

    public static TheoryData<string, byte[]> Unusable => new()
    {
        { "is encrypted or an old .ppt file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "is not a PowerPoint file", Encoding.UTF8.GetBytes("not a deck") },
        { "is damaged or incomplete", Potx("one")[..60] },
        { "is not a PowerPoint presentation", Potx("one", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml") },
        { "has no slide layouts", Potx("one", layouts: "") },
        { "unpacks to more than 256 MB", Potx(new string(' ', 300 << 20)) },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void What_is_wrong_with_a_file_is_said_with_the_remedy(string fault, byte[] file) => TemplatePackage.FaultOf(file).ShouldNotBeNull().ShouldStartWith(fault);

    [Theory]
    [InlineData("templates/acme.potm")]
    [InlineData("templates/acme")]
    [InlineData("templates/acme.pdf")]
    public async Task Another_kind_of_file_is_rejected_by_its_name(string key)
    {
        await using var bed = await CourseBed.Start();
        (await Rejection(bed, key)).ShouldStartWith("expected the key of a .pptx or .potx file");
    }

    static IReadOnlyList<string> Bases<T>(CourseBed bed) where T : class, IWorkCommand => [.. bed.Workers.Sent<T>().SelectMany(command => command.Units).Select(unit => unit.Basis)];

    static Task<ICourseMessage> Make(CourseBed bed) => bed.Make(Yaml, start => start with { DeckTemplateS3Key = Key });

    static async Task<string> Rejection(CourseBed bed, string key = Key)
    {
        await bed.StartCourse(Yaml, start => start with { DeckTemplateS3Key = key });
        var fault = (await bed.Event<CourseRejected>()).Faults.ShouldHaveSingleItem();
        fault.Field.ShouldBe("deck_template_s3_key");
        return fault.Message;
    }

    static async Task<string> Put(CourseBed bed, byte[] file)
    {
        await bed.Store.PutBytes(new CourseLocation(CourseBed.Bucket, "templates"), "Acme 2027.potx", file, PutCondition.Always, CancellationToken.None);
        return Fingerprint.Sha256(file);
    }

    /// <summary>As far as the planner looks into it.</summary>
    static byte[] Potx(string content, string main = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml", string layouts = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml")
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", $"<Types><Override PartName=\"/ppt/presentation.xml\" ContentType=\"{main}\"/><Override PartName=\"/ppt/l.xml\" ContentType=\"{layouts}\"/></Types>");
            Add("ppt/presentation.xml", content);

            void Add(string name, string text)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var part = entry.Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }
}
