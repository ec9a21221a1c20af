using System.Text;
using CourseGen.Contracts;
using CourseGen.Planner.Tests.Courses;
using CourseGen.Storage;
using MassTransit;

namespace CourseGen.Planner.Tests.Intake;

public sealed class EntryQueueTests
{
    static readonly string Yaml = OutlineYaml.Of([1]);

    [Fact]
    public async Task Raw_json_starts_a_course()
    {
        await using var bed = await CourseBed.Start();
        await SendRaw(bed, QueueNames.Start, """{"project_folder": "tides", "outline_yaml": "course: {title: Tides, modules: [{title: M, lessons: [{title: L}]}]}"}""");
        (await bed.End()).ShouldBeOfType<CourseCompleted>();
    }

    [Fact]
    public async Task A_hand_written_envelope_starts_a_course()
    {
        await using var bed = await CourseBed.Start();
        await SendRaw(bed, QueueNames.Start, """
            {"messageType": ["urn:message:CourseGen.Contracts:StartCourse"],
             "message": {"project_folder": "tides", "outline_yaml": "course: {title: Tides, modules: [{title: M, lessons: [{title: L}]}]}"}}
            """);
        (await bed.End()).ShouldBeOfType<CourseCompleted>();
    }

    [Fact]
    public async Task An_outline_is_taken_from_its_key()
    {
        await using var bed = await CourseBed.Start();
        await bed.Store.PutBytes(CourseBed.Location, "outline.yaml", Encoding.UTF8.GetBytes(Yaml), PutCondition.Always, CancellationToken.None);
        await bed.Publish(new StartCourse { ProjectFolder = "tides" });
        (await bed.End()).ShouldBeOfType<CourseCompleted>();
    }

