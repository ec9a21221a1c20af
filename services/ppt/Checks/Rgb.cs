using System.Globalization;
using System.Runtime.InteropServices;

namespace CourseGen.Ppt.Checks;

/// <summary>A colour in sRGB; each channel from 0 to 1.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Rgb(double Red, double Green, double Blue)
{
    /// <returns>Null when it is not <c>RRGGBB</c>.</returns>
    internal static Rgb? Parse(string? hex) =>
        hex is { Length: 6 } && int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Rgb((value >> 16) / 255.0, ((value >> 8) & 0xFF) / 255.0, (value & 0xFF) / 255.0)
            : null;

    /// <summary>Between 1 and 21, as WCAG 2.2 defines it.</summary>
    internal double ContrastTo(Rgb other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>In the colour's linear light.</summary>
    internal Rgb Mixed(Rgb other, double share) => new(
        Gamma((Linear(Red) * (1 - share)) + (Linear(other.Red) * share)),
        Gamma((Linear(Green) * (1 - share)) + (Linear(other.Green) * share)),
        Gamma((Linear(Blue) * (1 - share)) + (Linear(other.Blue) * share)));

    /// <summary>Saturation and luminance (each 0 to 1) times a factor and plus an offset, the hue kept.</summary>
    internal Rgb Shifted(double saturationFactor, double saturationOffset, double luminanceFactor, double luminanceOffset)
    {
        var (most, least) = (Math.Max(Red, Math.Max(Green, Blue)), Math.Min(Red, Math.Min(Green, Blue)));
        var (luminance, spread) = ((most + least) / 2, most - least);
        var saturation = spread == 0 ? 0 : spread / (1 - Math.Abs((2 * luminance) - 1));
        var (newSaturation, newLuminance) = (
            Math.Clamp((saturation * saturationFactor) + saturationOffset, 0, 1), Math.Clamp((luminance * luminanceFactor) + luminanceOffset, 0, 1));
        var newSpread = (1 - Math.Abs((2 * newLuminance) - 1)) * newSaturation;
        return new Rgb(Channel(Red), Channel(Green), Channel(Blue));

        double Channel(double value) => Math.Clamp(newLuminance - (newSpread / 2) + (spread == 0 ? newSpread / 2 : (value - least) / spread * newSpread), 0, 1);
    }

    public override string ToString() => $"#{Byte(Red):X2}{Byte(Green):X2}{Byte(Blue):X2}";

    double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    static int Byte(double channel) => (int)Math.Round(channel * 255);

    static double Linear(double channel) => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);

    static double Gamma(double channel) => channel <= 0.0031308 ? channel * 12.92 : (1.055 * Math.Pow(channel, 1 / 2.4)) - 0.055;
}
