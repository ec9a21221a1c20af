using System.Text;
using CourseGen.Planner.Outlines;

namespace CourseGen.Planner.Tests.Outlines;

/// <summary>What must be refused before anything is made of it. The timeouts only end a test that would never end.</summary>
public sealed class GuardTests
{
    const int Deadline = 60_000;

    public static TheoryData<string, string> Bombs => new()
    {
        { "nested brackets", new string('[', 20_000) },
        { "nested brackets, closed", new string('[', 20_000) + new string(']', 20_000) },
        { "nested brackets to the size limit", new string('[', OutlineText.MaxBytes) },
        { "nested brackets on lines", string.Concat(Enumerable.Repeat("[\n", 20_000)) },
        { "nested braces", string.Concat(Enumerable.Repeat("{a: ", 20_000)) },
        { "nested braces without keys", new string('{', OutlineText.MaxBytes) },
        { "nested items", string.Concat(Enumerable.Repeat("- ", 100_000)) },
        { "nested explicit keys", string.Concat(Enumerable.Repeat("? ", 100_000)) },
        { "nested fields", string.Concat(Enumerable.Range(0, 700).Select(i => $"{new string(' ', i)}a:\n")) },
    };

    [Theory(Timeout = Deadline)]
    [MemberData(nameof(Bombs))]
    public async Task Deep_nesting_is_refused(string name, string yaml)
    {
        var reading = await OnSmallStack(yaml);

        reading.Outline.ShouldBeNull(name);
        reading.Faults.ShouldHaveSingleItem().Message.ShouldStartWith("the outline nests deeper than 32 levels, expected ");
    }

    [Fact(Timeout = Deadline)]
    public async Task Thirty_two_levels_are_let_through()
    {
        var deepest = new string('[', 31) + new string(']', 31);

        (await OnSmallStack($"x: {deepest}")).Faults.ShouldNotContain(fault => fault.Message.Contains("nests deeper"));
        (await OnSmallStack($"x: [{deepest}]")).Faults.ShouldContain(fault => fault.Message.Contains("nests deeper"));
    }

    [Fact(Timeout = Deadline)]
    public async Task An_alias_bomb_is_refused_at_each_anchor_and_alias()
    {
        var bomb = new StringBuilder("a0: &a0 [lol]\n");
        for (var i = 1; i < 10; i++)
            bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");

        var reading = await OnSmallStack(bomb.ToString());

        reading.Outline.ShouldBeNull();
        reading.Faults.Count(fault => fault.Message.StartsWith("an anchor (&name) is not allowed, ", StringComparison.Ordinal)).ShouldBe(10);
        reading.Faults.Count(fault => fault.Message.StartsWith("an alias (*name) is not allowed, ", StringComparison.Ordinal)).ShouldBe(90);
    }

    public static TheoryData<string, string> Floods => new()
    {
        { "modules that are none", $"title: C\nmodules: [{string.Join(',', Enumerable.Repeat("1", 100_000))}]" },
        { "unknown fields", string.Concat(Enumerable.Range(0, 25_000).Select(i => $"k{i}: v\n")) },
        { "mistyped fields", $"modules: [{string.Join(',', Enumerable.Repeat("{titel: x}", 20_000))}]" },
        { "equal fields", string.Concat(Enumerable.Repeat("title: v\n", 25_000)) },
        { "tags", $"[{string.Join(',', Enumerable.Repeat("!a b", 40_000))}]" },
        { "repairs", string.Concat(Enumerable.Repeat("title: a: b\n", 20_000)) },
        { "a long line", $"title: {new string('x', 250_000)}" },
        { "a long key", new string('x', 250_000) + ": y" },
        { "open quotes", $"title: \"{new string('\n', 250_000)}" },
        { "directives", string.Concat(Enumerable.Range(0, 12_000).Select(i => $"%TAG !{i}! tag:x\n")) + "---\na: b\n" },
    };

