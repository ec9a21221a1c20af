using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using CourseGen.Contracts;
using CourseGen.Hosting;
using CourseGen.Planner;
using CourseGen.Planner.Courses;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Architecture;

/// <summary>Queues' names are the product's interface: operators, policies and senders know them.</summary>
public sealed partial class EndpointTests
{
    static readonly IReadOnlyDictionary<string, string> Names =
        typeof(QueueNames).GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);

    [Fact]
    public void Every_queues_name_is_approved() =>
        Names.Select(name => $"{name.Key} = {name.Value}").Order(StringComparer.Ordinal)
            .ShouldBe(Repository.Approved("queue-names.approved.txt"), ignoreOrder: false,
                "a queue was added, removed or renamed: messages may lie in it; approve it in queue-names.approved.txt");

    [Fact]
    public void Queues_names_are_what_the_brokers_policies_match() => Names.Values.ShouldAllBe(name => PolicyPattern().IsMatch(name));

    [Fact]
    public async Task The_services_receive_from_these_queues_each_and_from_no_other()
    {
        var model = new ModelRef("any", "any");
        var services = new ServiceCollection().AddLogging().AddSingleton(new WorkOptions())
            .AddSingleton(new PlannerOptions { TextModel = model, ImageModel = model });
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            foreach (var register in Registrations())
                register.Invoke(null, [bus]);
            bus.AddMemoryPersistence();
            bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
        });
        await using var provider = services.BuildServiceProvider();

        var endpoints = EndpointsOf(provider.GetRequiredService<IBusControl>());

        endpoints.Order(StringComparer.Ordinal).ShouldBe(Names.Values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_queues_name_is_typed_in_one_place_only() =>
        Repository.Sources.Where(source => source.IsIn("contracts", "platform", "services", "tools"))
            .Where(source => Names.Values.Any(name => source.Text.Contains($"\"{name}\"")))
            .Select(source => source.Path).ShouldBe(["contracts/QueueNames.cs"]);

    /// <summary>What the bus says of itself, apart from its own endpoint for replies.</summary>
    static IEnumerable<string> EndpointsOf(IBusControl bus) =>
        Endpoints().Matches(JsonSerializer.Serialize(bus.GetProbeResult().Results)).Select(match => match.Groups["name"].Value)
            .Where(name => !name.Contains("_bus_")).Distinct();

    /// <summary>Each service's one public way in.</summary>
    static IEnumerable<MethodInfo> Registrations()
    {
        var bus = typeof(IBusRegistrationConfigurator);
        var found = ProductAssemblies.All.SelectMany(assembly => assembly.GetExportedTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.ReturnType == bus && method.GetParameters() is [{ ParameterType: var only }] && only == bus).ToList();
        found.Count.ShouldBe(Repository.Projects.Count(project => project.Area == "services"), "each service has one public Add method");
        return found;
    }

    [GeneratedRegex(@"^coursegen\.(?!dead$)[a-z.-]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PolicyPattern();

    [GeneratedRegex(@"loopback://[^/""]+/(?<name>[^/""?]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Endpoints();
}
