namespace CourseGen.Architecture;

public sealed class ProjectReferenceTests
{
    [Fact]
    public void Contracts_reference_no_project_and_no_package()
    {
        var contracts = Repository.Projects.Single(project => project.Folder == "contracts");

        contracts.References.ShouldBeEmpty();
        contracts.Packages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("platform")]
    [InlineData("services")]
    public void References_point_only_to_contracts_and_platform(string area) =>
        Repository.Projects.Where(project => project.Area == area)
            .SelectMany(project => project.References, (project, reference) => $"{project.Folder} -> {reference}")
            .Where(reference => !reference.Contains("-> contracts") && !reference.Contains("-> platform/"))
            .ShouldBeEmpty("services meet only on the bus; put what two of them need into platform/ or contracts/");

    [Fact]
    public void Of_the_product_only_the_command_line_references_services() =>
        Repository.Projects.Where(project => project.Area is not ("tests" or "bench"))
            .Where(project => project.References.Any(reference => reference.StartsWith("services/", StringComparison.Ordinal)))
            .Select(project => project.Folder).ShouldBe(["tools/coursegen"]);

    [Fact]
    public void Of_the_tests_the_product_references_only_the_servers_of_dev_up() =>
        Repository.Projects.Where(project => project.Area is not ("tests" or "bench"))
            .SelectMany(project => project.References, (project, reference) => $"{project.Folder} -> {reference}")
            .Where(reference => reference.Contains("-> tests/"))
            .ShouldBe(["tools/coursegen -> tests/CourseGen.Servers"]);

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "CourseGen.sln")).Replace('\\', '/');

        Repository.Projects.Where(project => !solution.Contains($"\"{project.Folder}/{project.File}\""))
            .Select(project => project.Folder).ShouldBeEmpty();
    }
}
