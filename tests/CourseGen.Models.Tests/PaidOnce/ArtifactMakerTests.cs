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
}