    [Theory(Timeout = Deadline)]
    [MemberData(nameof(Floods))]
    public async Task A_flood_is_refused_with_a_readable_number_of_faults(string name, string yaml)
    {
        var reading = await OnSmallStack(yaml);

        reading.Outline.ShouldBeNull(name);
        reading.Faults.Count.ShouldBeInRange(1, Findings.MaxListed + 1);
        reading.Warnings.Count.ShouldBeInRange(0, Findings.MaxListed + 1);
    }

    [Theory]
    [InlineData("", "1:1: the outline is empty, expected \"course:\" with a title and modules")]
    [InlineData(" \n\n", "1:1: the outline is empty, expected \"course:\" with a title and modules")]
    [InlineData("# nothing here\n", "1:1: the outline is empty, expected \"course:\" with a title and modules")]
    [InlineData("---\n...\n", "1:1: the outline is empty, expected \"course:\" with a title and modules")]
    [InlineData("---\ntitle: C\nmodules: [{title: M, lessons: [{title: L}]}]\n---\na: b\n", "4:1: a second document begins here, expected one document in the file")]
    [InlineData("!!map {title: C, modules: [{title: M, lessons: [{title: L}]}]}", "1:1: a tag (!name) is not allowed, expected plain text, lists and mappings")]
    [InlineData("title: !!str C\nmodules: [{title: M, lessons: [{title: L}]}]\n", "1:8: a tag (!name) is not allowed, expected plain text, lists and mappings")]
    [InlineData("title: &t C\nmodules: [{title: M, lessons: [{title: L}]}]\n", "1:8: an anchor (&name) is not allowed, expected the text to be written out where it is needed")]
    [InlineData("title: *t\nmodules: [{title: M, lessons: [{title: L}]}]\n", "1:8: an alias (*name) is not allowed, expected the text itself")]
    [InlineData("course:\n\ttitle: C\n", "2:1: a tab is used to indent, expected spaces")]
    [InlineData("title: \"C\n", "1:8: this is not YAML (while scanning a quoted scalar, found unexpected end of stream), expected a text with a closing quote and valid escapes")]
    [InlineData("title: \"\\UFFFFFFFF\"\n", "1:6: what follows is not YAML, expected quotes around texts with special characters")]
    [InlineData("title: [>-\nC]\n", "1:8: what follows is not YAML, expected quotes around texts with special characters")]
    public void What_is_no_plain_yaml_document_is_refused(string yaml, string fault) => Reading.Faults(yaml).ShouldBe([fault]);

    [Fact]
    public void An_outline_of_256_KiB_is_read_and_a_byte_more_is_refused()
    {
        var outline = Reading.Course("");
        var longest = outline + new string('#', OutlineText.MaxBytes - Encoding.UTF8.GetByteCount(outline));

        Reading.Clean(longest).Title.ShouldBe("Course");
        Reading.Faults(longest + "#").ShouldBe(["1:1: the outline is 262145 bytes long, expected at most 262144 (256 KiB)"]);
    }

    [Theory]
    [InlineData("title: \u00E9\nx: a\0", "2:5: the file is binary or UTF-16 (it holds a zero byte), expected YAML text in UTF-8")]
    public void Binary_files_are_refused(string text, string fault) => Reading.Faults(text).ShouldBe([fault]);

    [Fact]
    public void Text_in_another_encoding_is_refused_where_it_shows()
    {
        var latin1 = OutlineReader.Read(Encoding.Latin1.GetBytes("title: C\nauthor: José\n"));
        var utf16 = OutlineReader.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("title: C\n")]);

        latin1.Faults.ShouldBe([new OutlineFault(2, 12, "the bytes are not UTF-8, expected YAML text saved as UTF-8")]);
        utf16.Faults.ShouldHaveSingleItem().Message.ShouldStartWith("the file is binary or UTF-16");
    }

    /// <summary>On a stack so small that recursion over the nesting would end the test run.</summary>
    static Task<OutlineReading> OnSmallStack(string yaml)
    {
        var done = new TaskCompletionSource<OutlineReading>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                done.SetResult(Reading.Of(yaml));
            }
            catch (Exception fault)
            {
                done.SetException(fault);
            }
        }, maxStackSize: 256 * 1024)
        { IsBackground = true };
        thread.Start();
        return done.Task;
    }
}
