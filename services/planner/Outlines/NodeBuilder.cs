namespace CourseGen.Planner.Outlines;

/// <summary>Puts nodes together in the order a parser meets them.</summary>
sealed class NodeBuilder
{
    readonly Stack<OpenNode> _open = [];
    readonly List<(Place At, string Message)> _faults = [];
    bool _started;

    public Node? Root { get; private set; }
    public IReadOnlyList<(Place At, string Message)> Faults => _faults;
    /// <summary>Nothing that follows can change the tree.</summary>
    public bool IsDone { get; private set; }

    public void StartDocument(Place at)
    {
        if (_started)
        {
            Refuse(at, "a second document begins here, expected one document in the file");
            IsDone = true;
        }
        _started = true;
    }

    public void EndStream()
    {
        if (Root is null or ScalarNode { IsNull: true })
        {
            Root = null;
            Refuse(Place.Start, "the outline is empty, expected \"course:\" with a title and modules");
        }
        IsDone = true;
    }

    public void Refuse(Place at, string message) => _faults.Add((at, message));

    public void Open(Place at, bool isMapping)
    {
        if (_open.Count == NodeTree.MaxDepth)
        {
            Refuse(at, $"the outline nests deeper than {NodeTree.MaxDepth} levels, expected course, modules, lessons, topics and labs");
            IsDone = true;
            return;
        }
        // The parser places a mapping without braces in a bracketed list ("[a: b]") at the start of the file
        var isMisplaced = _open.Count > 0 && at == Place.Start;
        _open.Push(isMapping ? new OpenMapping(at, isMisplaced, Refuse) : new OpenSequence(at));
    }

    public void Close() => Add(_open.Pop().ToNode());

    public void Add(Node node)
    {
        if (_open.TryPeek(out var parent))
            parent.Add(node);
        else
            Root = node;
    }

    abstract class OpenNode(Place at)
    {
        protected Place At { get; } = at;
        public abstract void Add(Node node);
        public abstract Node ToNode();
    }

    sealed class OpenSequence(Place at) : OpenNode(at)
    {
        readonly List<Node> _items = [];

        public override void Add(Node node) => _items.Add(node);

        public override Node ToNode() => new SequenceNode(At, _items);
    }

    sealed class OpenMapping(Place at, bool isMisplaced, Action<Place, string> refuse) : OpenNode(at)
    {
        readonly List<MappingEntry> _entries = [];
        readonly Dictionary<string, Place> _keys = [];
        Node? _key;

        public override void Add(Node node)
        {
            if (_key is null)
            {
                _key = node;
                return;
            }
            AddEntry(_key, node);
            _key = null;
        }

        void AddEntry(Node key, Node value)
        {
            if (key is not ScalarNode name)
            {
                if (key is not RefusedNode)
                    refuse(key.At, $"{key.Described} stands where a field's name is expected, expected text such as \"title\"");
                return;
            }
            if (!_keys.TryAdd(name.Value, name.At))
            {
                refuse(name.At, $"{Excerpt.Of(name.Value)} is given twice, expected once (line {_keys[name.Value].Line} gives it first)");
                return;
            }
            // The parser places an absent value after its key, sometimes beyond the line's end
            _entries.Add(new MappingEntry(name.Value, name.At, value is ScalarNode { IsNull: true } absent ? absent with { At = name.At } : value));
        }

        public override Node ToNode() => new MappingNode(isMisplaced && _entries.Count > 0 ? _entries[0].At : At, _entries);
    }
}
