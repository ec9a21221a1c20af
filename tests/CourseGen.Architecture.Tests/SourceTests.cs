using System.Text.RegularExpressions;

namespace CourseGen.Architecture;

public sealed class SourceTests
{
    const int MaxLines = 300;
    const int MaxProgramLines = 15;
    const string Declaration = @"^[^/""]*\b(class|record struct|record|struct|interface|enum)\s+(?<name>\w+)";
    static readonly string[] JunkDrawers = ["Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Manager", "Managers", "Common"];
    static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(
        @"""[^""\n]*queue:", """bus.GetSendEndpoint(new Uri("queue:coursegen.saga"))""",
        "an address of a queue hangs on quorum queues: publish instead")]
    [InlineData(
        @"\.Request\s*(<[^>]*>)?\(|\bGetResponse\b|IRequestClient", "await client.GetResponse<CoursePlanned>(command)",
        "nobody waits for a reply: publish a command and consume the event")]
    [InlineData(
        @"\.Schedule(Send|Publish)?\s*(<[^>]*>)?\(", ".Schedule(Timeout, context => new DispatchWork(id))",
        "there is no scheduler: delays are due_at in the planner's store")]
    [InlineData(
        "Use(Delayed|Scheduled)Redelivery", "endpoint.UseDelayedRedelivery(retry => retry.Interval(3, 1000))",
        "without the broker's plugin one failing message closes the connection: delays are due_at in the planner's store")]
    [InlineData(
        @"\.UseInMemory(Inbox)?Outbox\(", "endpoint.UseInMemoryInboxOutbox(context)",
        "it sends what a failed attempt published: use the store's own outbox")]
    public void The_bus_is_not_used_in_ways_that_do_not_work_here(string pattern, string example, string instead)
    {
        Matches(example, pattern).ShouldBeTrue("the pattern finds its example");

        Repository.Sources.Where(source => source.IsIn("platform", "services", "tools"))
            .SelectMany(source => source.Lines.Index().Where(line => Matches(line.Item, pattern)).Select(line => $"{source.Path}:{line.Index + 1}"))
            .ShouldBeEmpty(instead);
    }

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines() =>
        Repository.Sources.Where(source => source.Lines.Count > MaxLines).Select(source => source.Path).ShouldBeEmpty("one idea a file");

    [Fact]
    public void A_services_program_says_what_it_is_made_of_and_no_more() =>
        Repository.Sources.Where(source => source.IsIn("services") && source.Path.EndsWith("/Program.cs", StringComparison.Ordinal)).ToList()
            .ShouldSatisfyAllConditions(
                programs => programs.Count.ShouldBe(Repository.Projects.Count(project => project.Area == "services")),
                programs => programs.ShouldAllBe(program => program.Lines.Count <= MaxProgramLines));

    [Theory]
    [InlineData("JsonHelpers", true)]
    [InlineData("IConnectionManager", true)]
    [InlineData("CommonTypes", true)]
    [InlineData("Utils", true)]
    [InlineData("UncommonWords", false)]
    [InlineData("Helping", false)]
    public void A_junk_drawers_name_is_known_by_its_words(string name, bool junk) => IsJunk(name).ShouldBe(junk);

    [Fact]
    public void Nothing_is_a_junk_drawer() =>
        Repository.Sources.SelectMany(source => NamesIn(source).Where(IsJunk).Select(name => $"{name} in {source.Path}"))
            .ShouldBeEmpty("name a thing for what it is");

    /// <summary>Of its folders, its file and its types.</summary>
    static IEnumerable<string> NamesIn(Source source) =>
        source.Path.Split('/').Select(part => part.Split('.')[0])
            .Concat(source.Lines.Select(line => Regex.Match(line, Declaration, RegexOptions.ExplicitCapture, MatchTimeout).Groups["name"].Value));

    static bool IsJunk(string name) =>
        Regex.Matches(name, "[A-Z][a-z]*", RegexOptions.ExplicitCapture, MatchTimeout).Any(word => JunkDrawers.Contains(word.Value));

    static bool Matches(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.ExplicitCapture, MatchTimeout);
}
