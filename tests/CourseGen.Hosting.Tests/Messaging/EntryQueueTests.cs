using System.Text.Json;
using System.Text.Json.Nodes;
using CourseGen.Contracts;
using CourseGen.Hosting.Testing;

namespace CourseGen.Hosting.Messaging;

/// <summary>Commands as people and programs publish them, in the management page or with any AMQP client.</summary>
public sealed class EntryQueueTests(RunningPlanner planner) : IClassFixture<RunningPlanner>, IAsyncLifetime
{
    const string Json = "application/json", Envelope = "application/vnd.masstransit+json";
    const string Secret = "hunter2-canary";
    const string Errors = QueueNames.Start + "_error";
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    /// <summary>The limit is of a service that runs: the first messages of a process wait for their code to be compiled.</summary>
    public async Task InitializeAsync()
    {
        if (planner.IsWarm)
            return;
        await Outcome("[1,2]", Json, properties: null, Patience);
        await Outcome(Start("warm"), Json, properties: null, Patience);
        planner.IsWarm = true;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string, string?, string, string?> Accepted() => new()
    {
        { "raw", Json, "{0}", null },
        { "raw with a character set", "application/json; charset=utf-8", "{0}", null },
        { "raw without a content type", null, "{0}", null },
        { "raw as text", "text/plain", "{0}", null },
        { "raw with a content type nobody knows", "application/x-thing", "{0}", null },
        { "an envelope", Envelope, """{{"messageId":"6f9619ff-8b86-d011-b42d-00c04fc964ff","messageType":["urn:message:CourseGen.Contracts:StartCourse"],"message":{0}}}""", null },
        { "an envelope without a content type", null, """{{"messageId":"6f9619ff-8b86-d011-b42d-00c04fc964ff","messageType":["urn:message:CourseGen.Contracts:StartCourse"],"message":{0}}}""", null },
        { "an envelope said to be raw", Json, """{{"messageType":["urn:message:CourseGen.Contracts:StartCourse"],"message":{0}}}""", null },
        { "a message id that is a GUID", Json, "{0}", """{"message_id":"6f9619ff-8b86-d011-b42d-00c04fc964ff","correlation_id":"6f9619ff-8b86-d011-b42d-00c04fc964f0"}""" },
        { "a message id that is none", Json, "{0}", """{"message_id":"my-id-1","correlation_id":"mine"}""" },
        { "a header that names a type", Json, "{0}", """{"headers":{"MT-MessageType":"urn:message:CourseGen.Contracts:StartCourse"}}""" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task A_start_is_taken_in_every_form(string form, string? contentType, string body, string? properties)
    {
        var folder = $"c-{Guid.NewGuid():N}";

        var outcome = await Outcome(string.Format(null, body, Start(folder)), contentType, properties);

        outcome.Type.ShouldBe("CourseRequested", form);
        outcome.Text.ShouldContain(folder);
    }

    [Fact]
    public async Task Another_clients_envelope_goes_to_the_commands_exchange()
    {
        var folder = $"c-{Guid.NewGuid():N}";
        var envelope = $$"""{"messageId":"{{Guid.NewGuid()}}","messageType":["urn:message:CourseGen.Contracts:StartCourse"],"message":{{Start(folder)}}}""";

        (await planner.Broker.Publish("CourseGen.Contracts:StartCourse", "", envelope, new { content_type = Envelope, delivery_mode = 2 })).ShouldBeTrue();

        (await Outcome()).Type.ShouldBe("CourseRequested");
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_said_not_to_be() =>
        (await planner.Broker.Publish("amq.default", "coursegen.strat", Start("any"), new { content_type = Json })).ShouldBeFalse();

    public static TheoryData<string, string, string> Bad()
    {
        var bad = new TheoryData<string, string, string>
        {
            { "empty", "", "JSON" },
            { "blank", "  ", "JSON" },
            { "malformed", $$"""{"project_folder": "{{Secret}} """, "JSON" },
            { "a list", "[1,2]", "object" },
            { "a number", "7", "object" },
            { "null", "null", "object" },
            { "text", "\"start\"", "object" },
            { "no field", "{}", "project_folder" },
            { "null fields", """{"project_folder":null,"outline_yaml":null}""", "project_folder" },
            { "a number for text", """{"project_folder":7}""", "project_folder" },
            { "text for a number", """{"project_folder":"a","batch_size":"three"}""", "batch_size" },
            { "a number out of range", """{"project_folder":"a","priority":77}""", "priority" },
            { "an object for a flag", """{"project_folder":"a","auto_combine":{}}""", "auto_combine" },
            { "an unknown field", """{"project_folder":"a","colour":"red"}""", "colour" },
            { "another spelling", """{"ProjectFolder":"a"}""", "ProjectFolder" },
            { "an unknown bucket", """{"project_folder":"a","course_bucket":"elsewhere"}""", "course_bucket" },
            { "a missing outline", """{"project_folder":"nobody-wrote-it"}""", "outline" },
            { "another namespace", """{"messageType":["urn:message:Other:StartCourse"],"message":{"project_folder":"a"}}""", "messageType" },
            { "another command", """{"messageType":["urn:message:CourseGen.Contracts:BuildBook"],"message":{"project_folder":"a"}}""", "messageType" },
            { "an envelope that names no type", """{"messageId":"6f9619ff-8b86-d011-b42d-00c04fc964ff","message":{"project_folder":"a"}}""", "messageId" },
            { "an envelope around a list", """{"messageType":["urn:message:CourseGen.Contracts:StartCourse"],"message":[]}""", "object" },
            { "65 KiB", $$"""{"project_folder":"a","outline_yaml":"{{new string('a', 65 * 1024)}}"}""", "65536" },
            { "an outline that is none", """{"project_folder":"a","outline_yaml":"- just\n- a list"}""", "outline" },
        };
        foreach (var folder in new[] { "../up", "a/../../b", "/etc", "a\\\\b", "%2e%2e/a", "a\\u0000b", "\\u202eevil", "\\uff0e\\uff0e/a", new string('a', 4096), "a/b/c/d" })
            bad.Add($"the folder {folder[..Math.Min(12, folder.Length)]}", $$"""{"project_folder":"{{folder}}"}""", "project_folder");
        return bad;
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_cannot_be_a_start_is_rejected_with_a_reason_that_a_person_can_read(string shape, string body, string reason)
    {
        var outcome = await Outcome(body, body.Contains("messageType", StringComparison.Ordinal) ? Envelope : Json);

        outcome.Type.ShouldBeOneOf("CourseRejected", Errors);
        outcome.Reason.ShouldContain(reason, Case.Insensitive, shape);
        outcome.Headers.ShouldNotContain("   at ", Case.Sensitive);
        outcome.Headers.ShouldNotContain(Secret);
        outcome.Headers.ShouldNotContain("StackTrace");
    }

    [Fact]
    public async Task Bad_messages_do_not_slow_good_ones()
    {
        const int Many = 30;
        for (var n = 0; n < Many; n++)
            (await planner.Broker.Publish("amq.default", QueueNames.Start, "[1,2]", new { content_type = Json })).ShouldBeTrue();
        (await planner.Broker.Publish("amq.default", QueueNames.Start, Start("good"), new { content_type = Json })).ShouldBeTrue();

        await Wait.Until(async () => (await planner.Broker.Take(RunningPlanner.Heard)).Count > 0, Limit, "the good one is taken in time");
        var rejected = 0;
        await Wait.Until(async () => (rejected += (await planner.Broker.Take(Errors)).Count) >= Many, Limit, "all bad ones are rejected in time");
        rejected.ShouldBe(Many);
    }

    static string Start(string folder) => JsonSerializer.Serialize(new
    {
        project_folder = folder,
        outline_yaml = "course:\n  title: Tides\n  modules:\n    - title: The moon\n      lessons:\n        - title: Spring tides\n          topics: [Syzygy]\n",
    });

    async Task<Seen> Outcome(string body, string? contentType, string? properties = null, TimeSpan? limit = null)
    {
        var all = properties is null ? [] : JsonNode.Parse(properties)!.AsObject();
        if (contentType is not null)
            all["content_type"] = contentType;
        (await planner.Broker.Publish("amq.default", QueueNames.Start, body, all)).ShouldBeTrue();
        return await Outcome(limit);
    }

    /// <summary>What becomes of a command within the limit.</summary>
    async Task<Seen> Outcome(TimeSpan? limit = null)
    {
        Seen? seen = null;
        await Wait.Until(async () =>
        {
            foreach (var message in await planner.Broker.Take(RunningPlanner.Heard))
                seen = new(message["exchange"]!.ToString().Split(':')[1], message["payload"]!.ToString(), message["payload"]!.ToString(), message["properties"]!.ToJsonString());
            foreach (var message in await planner.Broker.Take(Errors))
                seen ??= new(Errors, message["payload"]!.ToString(), $"{message["properties"]!["headers"]!["MT-Reason"]}", message["properties"]!.ToJsonString());
            return seen is not null;
        }, limit ?? Limit, "the command is accepted or rejected in time");
        return seen!;
    }

    sealed record Seen(string Type, string Text, string Reason, string Headers);
}
