using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using CourseGen.Contracts;
using CourseGen.Hosting;
using CourseGen.Planner;
using CourseGen.Planner.Courses;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Architecture;

/// <summary>Queues' names are the product's interface: operators, policies and senders know them.</summary>
public sealed partial class EndpointTests
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly ModelRef Model = new("simulated", "simulated-1");

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
        var services = new ServiceCollection().AddLogging().AddSingleton(new WorkOptions())
            .AddSingleton(new PlannerOptions { TextModel = Model, ImageModel = Model });
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
    public async Task Every_process_declares_what_the_consumers_definitions_say()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:RabbitMq", "amqp://guest:guest@localhost/")]);
        builder.Services.AddSingleton(new ServiceIdentity("all")).AddSingleton(new WorkOptions())
            .AddSingleton(new PlannerOptions { TextModel = Model, ImageModel = Model });
        builder.AddMessaging(bus =>
        {
            foreach (var register in Registrations())
                register.Invoke(null, [bus]);
            bus.AddMemoryPersistence();
        });
        await using var app = builder.Build();
        var topology = app.Services.GetRequiredService<IBusControl>().Topology;

        var consumed = BindingsOf(app.Services.GetRequiredService<IBusControl>()).ToList();

        var declared = CourseTopology.All.Select(route => $"{Published(topology, route.Message).Segments[^1]} -> {route.Queue}").ToList();
        consumed.Except(declared).ShouldBeEmpty("CourseTopology lacks what a consumer's definition has");
        declared.Except(consumed).ShouldBeEmpty("CourseTopology has what no consumer's definition has");
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

    /// <summary>Which message's exchange each receive endpoint binds to its queue's.</summary>
    static IEnumerable<string> BindingsOf(IBusControl bus) =>
        Bindings().Matches(JsonSerializer.Serialize(bus.GetProbeResult().Results, Readable))
            .Select(match => (Source: match.Groups["source"].Value, Queue: match.Groups["queue"].Value))
            .Where(binding => binding.Source != binding.Queue).Select(binding => $"{binding.Source} -> {binding.Queue}").Distinct();

    static Uri Published(IBusTopology topology, Type message) =>
        topology.TryGetPublishAddress(message, out var address) ? address : throw new InvalidOperationException($"{message} is not published.");

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

    [GeneratedRegex(@"""source"":""(?<source>[^""]+)"",""destination"":""(?<queue>coursegen\.[^""]+)""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Bindings();

    [GeneratedRegex(@"loopback://[^/""]+/(?<name>[^/""?]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Endpoints();
}
