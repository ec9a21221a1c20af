using System.Text.Json.Nodes;
using CourseGen.Deploy.Manifests;
using CourseGen.Deploy.Rules;

namespace CourseGen.Deploy;

public sealed class BrokerDefinitionsTests
{
    static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "rabbitmq", "definitions.json"));

    [Fact]
    public void The_definitions_are_about_the_queues_of_the_code() => QueueRule.Faults(JsonNode.Parse(Text)!).ShouldBeEmpty();

    [Theory]
    [InlineData("policies/0/pattern", "\"^coursegen\\\\.work\"", "no policy limits the deliveries of coursegen.start")]
    [InlineData("policies/0/pattern", "\"^coursegen\"", "covers coursegen.dead")]
    [InlineData("policies/0/definition/dead-letter-exchange", null, "then drops the message")]
    [InlineData("policies/0/definition/dead-letter-exchange", "\"dead\"", "sends dead letters to dead, which is no exchange here")]
    [InlineData("queues/0/name", "\"coursegen.lesson\"", "coursegen.lesson is no queue of the code")]
    [InlineData("bindings/0/destination", "\"coursegen.deads\"", "coursegen.deads is no queue of the code")]
    public void A_defect_in_the_definitions_is_found(string path, string? value, string fault)
    {
        var definitions = JsonNode.Parse(Text)!;
        definitions.Set(path, value is null ? null : JsonNode.Parse(value));

        QueueRule.Faults(definitions).ShouldContain(found => found.Contains(fault));
    }
}
