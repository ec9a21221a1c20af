using System.Net;
using Amazon.Runtime;
using CourseGen.Contracts;

namespace CourseGen.Storage;

public sealed class S3ConditionsTests
{
    static readonly CourseLocation Course = new("courses", "tides");
    static readonly StoreOptions Options = new() { Buckets = ["courses", "others"], Endpoint = new("http://s3.test/"), PathStyle = true, Retries = 0 };

    [Fact]
    public async Task A_server_that_wants_etags_quoted_gets_them_so() => (await IfMatchOf(match => match == "\"e1\"")).ShouldBe("\"seen\"");

    [Fact]
    public async Task A_server_that_wants_etags_bare_gets_them_so() => (await IfMatchOf(match => match == "e1")).ShouldBe("seen");

    [Fact]
    public async Task What_a_server_wants_is_asked_once_for_each_bucket()
    {
        var server = Conforming(match => match == "e1");
        using var store = Open(server);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            store.PutBytes(Course, $"{n}.md", [1], PutCondition.Absent, CancellationToken.None)));
        await store.Check(CancellationToken.None);
        await store.Check(CancellationToken.None);

        var probes = server.Puts.Where(put => put.Contains("/.coursegen/probe/", StringComparison.Ordinal)).Select(put => put.Split(' ')[0]).Distinct();
        probes.Select(key => key.Split('/')[1]).ShouldBe(["courses", "others"]);
    }

    [Fact]
    public async Task A_server_that_ignores_If_None_Match_is_refused() =>
        (await Refusal((_, _) => HttpStatusCode.OK)).ShouldContain("in spite of If-None-Match");

    [Fact]
    public async Task A_server_that_ignores_If_Match_is_refused()
    {
        var puts = 0;
        (await Refusal((_, none) => none is null || puts++ == 0 ? HttpStatusCode.OK : HttpStatusCode.PreconditionFailed)).ShouldContain("in spite of an If-Match");
    }

    [Fact]
    public async Task A_server_that_never_takes_If_Match_is_refused()
    {
        var puts = 0;
        (await Refusal((_, none) => none is not null && puts++ == 0 ? HttpStatusCode.OK : HttpStatusCode.PreconditionFailed)).ShouldContain("no If-Match");
    }

    [Fact]
    public async Task A_server_that_does_not_know_conditional_puts_is_refused() =>
        (await Refusal((_, _) => HttpStatusCode.NotImplemented)).ShouldContain("does not know conditional puts");

    [Fact]
    public async Task A_bucket_that_could_not_be_asked_is_asked_again()
    {
        var down = true;
        var puts = 0;
        using var store = Open(new PutServer((match, none) =>
            down ? HttpStatusCode.ServiceUnavailable : match == "\"e1\"" || none is not null && puts++ % 2 == 0 ? HttpStatusCode.OK : HttpStatusCode.PreconditionFailed));

        (await Should.ThrowAsync<StoreUnusableException>(() => store.Check(CancellationToken.None))).Passing.ShouldBeTrue();
        down = false;
        await store.Check(CancellationToken.None);
    }

    static async Task<string> IfMatchOf(Func<string, bool> takes)
    {
        var server = Conforming(match => takes(match) || match.Contains("seen", StringComparison.Ordinal));
        using var store = Open(server);
        (await store.PutBytes(Course, "a.md", [1], PutCondition.Matches("seen"), CancellationToken.None)).ShouldBe(PutOutcome.Stored);
        return server.Puts[^1].Split(' ')[1];
    }

    static PutServer Conforming(Func<string, bool> takes)
    {
        var created = new HashSet<string>(StringComparer.Ordinal);
        PutServer? server = null;
        return server = new((match, none) =>
            (none is null || created.Add(server!.Puts[^1])) && (match is null || takes(match)) ? HttpStatusCode.OK : HttpStatusCode.PreconditionFailed);
    }

    static async Task<string> Refusal(Func<string?, string?, HttpStatusCode> put)
    {
        using var store = Open(new PutServer(put));
        var unusable = await Should.ThrowAsync<StoreUnusableException>(() => store.PutBytes(Course, "a.md", [1], PutCondition.Absent, CancellationToken.None));
        unusable.Message.ShouldContain("'courses' at http://s3.test/");
        unusable.Remedy.ShouldContain("conditional writes");
        unusable.Passing.ShouldBeFalse();
        return unusable.Message;
    }

    static S3Store Open(HttpMessageHandler server) => new(Options, TimeProvider.System, new BasicAWSCredentials("access", "secret"), server);
}
