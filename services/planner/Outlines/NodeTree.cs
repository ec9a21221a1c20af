using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CourseGen.Planner.Outlines;

/// <summary>One YAML document as nodes, built from parser events on a stack of its own, so that no nesting can exhaust the program's.</summary>
/// <param name="Root">Null when the file is empty, malformed or too deep.</param>
/// <param name="Faults">Anchors, aliases, tags, duplicate fields and the like, and at last where the file stops being YAML.</param>
/// <param name="IsYaml">The file's syntax is right as far as it was read.</param>
sealed record NodeTree(Node? Root, IReadOnlyList<(Place At, string Message)> Faults, bool IsYaml)
{
    public const int MaxDepth = 32;

    public static NodeTree Parse(string text)
    {
        var builder = new NodeBuilder();
        var parser = new Parser(new Scanner(new StringReader(text)));
        var reached = Place.Start;
        try
        {
            // Depth is checked at each event: the scanner costs quadratic time in the depth it is let into
            while (!builder.IsDone && parser.MoveNext())
            {
                Take(builder, parser.Current!);
                reached = PlaceOf(parser.Current!.End);
            }
        }
        catch (YamlException fault)
        {
            return Malformed(YamlFault.Describe(fault, text));
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // The parser's own state gives way to "[>-]", and the framework to "\UFFFFFFFF", which it passes on
            return Malformed((reached, "what follows is not YAML, expected quotes around texts with special characters"));
        }
        return new NodeTree(builder.Root, builder.Faults, IsYaml: true);

        NodeTree Malformed((Place At, string Message) fault) => new(null, [.. builder.Faults, fault], IsYaml: false);
    }

    static void Take(NodeBuilder builder, ParsingEvent @event)
    {
        var at = PlaceOf(@event.Start);
        if (@event is NodeEvent node)
            RefuseProperties(builder, node, at);
        switch (@event)
        {
            case DocumentStart:
                builder.StartDocument(at);
                break;
            case Scalar scalar:
                builder.Add(new ScalarNode(at, scalar.Value, scalar.Style == ScalarStyle.Plain));
                break;
            case AnchorAlias:
                builder.Refuse(at, "an alias (*name) is not allowed, expected the text itself");
                builder.Add(new RefusedNode(at));
                break;
            case SequenceStart:
                builder.Open(at, isMapping: false);
                break;
            case MappingStart:
                builder.Open(at, isMapping: true);
                break;
            case SequenceEnd or MappingEnd:
                builder.Close();
                break;
            case StreamEnd:
                builder.EndStream();
                break;
        }
    }

    static void RefuseProperties(NodeBuilder builder, NodeEvent node, Place at)
    {
        if (!node.Anchor.IsEmpty)
            builder.Refuse(at, "an anchor (&name) is not allowed, expected the text to be written out where it is needed");
        if (!node.Tag.IsEmpty)
            builder.Refuse(at, "a tag (!name) is not allowed, expected plain text, lists and mappings");
    }

    static Place PlaceOf(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
