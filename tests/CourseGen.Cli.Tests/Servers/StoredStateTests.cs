using CourseGen.Cli.Servers;
using CourseGen.Cli.Tests.Output;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;

namespace CourseGen.Cli.Tests.Servers;

public sealed class StoredStateTests
{
    [Theory]
    [InlineData("completed", typeof(CourseCompleted))]
    [InlineData("completed_with_gaps", typeof(CourseCompletedWithGaps))]
    [InlineData("paused", typeof(CoursePaused))]
    [InlineData("cancelled", typeof(CourseCancelled))]
    [InlineData("failed", typeof(CourseFailed))]
    public void A_manifest_of_the_last_revision_tells_how_it_ended(string status, Type end) =>
        new StoredState(Manifest(status, revision: 2), Revision: 2).End(Events.Location).ShouldBeOfType(end);

    [Fact]
    public void A_manifest_of_an_earlier_revision_tells_nothing()
    {
        var state = new StoredState(Manifest("completed", revision: 1), Revision: 2);
        (state.ManifestIsOld, state.End(Events.Location)).ShouldBe((true, null));
    }

    [Fact]
    public void Without_a_manifest_nothing_has_ended() => new StoredState(Manifest: null, Revision: 1).End(Events.Location).ShouldBeNull();

    static CourseManifest Manifest(string status, int revision)
    {
        var none = new MadeCount(0, 0, 0);
        return new CourseManifest
        {
            Title = "T",
            ProjectFolder = "folder",
            Language = "en",
            Revision = revision,
            Status = status,
            Simulated = true,
            StartedAt = DateTimeOffset.UnixEpoch,
            WrittenAt = DateTimeOffset.UnixEpoch,
            Totals = Events.Totals(),
            Counts = new ManifestCounts(none, none, none, none, none),
            Images = new ImageResult(200, new ImageStatistics(0, 0, 0, 0, 0, "100.0%"), []),
            Artifacts = [],
            Gaps = [],
        };
    }
}
