using System.Text.RegularExpressions;

namespace CourseGen.Models.Simulated;

public sealed class GrammarTests
{
    static readonly string[] Facts =
    [
        "course", "module", "lesson", "next", "audience", "topic", "short", "total", "part", "rest", "output", "limit", "result", "folder", "labels", "a", "b", "z",
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_part_of_a_sentence_is_a_fact_or_a_rule_with_alternatives(string language)
    {
        var grammar = Grammar.In(language);
        var parts = grammar.Rules.SelectMany(rule => grammar[rule]).SelectMany(text => Regex.Matches(text, @"\{\^?(?<name>[^}]+)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)).Select(part => part.Groups["name"].Value).Distinct();
        parts.Except(Facts).ShouldAllBe(part => grammar[part].Count > 0);
    }

    [Fact]
    public void Both_languages_have_the_same_rules() =>
        Grammar.In("es").Rules.Except(["contraction"]).Order().ShouldBe(Grammar.In("en").Rules.Order());
}
