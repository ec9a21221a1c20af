using CourseGen.Models.Testing;

namespace CourseGen.Models.PaidOnce;

public sealed class ModelCallLogTests : IDisposable
{
    readonly TestStore _store = new();
    readonly ScriptedModel _model = new();
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-calls-");
    readonly Pod _pod;

    public ModelCallLogTests() => _pod = new(_store, _model, new FakeTime(), new PaidOnceOptions { CallLog = LogPath });

    string LogPath => Path.Combine(_folder.FullName, "calls.jsonl");

    public void Dispose()
    {
        _pod.Dispose();
        _store.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Each_call_has_a_line_when_it_begins_and_one_when_it_ends()
    {
        await _pod.WriteAll(2, Pod.Unit());

        File.ReadAllLines(LogPath).ShouldBe([Line("began", 1), Line("ended", 1, "answered"), Line("began", 2), Line("ended", 2, "answered")]);
    }

    [Fact]
    public async Task What_is_reused_is_no_call()
    {
        await _pod.Write();
        await _pod.Write();

        File.ReadAllLines(LogPath).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_call_in_flight_has_begun_and_a_failed_one_has_ended()
    {
        var fail = new TaskCompletionSource();
        var inFlight = _model.HoldUntil(fail.Task);
        var writing = _pod.Write();
        await inFlight;

        File.ReadAllLines(LogPath).ShouldBe([Line("began", 1)]);

        fail.SetException(new HttpRequestException("cut"));
        await Should.ThrowAsync<ModelUnavailableException>(() => writing);
        File.ReadAllLines(LogPath).ShouldBe([Line("began", 1), Line("ended", 1, "failed")]);
    }

    static string Line(string what, int call, string? outcome = null) =>
        $$"""{"at":"2026-03-01T12:00:00+00:00","event":"{{what}}","item":"lesson 01-01","fingerprint":"f1","call":{{call}},"model":"scripted/writer"{{(outcome is null ? "" : $",\"outcome\":\"{outcome}\"")}}}""";
}
