namespace CourseGen.Planner.Outlines;

/// <summary>A place in the file, both from 1.</summary>
sealed record Place(int Line, int Column)
{
    public static readonly Place Start = new(1, 1);
}

/// <summary>A YAML node that has passed the guards: no anchor, no alias, no tag, at most 32 levels.</summary>
abstract record Node(Place At)
{
    /// <summary>What a fault says stands here.</summary>
    public abstract string Described { get; }
}

/// <param name="IsPlain">Without quotes, and not a block.</param>
sealed record ScalarNode(Place At, string Value, bool IsPlain) : Node(At)
{
    /// <summary>Nothing is written, or YAML's null.</summary>
    public bool IsNull => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";
    public override string Described => IsNull || string.IsNullOrWhiteSpace(Value) ? "empty" : Excerpt.Of(Value);
}

sealed record SequenceNode(Place At, IReadOnlyList<Node> Items) : Node(At)
{
    public override string Described => "a list";
}

sealed record MappingNode(Place At, IReadOnlyList<MappingEntry> Entries) : Node(At)
{
    public override string Described => "a mapping";
}

/// <summary>Stands where something was refused and reported already, so that nothing further is said about it.</summary>
sealed record RefusedNode(Place At) : Node(At)
{
    public override string Described => "refused";
}

/// <param name="At">Of the key.</param>
sealed record MappingEntry(string Key, Place At, Node Value);
