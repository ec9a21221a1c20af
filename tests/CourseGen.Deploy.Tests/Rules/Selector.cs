using System.Text.Json.Nodes;
using CourseGen.Deploy.Manifests;

namespace CourseGen.Deploy.Rules;

/// <summary>A label selector as Kubernetes reads it: an empty one selects everything.</summary>
static class Selector
{
    public static bool Selects(this JsonNode? selector, IReadOnlyDictionary<string, string> labels) =>
        selector.Map("matchLabels").All(label => labels.GetValueOrDefault(label.Key) == label.Value)
        && selector.Each("matchExpressions").All(expression => Holds(expression, labels));

    /// <summary>A Service's selector is a plain map.</summary>
    public static bool SelectedBy(this Workload workload, KubernetesObject service) =>
        service.Json.Map("spec/selector").All(label => workload.Labels.GetValueOrDefault(label.Key) == label.Value);

    static bool Holds(JsonNode expression, IReadOnlyDictionary<string, string> labels)
    {
        var value = labels.GetValueOrDefault(expression.Text("key"));
        var values = expression.Each("values").Select(item => item.ToString());
        return expression.Text("operator") switch
        {
            "In" => value is not null && values.Contains(value),
            "NotIn" => value is null || !values.Contains(value),
            "Exists" => value is not null,
            "DoesNotExist" => value is null,
            var other => throw new InvalidOperationException($"No selector knows the operator '{other}'."),
        };
    }
}