    [Fact]
    public async Task An_outline_that_is_not_there_is_rejected_at_once()
    {
        await using var bed = await CourseBed.Start();
        await bed.Publish(new StartCourse { ProjectFolder = "tides", OutlineS3Key = "elsewhere/outline.yaml" });
        var rejected = await bed.Event<CourseRejected>();
        rejected.CourseId.ShouldBe(CourseBed.Id);
        rejected.Faults.ShouldHaveSingleItem().ShouldBe(new CommandFault("outline_s3_key", "there is no outline at elsewhere/outline.yaml"));
        bed.Workers.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_model_past_its_end_of_life_is_rejected_with_its_replacement()
    {
        await using var bed = await CourseBed.Start();
        await bed.StartCourse(Yaml, start => start with { TextModel = CourseBed.EndedModel, ImageModel = CourseBed.EndedModel });
        (await bed.Event<CourseRejected>()).Faults.ShouldBe(
        [
            new CommandFault("text_model", "gone-1 on fake reached its end of life on 2020-01-01. Set text_model to fake-1, or another model."),
            new CommandFault("image_model", "gone-1 on fake reached its end of life on 2020-01-01. Set image_model to fake-1, or another model."),
        ]);
        bed.Workers.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_default_model_past_its_end_of_life_is_rejected_until_a_start_names_another()
    {
        await using var bed = await CourseBed.Start(options: all => all with { ImageModel = new("fake", CourseBed.EndedModel) });
        await bed.StartCourse(Yaml);
        (await bed.Event<CourseRejected>()).Faults.ShouldHaveSingleItem().Field.ShouldBe("image_model");
    }

    [Fact]
    public async Task Faults_of_the_outline_are_told_with_their_places()
    {
        await using var bed = await CourseBed.Start();
        await bed.StartCourse("course:\n  title: T\n  modules: [{title: M}]\n");
        (await bed.Event<CourseRejected>()).Faults.ShouldAllBe(fault => fault.Field.StartsWith("outline.yaml:3:"));
    }

    [Fact]
    public async Task A_module_that_is_not_in_the_outline_is_a_fault()
    {
        await using var bed = await CourseBed.Start();
        await bed.StartCourse(Yaml, start => start with { ModulesToGenerate = "1,4" });
        (await bed.Event<CourseRejected>()).Faults.ShouldHaveSingleItem().Message.ShouldContain("no module 4");
    }

    [Fact]
    public async Task A_folder_inside_another_courses_folder_is_a_fault()
    {
        await using var bed = await CourseBed.Start();
        await bed.Make(Yaml);
        await bed.StartCourse(Yaml, start => start with { ProjectFolder = "tides/inner" });
        (await bed.Event<CourseRejected>()).Faults.ShouldHaveSingleItem().Message.ShouldContain("inside the course tides");
    }

    [Fact]
    public async Task A_folder_around_another_courses_folder_is_a_fault()
    {
        await using var bed = await CourseBed.Start();
        await bed.Make(Yaml);
        await bed.Store.PutBytes(new CourseLocation(CourseBed.Bucket, "outer/inner"), ArtifactKeys.RevisionPlan(1), [1], PutCondition.Always, CancellationToken.None);
        await bed.StartCourse(Yaml, start => start with { ProjectFolder = "outer" });
        (await bed.Event<CourseRejected>()).Faults.ShouldHaveSingleItem().Message.ShouldContain("outer/inner");
    }

    [Theory]
    [InlineData(QueueNames.Repair)]
    [InlineData(QueueNames.Merge)]
    [InlineData(QueueNames.Book)]
    [InlineData(QueueNames.Cancel)]
    [InlineData(QueueNames.Pause)]
    [InlineData(QueueNames.Resume)]
    public async Task A_command_for_a_course_that_is_not_there_is_rejected(string queue)
    {
        await using var bed = await CourseBed.Start();
        await SendRaw(bed, queue, """{"project_folder": "tides"}""");
        (await bed.Event<CourseRejected>()).Faults.ShouldHaveSingleItem().Message.ShouldContain("no course in tides");
    }

    [Theory]
    [InlineData(QueueNames.Repair, """{"project_folder": "tides", "what": ["1"], "force": "yes"}""", "what,force")]
    [InlineData(QueueNames.Repair, """{"project_folder": "tides", "force": true}""", "what")]
    [InlineData(QueueNames.Merge, """{"project_folder": "tides", "ppt_batch_results": [{"ppt_s3_key": "other/a.pptx", "batch_index": 0}]}""", "ppt_batch_results")]
    [InlineData(QueueNames.Merge, """{"project_folder": "tides", "ppt_batch_results": [{"ppt_s3_key": "tides/../other/a.pptx", "batch_index": 0}]}""", "ppt_batch_results")]
    [InlineData(QueueNames.Merge, """{"project_folder": "tides", "ppt_batch_results": [{"ppt_s3_key": 7, "batch_index": "0"}]}""", "ppt_batch_results")]
    [InlineData(QueueNames.Merge, """{"project_folder": "tides", "ppt_batch_results": {}}""", "ppt_batch_results")]
    [InlineData(QueueNames.Book, """{"project_folder": "tides", "book_formats": ["doc"]}""", "book_formats")]
    [InlineData(QueueNames.Resume, """{"project_folder": "tides", "max_hours": 0, "max_cost_usd": -1}""", "max_hours,max_cost_usd")]
    [InlineData(QueueNames.Deck, """{"project_folder": "tides", "style": "baroque", "batch_size": 0, "slides_per_lesson": 2, "auto_combine": "no"}""", "style,batch_size,slides_per_lesson,auto_combine")]
    [InlineData(QueueNames.Deck, """{"project_folder": "tides", "outline_yaml": ""}""", "outline_yaml")]
    [InlineData(QueueNames.Pause, """{"project_folder": "tides", "why": 1}""", "why")]
    [InlineData(QueueNames.Cancel, """{"project_folder": "..", "why": 1}""", "project_folder,why")]
    public async Task Faults_of_a_command_are_told_by_field(string queue, string json, string fields)
    {
        await using var bed = await CourseBed.Start();
        await SendRaw(bed, queue, json);
        (await bed.Event<CourseRejected>()).Faults.Select(fault => fault.Field).ShouldBe(fields.Split(','), ignoreOrder: true);
        bed.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_originals_regeneration_of_a_lesson_is_a_repair()
    {
        await using var bed = await CourseBed.Start();
        await bed.Make(Yaml);
        var ends = bed.Events.Ends.Count;
        await SendRaw(bed, QueueNames.Start, """{"project_folder": "tides", "outline_s3_key": "tides/outline.yaml", "lesson_to_generate": "01-01"}""");
        (await bed.End(ends + 1)).ShouldBeOfType<CourseCompleted>().Revision.ShouldBe(1);
        bed.Artifacts.Payment(WorkKind.Lesson, "01-01").ShouldBe(2);
    }

    [Fact]
    public async Task The_originals_regeneration_of_a_lesson_that_is_not_planned_is_rejected()
    {
        await using var bed = await CourseBed.Start();
        await bed.Make(Yaml);
        await SendRaw(bed, QueueNames.Start, """{"project_folder": "tides", "lesson_to_generate": "09-01"}""");
        (await bed.Event<CourseRejected>()).Faults.ShouldHaveSingleItem().Message.ShouldContain("09-01");
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_fails_the_start_which_may_succeed_later()
    {
        await using var bed = await CourseBed.Start(options: all => all with { StorePatience = TimeSpan.Zero });
        Directory.Delete(bed.Folder.Path, recursive: true);
        await File.WriteAllTextAsync(bed.Folder.Path, "a file where the folder was");
        await bed.StartCourse(Yaml);
        var failed = (await bed.End()).ShouldBeOfType<CourseFailed>();
        File.Delete(bed.Folder.Path);
        Directory.CreateDirectory(bed.Folder.Path);
        (failed.CourseId, failed.Retryable, failed.Revision).ShouldBe((CourseBed.Id, true, 0));
        (await bed.Make(Yaml)).ShouldBeOfType<CourseCompleted>();
    }

    [Theory]
    [InlineData(Persistence.Memory)]
    [InlineData(Persistence.Postgres)]
    public async Task A_folder_that_is_another_courses_but_for_case_is_refused(Persistence persistence)
    {
        await using var bed = await CourseBed.Start(persistence: persistence);
        await bed.Make(Yaml);
        await bed.StartCourse(Yaml, start => start with { ProjectFolder = "Tides" });
        (await bed.Event<CourseRejected>()).Faults.ShouldHaveSingleItem().Message.ShouldBe("is the course tides but for case; expected that spelling, or another name");
    }

    static async Task SendRaw(CourseBed bed, string queue, string json)
    {
        var endpoint = await bed.Bus.GetSendEndpoint(new Uri($"queue:{queue}"));
        await endpoint.Send(new Raw(), context =>
        {
            context.Serializer = new RawBody(json);
            context.ContentType = new System.Net.Mime.ContentType("application/json");
        });
    }

    sealed record Raw;

    sealed class RawBody(string json) : IMessageSerializer
    {
        public System.Net.Mime.ContentType ContentType { get; } = new("application/json");

        public MessageBody GetMessageBody<T>(SendContext<T> context) where T : class => new StringMessageBody(json);
    }
}
