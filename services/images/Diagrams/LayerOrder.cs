namespace CourseGen.Images.Diagrams;

/// <summary>Orders the cells within each layer so that few edges cross: barycentres, swept forth and back, then swaps of neighbours.</summary>
static class LayerOrder
{
    const int Sweeps = 16;

    public static void Arrange(LayeredGraph graph)
    {
        var layers = graph.Layers;
        var best = Snapshot(layers);
        var fewest = Crossings(layers);
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            var forth = sweep % 2 == 0;
            for (var i = 1; i < layers.Count; i++)
                SortByBarycentre(layers, forth ? i : layers.Count - 1 - i, forth);
            SwapNeighbours(layers);
            if (Crossings(layers) is var crossings && crossings < fewest)
                (best, fewest) = (Snapshot(layers), crossings);
        }
        for (var i = 0; i < layers.Count; i++)
        {
            layers[i].Clear();
            layers[i].AddRange(best[i]);
        }
    }

    static List<Cell[]> Snapshot(IReadOnlyList<List<Cell>> layers) => [.. layers.Select(layer => layer.ToArray())];

    static void SortByBarycentre(IReadOnlyList<List<Cell>> layers, int layer, bool forth)
    {
        var beside = Positions(layers[forth ? layer - 1 : layer + 1]);
        var own = Positions(layers[layer]);
        var sorted = layers[layer].OrderBy(cell =>
        {
            var neighbours = forth ? cell.In.Select(link => beside[link.From]) : cell.Out.Select(link => beside[link.To]);
            return neighbours.DefaultIfEmpty(own[cell]).Average();
        }).ToList();
        layers[layer].Clear();
        layers[layer].AddRange(sorted);
    }

    static void SwapNeighbours(IReadOnlyList<List<Cell>> layers)
    {
        foreach (var layer in layers)
        {
            for (var i = 1; i < layer.Count; i++)
            {
                var before = Crossings(layers);
                (layer[i - 1], layer[i]) = (layer[i], layer[i - 1]);
                if (Crossings(layers) >= before)
                    (layer[i - 1], layer[i]) = (layer[i], layer[i - 1]);
            }
        }
    }

    static Dictionary<Cell, int> Positions(List<Cell> layer) => layer.Index().ToDictionary(cell => cell.Item, cell => cell.Index);

    static int Crossings(IReadOnlyList<List<Cell>> layers)
    {
        var count = 0;
        for (var i = 1; i < layers.Count; i++)
        {
            var (from, to) = (Positions(layers[i - 1]), Positions(layers[i]));
            var links = layers[i - 1].SelectMany(cell => cell.Out).Select(link => (From: from[link.From], To: to[link.To])).ToArray();
            for (var a = 0; a < links.Length; a++)
            {
                for (var b = 0; b < a; b++)
                    count += (links[a].From - links[b].From) * (links[a].To - links[b].To) < 0 ? 1 : 0;
            }
        }
        return count;
    }
}
