using CourseGen.Contracts;

namespace CourseGen.Storage;

public sealed class FingerprintTests
{
    static readonly WorkUnit Unit = new("01-01", 1, "basis", 0, Force: false);

    [Fact]
    public void It_changes_with_kind_basis_generation_and_upstream()
    {
        string[] all = [
            Fingerprint.Of(WorkKind.Lesson, Unit), Fingerprint.Of(WorkKind.Slides, Unit), Fingerprint.Of(WorkKind.Lesson, Unit with { Basis = "other" }),
            Fingerprint.Of(WorkKind.Lesson, Unit with { Generation = 1 }), Fingerprint.Of(WorkKind.Lesson, Unit, "a"), Fingerprint.Of(WorkKind.Lesson, Unit, "a", "b"),
            Fingerprint.Of(WorkKind.Lesson, Unit, "b", "a")];

        all.ShouldBeUnique();
        all.ShouldAllBe(fingerprint => fingerprint.Length == 64);
    }

    [Fact]
    public void It_does_not_change_with_attempt_or_force() =>
        Fingerprint.Of(WorkKind.Lesson, Unit with { Attempt = 3, Force = true }).ShouldBe(Fingerprint.Of(WorkKind.Lesson, Unit));

    [Fact]
    public void A_basis_tells_its_parts_apart()
    {
        string[] all = [Fingerprint.Basis("ab", "c"), Fingerprint.Basis("a", "bc"), Fingerprint.Basis("abc"), Fingerprint.Basis("abc", null), Fingerprint.Basis("abc", ""), Fingerprint.Basis("ab\n1:c")];

        all.ShouldBeUnique();
    }
}
