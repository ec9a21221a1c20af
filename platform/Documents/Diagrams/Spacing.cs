using System.Runtime.InteropServices;

namespace CourseGen.Documents.Diagrams;

/// <summary>A wish for a place on a line, with its weight.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Wish(double Place, double Weight);

/// <summary>
/// Places in a row that keep their distances and are nearest to what is wished: least squares under order, solved exactly by
/// pooling neighbours that would come too close (the pool-adjacent-violators algorithm).
/// </summary>
static class Spacing
{
    /// <param name="distances">The least distance of each place to the one before it; the first is not read.</param>
    public static double[] Solve(IReadOnlyList<Wish> wishes, IReadOnlyList<double> distances)
    {
        var offsets = new double[wishes.Count];
        for (var i = 1; i < offsets.Length; i++)
            offsets[i] = offsets[i - 1] + distances[i];
        var blocks = new List<(double Sum, double Weight, int Count)>();
        for (var i = 0; i < wishes.Count; i++)
        {
            var (place, weight) = wishes[i];
            blocks.Add(((place - offsets[i]) * weight, weight, 1));
            while (blocks.Count > 1 && blocks[^2].Sum / blocks[^2].Weight > blocks[^1].Sum / blocks[^1].Weight)
            {
                var (last, before) = (blocks[^1], blocks[^2]);
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add((last.Sum + before.Sum, last.Weight + before.Weight, last.Count + before.Count));
            }
        }
        var places = blocks.SelectMany(block => Enumerable.Repeat(block.Sum / block.Weight, block.Count)).ToArray();
        for (var i = 0; i < places.Length; i++)
            places[i] += offsets[i];
        return places;
    }
}
