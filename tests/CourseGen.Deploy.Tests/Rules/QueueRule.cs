using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CourseGen.Contracts;
using CourseGen.Deploy.Manifests;

namespace CourseGen.Deploy.Rules;

/// <summary>The broker's definitions are about the queues that the code has: each has a policy that dead-letters, and none is unknown.</summary>
static class QueueRule
{
    const string Dead = "coursegen.dead";

    static readonly IReadOnlyList<string> Queues =
        [.. typeof(QueueNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    public static IEnumerable<string> Faults(JsonNode definitions)
    {
        var limits = definitions.Each("policies").Where(policy => policy.At("definition/delivery-limit") is not null).ToList();
        foreach (var queue in Queues.Where(queue => queue != Dead && !limits.Any(policy => Covers(policy, queue))))
            yield return $"no policy limits the deliveries of {queue}";
        foreach (var policy in limits.Where(policy => Covers(policy, Dead)))
            yield return $"the policy {policy.Text("name")} covers {Dead}, which would dead-letter into itself";
        foreach (var policy in limits.Where(policy => policy.At("definition/dead-letter-exchange") is null))
            yield return $"the policy {policy.Text("name")} limits deliveries and then drops the message: it names no dead-letter-exchange";
        var named = definitions.Each("queues").Select(queue => queue.Text("name")).Concat(definitions.Each("bindings").Select(binding => binding.Text("destination")));
        foreach (var queue in named.Where(queue => queue != Dead && !Queues.Contains(queue)))
            yield return $"{queue} is no queue of the code";
        var exchanges = definitions.Each("exchanges").Select(exchange => exchange.Text("name")).ToList();
        foreach (var policy in limits.Where(policy => policy.At("definition/dead-letter-exchange") is not null && !exchanges.Contains(policy.Text("definition/dead-letter-exchange"))))
            yield return $"the policy {policy.Text("name")} sends dead letters to {policy.Text("definition/dead-letter-exchange")}, which is no exchange here";
    }

    static bool Covers(JsonNode policy, string queue) => Regex.IsMatch(queue, policy.Text("pattern"), RegexOptions.None, TimeSpan.FromSeconds(1));
}
