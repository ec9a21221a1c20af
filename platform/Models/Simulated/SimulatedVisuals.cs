using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.Models.Simulated;

/// <summary>The visuals of a lesson: mostly diagrams of three to six nodes, about one in five an artistic image.</summary>
static class SimulatedVisuals
{
    const int MaxAltText = 250;

    public static object Plan(Brief brief)
    {
        var voice = new Voice(brief, markdown: false);
        return new { Visuals = brief.Visuals.Select((visual, index) => Visual(voice, brief, visual, index)).ToList() };
    }

    static object Visual(Voice voice, Brief brief, BriefVisual visual, int index)
    {
        var topics = brief.Topics.Count > 0 ? brief.Topics : [brief.LessonTitle ?? brief.CourseTitle];
        voice.About(topics[Math.Min(index * topics.Count / brief.Visuals.Count, topics.Count - 1)]);
        if (voice.Number(0, 5) == 0)
            return new { visual.Id, VisualType = VisualType.ArtisticImage, EnhancedPrompt = voice.Say("art"), AltText = AltText(visual.Description) };
        var diagram = Diagram(voice, Voice.Short(topics[index % topics.Count]));
        voice["labels"] = string.Join(", ", diagram.Nodes.Select(node => node.Label));
        (voice["a"], voice["b"], voice["z"]) = (diagram.Nodes[0].Label, diagram.Nodes[1].Label, diagram.Nodes[^1].Label);
        return new { visual.Id, VisualType = VisualType.Diagram, EnhancedPrompt = voice.Say("design"), AltText = AltText(voice.Say("alt")), Diagram = diagram };
    }

    static string AltText(string sentence) => Prose.Clip($"{sentence}.", MaxAltText);

    static Diagram Diagram(Voice voice, string subject)
    {
        var count = voice.Number(3, 7);
        var shape = voice.Number(0, 5);
        List<DiagramNode> nodes = [new("a", subject, NodeShape.Round), .. Enumerable.Range(1, count - 1).Select(number => shape == 2 && number == 1
            ? new DiagramNode(Id(number), voice.Say("asks"), NodeShape.Diamond)
            : new DiagramNode(Id(number), voice.Say("node"), number == count - 1 ? NodeShape.Note : NodeShape.Box))];
        var edges = shape switch
        {
            0 => Chain(voice, count),
            1 => [.. Chain(voice, count), new DiagramEdge(Id(count - 1), "a", voice.Say("link"))],
            2 => Decision(voice, count),
            3 => [.. Enumerable.Range(1, count - 1).Select(number => new DiagramEdge("a", Id(number), voice.Say("link")))],
            _ => Enumerable.Range(1, count - 2).SelectMany(number =>
                new[] { new DiagramEdge("a", Id(number), voice.Say("link")), new DiagramEdge(Id(number), Id(count - 1)) }),
        };
        return new Diagram(shape is 2 or 3 ? DiagramDirection.Down : DiagramDirection.Right, nodes, [.. edges]);
    }

    static IEnumerable<DiagramEdge> Chain(Voice voice, int count) =>
        Enumerable.Range(1, count - 1).Select(number => new DiagramEdge(Id(number - 1), Id(number), number % 2 == 1 ? voice.Say("link") : null));

    /// <summary>Node b asks; the others are its answers, in turn yes and no.</summary>
    static IEnumerable<DiagramEdge> Decision(Voice voice, int count) =>
        Enumerable.Range(2, count - 2)
            .Select(number => number < 4 ? new DiagramEdge("b", Id(number), voice.Say(number == 2 ? "yes" : "no")) : new DiagramEdge(Id(number - 2), Id(number)))
            .Prepend(new DiagramEdge("a", "b"));

    static string Id(int number) => ((char)('a' + number)).ToString();
}
