using System.Text.Json.Nodes;

namespace CourseGen.Hosting;

/// <summary><c>deploy/rabbitmq/definitions.json</c> (policies, dead letters), as it was when this was built.</summary>
public static class BrokerDefinitions
{
    /// <summary>For the default virtual host, which the file names, for brokers that load it at boot.</summary>
    public static string Text { get; } = Read();

    /// <summary>For whichever virtual host it is imported into.</summary>
    internal static JsonObject OfOneVirtualHost()
    {
        var definitions = JsonNode.Parse(Text)!.AsObject();
        foreach (var entry in definitions.SelectMany(section => section.Value as JsonArray ?? []).OfType<JsonObject>())
            entry.Remove("vhost");
        return definitions;
    }

    static string Read()
    {
        using var file = new StreamReader(typeof(BrokerDefinitions).Assembly.GetManifestResourceStream("definitions.json")!);
        return file.ReadToEnd();
    }
}
