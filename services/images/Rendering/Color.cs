using System.Runtime.InteropServices;

namespace CourseGen.Images.Rendering;

[StructLayout(LayoutKind.Auto)]
readonly record struct Color(byte R, byte G, byte B)
{
    public static readonly Color White = new(255, 255, 255);

    /// <param name="rgb">For example <c>0x003366</c>.</param>
    public static Color Of(int rgb) => new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);

    public int Rgb => (R << 16) | (G << 8) | B;

    public string Hex => $"#{Rgb:X6}";

    /// <param name="share">0 gives this color, 1 the other one.</param>
    public Color Towards(Color other, double share) =>
        new(Mix(R, other.R, share), Mix(G, other.G, share), Mix(B, other.B, share));

    static byte Mix(byte from, byte to, double share) => (byte)(from + (to - from) * share + 0.5);
}

/// <summary>What an area is filled with: one color, or a vertical gradient over the area's height.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Paint(Color Top, Color Bottom, double Opacity)
{
    public static Paint Flat(Color color, double opacity = 1) => new(color, color, opacity);

    public bool IsFlat => Top == Bottom;
}
