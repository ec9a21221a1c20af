namespace CourseGen.Documents.Diagrams;

/// <summary>
/// The order of cells within each layer so that few edges cross: barycentres, swept forth and back, then swaps of neighbours. It
/// depends on the graph alone, so it is found once for all sizes and directions.
/// </summary>
sealed class LayerOrder
{
    const int Sweeps = 12;

    /// <summary>By layer: which cell, in the order of making, comes first, second, …</summary>
    int[][] _cells;
    /// <summary>By layer: from which cell to which cell of the next one.</summary>
    readonly (int From, int To)[][] _links;

    LayerOrder(LayeredGraph graph)
    {
        var numbers = graph.Layers.SelectMany(layer => layer.Index()).ToDictionary(cell => cell.Item, cell => cell.Index);
        _cells = [.. graph.Layers.Select(layer => Enumerable.Range(0, layer.Count).ToArray())];
        _links = [.. graph.Layers.Select(layer =>
            layer.SelectMany(cell => cell.Out).Select(link => (numbers[link.From], numbers[link.To])).ToArray())];
    }

    public static LayerOrder Of(DiagramGraph graph)
    {
        var order = new LayerOrder(new LayeredGraph(graph, [.. graph.Nodes.Select(node => new SizedNode(node, new LabelText([]), 0, 0))], right: true));
        order.Find();
        return order;
    }

    public void Apply(LayeredGraph graph)
    {
        foreach (var (layer, cells) in graph.Layers.Zip(_cells))
        {
            Cell[] made = [.. layer];
            layer.Clear();
            layer.AddRange(cells.Select(cell => made[cell]));
        }
    }

    void Find()
    {
        var best = Copy();
        var fewest = Crossings();
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            var forth = sweep % 2 == 0;
            for (var i = 1; i < _cells.Length; i++)
                SortByBarycentre(forth ? i : _cells.Length - 1 - i, forth);
            SwapNeighbours();
            if (Crossings() is var crossings && crossings < fewest)
                (best, fewest) = (Copy(), crossings);
        }
        _cells = best;
    }

    int[][] Copy() => [.. _cells.Select(layer => layer.ToArray())];

    void SortByBarycentre(int layer, bool forth)
    {
        var beside = Positions(forth ? layer - 1 : layer + 1);
        var own = Positions(layer);
        _cells[layer] = [.. _cells[layer].OrderBy(cell =>
        {
            var neighbours = forth
                ? _links[layer - 1].Where(link => link.To == cell).Select(link => beside[link.From])
                : _links[layer].Where(link => link.From == cell).Select(link => beside[link.To]);
            return neighbours.DefaultIfEmpty(own[cell]).Average();
        })];
    }

    void SwapNeighbours()
    {
        for (var layer = 0; layer < _cells.Length; layer++)
        {
            var cells = _cells[layer];
            for (var i = 1; i < cells.Length; i++)
            {
                var before = CrossingsAround(layer);
                (cells[i - 1], cells[i]) = (cells[i], cells[i - 1]);
                if (CrossingsAround(layer) >= before)
                    (cells[i - 1], cells[i]) = (cells[i], cells[i - 1]);
            }
        }
    }

    int[] Positions(int layer)
    {
        var positions = new int[_cells[layer].Length];
        for (var i = 0; i < positions.Length; i++)
            positions[_cells[layer][i]] = i;
        return positions;
    }

    int Crossings() => Enumerable.Range(0, _cells.Length - 1).Sum(CrossingsAfter);

    int CrossingsAround(int layer) => (layer > 0 ? CrossingsAfter(layer - 1) : 0) + (layer < _cells.Length - 1 ? CrossingsAfter(layer) : 0);

    int CrossingsAfter(int layer)
    {
        var (from, to, links) = (Positions(layer), Positions(layer + 1), _links[layer]);
        var count = 0;
        for (var a = 0; a < links.Length; a++)
        {
            for (var b = 0; b < a; b++)
                count += (from[links[a].From] - from[links[b].From]) * (to[links[a].To] - to[links[b].To]) < 0 ? 1 : 0;
        }
        return count;
    }
}
