using System.Text;
using CourseGen.Models.Testing;
using CourseGen.Storage;

namespace CourseGen.Models.PaidOnce;

public sealed class ArtifactMakerTests : IDisposable
{
    readonly TestStore _store = new();
    readonly ScriptedModel _model = new();
    readonly Pod _pod;

    public ArtifactMakerTests() => _pod = new(_store, _model, new FakeTime());

    public void Dispose()
    {
        _pod.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task An_artifact_that_is_not_there_is_paid_for_and_stored_with_what_it_cost()
    {
        var unit = Pod.Unit();

        var made = await _pod.Write(unit);

        (made.Reused, Encoding.UTF8.GetString(made.Bytes.Span), _model.Calls).ShouldBe((false, "answer 1", 1));
        var stored = (await _store.Look(Pod.Key)).ShouldNotBeNull();
        stored.MadeAs(Pod.Made).ShouldBeTrue();
        made.Artifact.ShouldBe(new(Pod.Key, stored.Sha256, 8));
        stored.Metadata!.Model.ShouldBe(ScriptedModel.Ref);
        stored.Metadata.Calls.ShouldBe(unit.Calls);
        stored.Metadata.Payment!.Calls.ShouldBe(unit.Calls);
        unit.Calls.ShouldBe([new(ScriptedModel.Ref, 100, 20, 0, 0, 0)]);
    }

    [Fact]
    public async Task An_artifact_of_the_same_making_is_reused_without_a_call()
    {
        await _store.Keep(Pod.Key, "kept", Pod.Made);
        var unit = Pod.Unit();

        var made = await _pod.Write(unit);

        (made.Reused, Encoding.UTF8.GetString(made.Bytes.Span), _model.Calls, unit.Calls.Count).ShouldBe((true, "kept", 0, 0));
    }

    [Fact]
    public async Task An_artifact_of_another_making_is_made_anew_and_its_old_bytes_are_kept()
    {
        await _store.Keep(Pod.Key, "old", "f0");

        var made = await _pod.Write();

        made.Reused.ShouldBeFalse();
        (await _store.Text(Pod.Key)).ShouldBe("answer 1");
        (await _store.Text($"versions/{Pod.Key}.1")).ShouldBe("old");
    }

    [Fact]
    public async Task An_artifact_edited_by_hand_is_kept_and_used_downstream()
    {
        await _store.Keep(Pod.Key, "made", "f0");
        _store.EditByHand(Pod.Key, "edited");

        var made = await _pod.Write();

        (made.Reused, Encoding.UTF8.GetString(made.Bytes.Span), made.Fingerprint, _model.Calls).ShouldBe((true, "edited", Pod.Made, 0));
        made.Artifact.Sha256.ShouldBe(Fingerprint.Sha256("edited"u8));
    }

    [Fact]
    public async Task A_forced_unit_replaces_even_what_was_edited_by_hand_and_keeps_the_edited_bytes()
    {
        await _store.Keep(Pod.Key, "made", "f0");
        _store.EditByHand(Pod.Key, "edited");

        await _pod.Write(Pod.Unit(force: true));

        (await _store.Text(Pod.Key)).ShouldBe("answer 1");
        (await _store.Text($"versions/{Pod.Key}.1")).ShouldBe("edited");
    }

    [Fact]
    public async Task Versions_are_numbered_and_a_version_kept_by_a_killed_process_is_not_kept_twice()
    {
        await _store.Keep($"versions/{Pod.Key}.1", "older", "");
        await _store.Keep($"versions/{Pod.Key}.2", "old", "");
        await _store.Keep(Pod.Key, "old", "f0");

        await _pod.Write();
        await _pod.Write(fingerprint: "f2");

        (await _store.Keys("versions/")).ShouldBe([$"versions/{Pod.Key}.1", $"versions/{Pod.Key}.2", $"versions/{Pod.Key}.3"]);
        (await _store.Text($"versions/{Pod.Key}.3")).ShouldBe("answer 1");
    }

    [Fact]
    public async Task A_race_lost_to_an_equal_artifact_takes_the_winners()
    {
        BeforeFirstPutOfTheArtifact(() => _store.Keep(Pod.Key, "winner", Pod.Made));

        var made = await _pod.Write();

        (made.Reused, Encoding.UTF8.GetString(made.Bytes.Span), _model.Calls).ShouldBe((true, "winner", 1));
    }

    [Fact]
    public async Task After_a_conflict_the_table_is_read_again_and_nothing_is_paid_twice()
    {
        BeforeFirstPutOfTheArtifact(() => _store.Keep(Pod.Key, "other", "f0"));

        var made = await _pod.Write();

        (made.Reused, _model.Calls, await _store.Text(Pod.Key), await _store.Text($"versions/{Pod.Key}.1")).ShouldBe((false, 1, "answer 1", "other"));
    }

    [Fact]
    public async Task An_edit_made_while_the_model_was_writing_is_kept()
    {
        await _store.Keep(Pod.Key, "old", "f0");
        BeforeFirstPutOfTheArtifact(() =>
        {
            _store.EditByHand(Pod.Key, "edited");
            return Task.CompletedTask;
        });

        var made = await _pod.Write();

        (made.Reused, Encoding.UTF8.GetString(made.Bytes.Span), await _store.Text(Pod.Key)).ShouldBe((true, "edited", "edited"));
    }

    [Fact]
    public async Task A_forced_unit_that_was_made_is_not_paid_for_again_by_a_second_delivery()
    {
        await _pod.Write(Pod.Unit(force: true));

        (await _pod.Write(Pod.Unit(force: true))).Reused.ShouldBeFalse();
        _model.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task What_costs_nothing_is_built_once_without_claim_or_model()
    {
        var builds = 0;
        Task<byte[]> Build(CancellationToken token) => Task.FromResult(Encoding.UTF8.GetBytes($"built {++builds}"));

        var first = await _pod.Maker.Build(Pod.Unit(calls: 0), "book/tides_complete.md", Pod.Made, Build, default);
        var second = await _pod.Maker.Build(Pod.Unit(calls: 0), "book/tides_complete.md", Pod.Made, Build, default);
        var later = await _pod.Maker.Build(Pod.Unit(calls: 0, reservation: Guid.AllBitsSet), "book/tides_complete.md", Pod.Made, Build, default);

        (first.Reused, second.Reused, later.Reused, builds).ShouldBe((false, false, true, 1));
        second.Artifact.ShouldBe(first.Artifact);
        second.Bytes.ToArray().ShouldBe(first.Bytes.ToArray());
        (await _store.Keys(".coursegen/")).ShouldBeEmpty();
        (await _store.Look("book/tides_complete.md"))!.Metadata!.Calls.ShouldBeNull();
    }

    void BeforeFirstPutOfTheArtifact(Func<Task> what)
    {
        var puts = 0;
        _store.BeforePut = key => key == Pod.Key && puts++ == 0 ? what() : Task.CompletedTask;
    }
}
