namespace CourseGen.Ppt.Tests.Testing;

/// <summary>How much two pictures differ.</summary>
/// <param name="Mean">Of 255, over all pixels and channels: another version of LibreOffice, or of a font, softens edges in another way.</param>
/// <param name="Share">Of the pixels, those that differ clearly: a word that wraps elsewhere moves lines.</param>
sealed record Unlikeness(double Mean, double Share)
{
    const int Clear = 96;

    /// <summary>The pictures are of one size.</summary>
    internal static Unlikeness Of(Raster one, Raster other)
    {
        (other.Width, other.Height).ShouldBe((one.Width, one.Height));
        var (sum, clear) = (0L, 0);
        foreach (var (first, second) in one.Pixels.Zip(other.Pixels))
        {
            var (red, green, blue) = (Apart(first, second, 16), Apart(first, second, 8), Apart(first, second, 0));
            sum += red + green + blue;
            clear += Math.Max(red, Math.Max(green, blue)) > Clear ? 1 : 0;
        }
        return new Unlikeness(sum / (3.0 * one.Pixels.Length), (double)clear / one.Pixels.Length);
    }

    internal bool IsMoreThan(double mean, double share) => Mean > mean || Share > share;

    public override string ToString() => $"differs by {Mean:0.0} of 255 on average, clearly in {Share:0.0%} of the pixels";

    static int Apart(int first, int second, int shift) => Math.Abs(((first >> shift) & 0xFF) - ((second >> shift) & 0xFF));
}
