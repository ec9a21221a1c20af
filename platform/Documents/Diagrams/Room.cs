using System.Runtime.InteropServices;

namespace CourseGen.Documents.Diagrams;

/// <summary>How much roomier than necessary a layout is: factors of 1 or more for distances along its two axes.</summary>
/// <param name="Main">Along the direction of the arrows.</param>
/// <param name="LinePitch">From baseline to baseline, in em.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Room(double Main, double Cross, double LinePitch = LabelText.LinePitch)
{
    public static readonly Room Least = new(1, 1);

    /// <summary>For the padding of boxes, which grows less than the distances between them.</summary>
    public double Padding => 1 + (Math.Min(Main, Cross) - 1) / 2;
}
