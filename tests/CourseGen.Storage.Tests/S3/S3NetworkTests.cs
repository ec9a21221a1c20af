using System.Net;
using System.Text;

namespace CourseGen.Storage;

/// <summary>The store on the real server, over a network that fails.</summary>
public sealed class S3NetworkTests : IAsyncLifetime
{
    static readonly CancellationToken None = CancellationToken.None;

    TestBucket _bucket = null!;

    public async Task InitializeAsync() => _bucket = await TestBucket.Create();

    public async Task DisposeAsync() => await _bucket.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_conditional_put_whose_answer_was_lost_is_stored_and_no_lost_race(bool create)
    {
        var seen = create ? null : await PutOld();
        var lost = 0;
        var store = _bucket.Open(transport: new Network(
            request => request.Is(HttpMethod.Put, "a.md") && lost++ == 0,
            (_, send) => Lose(send)));

        var outcome = await store.PutBytes(_bucket.Course, "a.md", "mine"u8.ToArray(), Condition(seen), None, "f1");

        (outcome, lost).ShouldBe((PutOutcome.Stored, 2));
        (await _bucket.Open().Find(_bucket.Course, "a.md", None))!.MadeAs("f1").ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_race_that_was_lost_while_the_network_failed_stays_lost_even_to_the_same_bytes(bool create)
    {
        var seen = create ? null : await PutOld();
        var tries = 0;
        var store = _bucket.Open(transport: new Network(
            request => request.Is(HttpMethod.Put, "a.md") && tries++ == 0,
            (_, _) => Overtake()));

        var outcome = await store.PutBytes(_bucket.Course, "a.md", "same"u8.ToArray(), Condition(seen), None, "f1");

        (outcome, tries).ShouldBe((PutOutcome.Conflict, 2));

        async Task<HttpResponseMessage> Overtake()
        {
            await _bucket.Open().PutBytes(_bucket.Course, "a.md", "same"u8.ToArray(), Condition(seen), None, "f1");
            throw new HttpRequestException("lost", new IOException("connection reset"));
        }
    }

    [Theory]
    [InlineData(2, PutOutcome.Stored)]
    [InlineData(3, PutOutcome.Conflict)]
    public async Task A_conflicting_request_is_tried_again_and_then_a_conflict(int conflicts, PutOutcome expected)
    {
        var tries = 0;
        var store = _bucket.Open(transport: new Network(
            request => request.Is(HttpMethod.Put, "a.md") && tries++ < conflicts,
            (request, _) => Task.FromResult(request.Refusal(HttpStatusCode.Conflict, "ConditionalRequestConflict"))));

        (await store.PutBytes(_bucket.Course, "a.md", "mine"u8.ToArray(), PutCondition.Absent, None)).ShouldBe(expected);

        tries.ShouldBe(3);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(100, false)]
    public async Task Bytes_that_are_damaged_on_the_way_are_refused_by_the_server(int damaged, bool stored)
    {
        var tries = 0;
        var store = _bucket.Open(transport: new Network(
            request => request.Is(HttpMethod.Put, "a.md") && tries++ < damaged,
            (request, send) => Damage(request, send)));

        var put = store.PutBytes(_bucket.Course, "a.md", "mine"u8.ToArray(), PutCondition.Absent, None);

        if (stored)
            (await put).ShouldBe(PutOutcome.Stored);
        else
            (await Should.ThrowAsync<StoreUnusableException>(put)).Message.ShouldContain("damaged");
        var found = await _bucket.Open().Find(_bucket.Course, "a.md", None);
        (found is not null, found?.Sha256 ?? Fingerprint.Sha256("mine"u8)).ShouldBe((stored, Fingerprint.Sha256("mine"u8)));
        tries.ShouldBe(stored ? 2 : 3);
    }

    [Fact]
    public async Task A_request_without_an_answer_is_tried_again_after_its_time()
    {
        var tries = 0;
        // The server that answers the second try may be slow on a busy machine.
        var store = _bucket.Open(_bucket.Options with { Timeout = TimeSpan.FromSeconds(4) }, new Network(
            request => request.Is(HttpMethod.Put, "a.md") && tries++ == 0,
            (_, _) => new TaskCompletionSource<HttpResponseMessage>().Task));

        (await store.PutBytes(_bucket.Course, "a.md", "mine"u8.ToArray(), PutCondition.Always, None)).ShouldBe(PutOutcome.Stored);

        tries.ShouldBe(2);
    }

    [Fact]
    public async Task An_overloaded_server_is_asked_again_and_then_worth_trying_later()
    {
        var network = new Network(
            _ => true,
            (request, _) => Task.FromResult(request.Refusal(HttpStatusCode.ServiceUnavailable, "SlowDown")));
        var store = _bucket.Open(transport: network);

        var unusable = await Should.ThrowAsync<StoreUnusableException>(() => store.Find(_bucket.Course, "a.md", None));

        (unusable.Passing, network.Requests).ShouldBe((true, 1 + _bucket.Options.Retries));
    }

    [Fact]
    public async Task A_download_that_breaks_is_taken_up_where_it_broke()
    {
        var bytes = await PutLarge();
        var gets = new List<string>();
        var store = _bucket.Open(transport: new Network(request => request.Is(HttpMethod.Get, "large.png"), Break));

        (await store.ReadBytes(_bucket.Course, "large.png", None)).ShouldBe(bytes);

        gets.ShouldBe(["", "bytes=300000-999999", "bytes=600000-999999", "bytes=900000-999999"]);

        async Task<HttpResponseMessage> Break(HttpRequestMessage request, Func<Task<HttpResponseMessage>> send)
        {
            gets.Add(request.Headers.Range?.ToString() ?? "");
            return await BreakOff(send, 300_000);
        }
    }

    [Fact]
    public async Task A_download_that_breaks_again_and_again_is_given_up()
    {
        await PutLarge();
        var store = _bucket.Open(transport: new Network(
            request => request.Is(HttpMethod.Get, "large.png"),
            (_, send) => BreakOff(send, 0)));

        (await Should.ThrowAsync<StoreUnusableException>(() => store.ReadBytes(_bucket.Course, "large.png", None))).Passing.ShouldBeTrue();
    }

    [Fact]
    public async Task A_download_that_is_damaged_on_the_way_is_no_artifact()
    {
        await PutLarge();
        var store = _bucket.Open(transport: new Network(request => request.Is(HttpMethod.Get, "large.png"), async (_, send) =>
        {
            var answer = await send();
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            bytes[500_000]++;
            var damaged = new ByteArrayContent(bytes);
            foreach (var (name, values) in answer.Content.Headers)
                damaged.Headers.TryAddWithoutValidation(name, values);
            answer.Content = damaged;
            return answer;
        }));

        (await Should.ThrowAsync<StoreUnusableException>(() => store.ReadBytes(_bucket.Course, "large.png", None))).Message.ShouldContain("damaged");
    }

    [Fact]
    public async Task A_download_that_breaks_while_its_object_is_replaced_is_no_mixture()
    {
        await PutLarge();
        var store = _bucket.Open(transport: new Network(
            request => request.Is(HttpMethod.Get, "large.png"),
            (_, send) => BreakOff(send, 300_000)));

        await using var download = await store.OpenRead(ArtifactAddress.Of(_bucket.Course, "large.png"), None);
        await download.ReadExactlyAsync(new byte[300_000]);
        await _bucket.Open().PutBytes(_bucket.Course, "large.png", new byte[1_000_000], PutCondition.Always, None);

        (await Should.ThrowAsync<StoreUnusableException>(() => download.ReadAtLeastAsync(new byte[1], 1).AsTask())).Message.ShouldContain("replaced while it was read");
    }

    [Fact]
    public async Task An_upload_in_parts_that_fails_leaves_no_parts()
    {
        var store = _bucket.Open(_bucket.Options with { MultipartThreshold = 1 << 20, PartSize = 5 << 20 }, new Network(
            request => request.RequestUri!.Query.Contains("partNumber=2", StringComparison.Ordinal),
            (request, _) => Task.FromResult(request.Refusal(HttpStatusCode.Forbidden, "AccessDenied"))));

        var unusable = await Should.ThrowAsync<StoreUnusableException>(() =>
            store.PutBytes(_bucket.Course, "large.pptx", new byte[6_000_000], PutCondition.Always, None));

        unusable.Message.ShouldContain("permission denied");
        ((await _bucket.Client.ListMultipartUploadsAsync(_bucket.Name)).MultipartUploads ?? []).ShouldBeEmpty();
        (await _bucket.Open().Find(_bucket.Course, "large.pptx", None)).ShouldBeNull();
    }

    [Fact]
    public async Task An_upload_in_parts_whose_last_answer_was_lost_is_stored()
    {
        var lost = 0;
        var store = _bucket.Open(_bucket.Options with { MultipartThreshold = 1 << 20, PartSize = 5 << 20 }, new Network(
            request => request.RequestUri!.Query.Contains("uploadId", StringComparison.Ordinal) && request.Method == HttpMethod.Post && lost++ == 0,
            (_, send) => Lose(send)));

        (await store.PutBytes(_bucket.Course, "large.pptx", new byte[6_000_000], PutCondition.Always, None, "f1")).ShouldBe(PutOutcome.Stored);

        (await _bucket.Open().Find(_bucket.Course, "large.pptx", None))!.MadeAs("f1").ShouldBeTrue();
        lost.ShouldBe(2);
    }

    [Fact]
    public async Task A_put_that_is_cancelled_says_so()
    {
        using var cancelled = new CancellationTokenSource();
        var store = _bucket.Open(transport: new Network(request => request.Is(HttpMethod.Put, "a.md"), (_, _) =>
        {
            cancelled.Cancel();
            return Task.FromCanceled<HttpResponseMessage>(cancelled.Token);
        }));

        await Should.ThrowAsync<OperationCanceledException>(() => store.PutBytes(_bucket.Course, "a.md", [1], PutCondition.Absent, cancelled.Token));
    }

    static PutCondition Condition(string? seen) => seen is null ? PutCondition.Absent : PutCondition.Matches(seen);

    static async Task<HttpResponseMessage> Lose(Func<Task<HttpResponseMessage>> send)
    {
        using var answer = await send();
        answer.IsSuccessStatusCode.ShouldBeTrue();
        throw new HttpRequestException("lost", new IOException("connection reset"));
    }

    static async Task<HttpResponseMessage> Damage(HttpRequestMessage request, Func<Task<HttpResponseMessage>> send)
    {
        var damaged = new ByteArrayContent(Encoding.UTF8.GetBytes("mime"));
        foreach (var (name, values) in request.Content!.Headers)
            damaged.Headers.TryAddWithoutValidation(name, values);
        request.Content = damaged;
        return await send();
    }

    static async Task<HttpResponseMessage> BreakOff(Func<Task<HttpResponseMessage>> send, int after)
    {
        var answer = await send();
        var broken = new StreamContent(new BrokenStream(await answer.Content.ReadAsStreamAsync(), after));
        foreach (var (name, values) in answer.Content.Headers)
            broken.Headers.TryAddWithoutValidation(name, values);
        answer.Content = broken;
        return answer;
    }

    async Task<string> PutOld()
    {
        var store = _bucket.Open();
        await store.PutBytes(_bucket.Course, "a.md", "old"u8.ToArray(), PutCondition.Absent, None, "f0");
        return (await store.Find(_bucket.Course, "a.md", None))!.ETag;
    }

    async Task<byte[]> PutLarge()
    {
        var bytes = new byte[1_000_000];
        new Random(5).NextBytes(bytes);
        await _bucket.Open().PutBytes(_bucket.Course, "large.png", bytes, PutCondition.Absent, None);
        return bytes;
    }
}
