using System.Reflection;

namespace CourseGen.Architecture;

/// <summary>One project for each external SDK, so that replacing one changes one folder.</summary>
public sealed class PackageTests
{
    static readonly Dictionary<string, string[]> Owners = new()
    {
        ["AWSSDK.S3"] = ["platform/Storage"],
        ["AWSSDK.SecurityToken"] = ["platform/Storage"],
        ["DocumentFormat.OpenXml"] = ["services/ppt"],
        ["Markdig"] = ["platform/Documents"],
        ["MassTransit"] =
        [
            "platform/Hosting", "platform/Sagas", "services/bookbuilder", "services/contentgen", "services/images", "services/planner", "services/ppt",
            "tools/coursegen",
        ],
        ["MassTransit.RabbitMQ"] = ["platform/Hosting"],
        ["Microsoft.Extensions.AI.Abstractions"] = ["platform/Models"],
        ["Npgsql.EntityFrameworkCore.PostgreSQL"] = ["platform/Sagas", "services/planner"],
        ["OpenAI"] = ["platform/Models.OpenAI"],
        ["OpenTelemetry.Exporter.OpenTelemetryProtocol"] = ["platform/Hosting"],
        ["Polly.Core"] = ["platform/Models"],
        ["Spectre.Console"] = ["tools/coursegen"],
        ["System.CommandLine"] = ["tools/coursegen"],
        ["YamlDotNet"] = ["services/planner"],
    };

    static readonly string[] OnlyInTests = ["AngleSharp"];

    public static TheoryData<string> Packages() => [.. Owners.Keys];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_is_referenced_by_its_owners_only(string package) =>
        Product().Where(project => project.Packages.Contains(package)).Select(project => project.Folder).ShouldBeSubsetOf(Owners[package]);

    [Fact]
    public void No_package_is_referenced_without_an_owner() =>
        Product().SelectMany(project => project.Packages).Where(package => !Owners.ContainsKey(package))
            .ShouldBeEmpty("name the one project that a new package is for in this test's list; a package in tests only needs no owner");

    [Fact]
    public void Some_packages_are_for_tests_only() =>
        Repository.Projects.Where(project => project.Packages.Intersect(OnlyInTests).Any()).ShouldAllBe(project => project.Area == "tests");

    /// <summary>A package reaches a project's code through other projects too; what counts is what was compiled in.</summary>
    [Theory]
    [InlineData("DocumentFormat.OpenXml", new[] { "CourseGen.Ppt" })]
    [InlineData("Markdig", new[] { "CourseGen.Documents" })]
    [InlineData("YamlDotNet", new[] { "CourseGen.Planner" })]
    [InlineData("Polly.Core", new[] { "CourseGen.Models" })]
    [InlineData("OpenAI", new[] { "CourseGen.Models.OpenAI" })]
    [InlineData("Spectre.Console", new[] { "coursegen" })]
    public void A_package_is_used_by_its_owners_assembly_only(string package, string[] users) =>
        ProductAssemblies.All.Where(assembly => Uses(assembly, package)).Select(assembly => assembly.GetName().Name).ShouldBeSubsetOf(users);

    static IEnumerable<Project> Product() => Repository.Projects.Where(project => project.Area is not ("tests" or "bench"));

    static bool Uses(Assembly assembly, string package) => assembly.GetReferencedAssemblies().Any(reference => reference.Name == package);
}
