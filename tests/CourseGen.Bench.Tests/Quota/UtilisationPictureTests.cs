using System.Xml.Linq;
using CourseGen.BedrockSim.Quota;
using CourseGen.BedrockSim.Report;
using CourseGen.Bench.Quota;

namespace CourseGen.Bench.Tests.Quota;

public sealed class UtilisationPictureTests
{
    const long TokensPerMinute = 100_000;

    [Fact]
    public void A_minute_that_charges_half_of_the_refill_uses_half()
    {
        var used = UtilisationPicture.Utilisation(Run("ours", minutes: 4, chargedPerMinute: 50_000));
        used.Count.ShouldBe(4);
        used.ShouldAllBe(point => Math.Abs(point.Y - 0.5) < 1e-9);
    }

    [Fact]
    public void The_last_part_of_a_minute_counts_by_its_length()
    {
        var used = UtilisationPicture.Utilisation(Run("ours", minutes: 2.5, chargedPerMinute: 100_000));
        used[^1].ShouldBe((2.25, 1.0));
    }

    [Fact]
    public void A_run_that_lasts_far_longer_than_ours_is_cut_off_and_says_when_it_ended()
    {
        var picture = UtilisationPicture.Draw([Run("ours", 4, 90_000), Run("rival", 40, 9_000)]);
        XDocument.Parse(picture).Root!.Value.ShouldContain("rival (ends after 40 min)");
        picture.ShouldContain(">6<", Case.Sensitive, "the axis of minutes");
        picture.ShouldNotContain("20 min", Case.Sensitive, "it ends with ours and a little");
    }

    static QuotaRun Run(string name, double minutes, double chargedPerMinute)
    {
        var series = Enumerable.Range(0, (int)(minutes * 6) + 1).Select(step => new Sample(30 + (step * 10), 20_000, 0, 2, chargedPerMinute * step / 6)).ToList();
        var text = new ModelReport { Model = SimulatorProcess.Model, First = 30, Last = 30 + (minutes * 60), Series = series };
        var report = new SimulatorReport(1, 20, "progressive", "bucket", minutes * 60, [text]);
        return new QuotaRun(name, BenchmarkCourse.Short, new Scenario(TokensPerMinute, Settlement.Progressive, 1, new Compression(20)), report);
    }
}
