using CourseGen.ContentGen.Lessons;
using CourseGen.ContentGen.Tests.Testing;

namespace CourseGen.ContentGen.Tests.Lessons;

public sealed class LessonCheckTests
{
    [Fact]
    public void A_lesson_in_the_asked_form_has_no_faults() => Faults(SampleLesson.Markdown).ShouldBeEmpty();

    [Theory]
    [InlineData("# 1.2: Neaps and springs\n", "# 1.2: Neaps\n", "line 1: the document must begin with the heading '# 1.2: Neaps and springs'")]
    [InlineData("# 1.2: Neaps and springs\n", "Hello.\n", "there are 0 H1 headings, expected exactly one: '# 1.2: Neaps and springs'")]
    [InlineData("## Introduction\n", "# Introduction\n", "there are 2 H1 headings, expected exactly one: '# 1.2: Neaps and springs'")]
    [InlineData("### Concept\n\nHeights", "#### Concept\n\nHeights", "line 15: the heading 'Concept' jumps from level 2 to level 4")]
    [InlineData("- Calculate a range\n", "", "line 3: 2 learning objectives, expected a list of 3 to 5")]
    [InlineData("- Calculate a range\n", "- Calculate a range\n- Name one\n- Name two\n- Name three\n", "line 3: 6 learning objectives, expected a list of 3 to 5")]
    [InlineData("## Introduction\n\nTides differ from week to week.\n", "", "the lesson: the section '## Introduction' is missing")]
    [InlineData("Tides differ from week to week.\n", "", "line 9: the section '## Introduction' is empty")]
    [InlineData("## Ranges\n", "## Range\n", "the lesson: the section '## Ranges' is missing")]
    [InlineData("## Ranges\n", "## Range\n", "line 29: the section '## Range' is not expected here")]
    [InlineData("### In practice\n\nSubtract", "### Practice\n\nSubtract", "line 29, the topic 'Ranges': the section '### In practice' is missing")]
    [InlineData("[VISUAL: 01-02-0001 - How heights and depths count from chart datum]", "Below.", "line 13: the topic 'Chart datum' has no visual tag [VISUAL: 01-02-NNNN - what the picture shows]")]
    [InlineData("[VISUAL: 01-02-0001 - How", "See [VISUAL: 01-02-0001 - How", "line 13: the topic 'Chart datum' has no visual tag [VISUAL: 01-02-NNNN - what the picture shows]")]
    [InlineData("[VISUAL: 01-02-0001 - How", "[VISUAL: one - How", "line 21: a visual tag must be one line of its own, [VISUAL: MM-LL-NNNN - what the picture shows]")]
    [InlineData("[VISUAL: 01-02-0001 - How", "- [VISUAL: 01-02-0001 - How", "line 21: a visual tag must be one line of its own, [VISUAL: MM-LL-NNNN - what the picture shows]")]
    [InlineData("[VISUAL: 01-02-0002 -", "[VISUAL: 01-02-0003 -", "line 37: the visual tag has the id 01-02-0003, expected 01-02-0002")]
    [InlineData("```python\n", "```\n", "line 25: code must stand in a fence that names its language")]
    [InlineData("```python\nprint(5.2 - 0.8)\n```\n", "    print(5.2 - 0.8)\n", "line 25: code must stand in a fence that names its language")]
    [InlineData("### What's next\n\nTables.\n\n", "", "the summary: the section '### What's next' is missing")]
    [InlineData("- [IHO](https://iho.int/)\n", "The sea.\n", "line 53: the references must be a list of links, - [Title](https://…)")]
    [InlineData("(https://iho.int/)", "(http://iho.int/)", "line 55: the reference '- [IHO](http://iho.int/)' has no https link")]
    [InlineData("Tables.", "<div>\nTables.\n</div>", "line 51: HTML is not allowed, use Markdown")]
    [InlineData("Tables.", "![A tide](tide.png)", "line 51: pictures are asked for with visual tags only")]
    [InlineData("Tables.", "Lorem ipsum dolor.", "line 51: placeholder text 'Lorem ipsum'")]
    [InlineData("Tables.", "TODO: write", "line 51: placeholder text 'TODO:'")]
    [InlineData("Tables.", "[Insert an example here]", "line 51: placeholder text '[Insert an example here]'")]
    [InlineData("Tables.", "As an AI language model, I cannot know.", "line 51: placeholder text 'As an AI language model, I'")]
    public void A_fault_is_named_with_its_line(string right, string wrong, string fault) =>
        Faults(Spoiled(right, wrong)).ShouldContain(fault);

    [Fact]
    public void Topics_out_of_order_are_named() =>
        Faults(SampleLesson.Markdown.Replace("## Chart datum", "## X").Replace("## Ranges", "## Chart datum").Replace("## X", "## Ranges"))
            .ShouldContain("the lesson: the section '## Ranges' is not in its place");

    [Theory]
    [InlineData("Tables.", "TODO es marea, todo pasa: `TODO: fix` is a comment.")]
    [InlineData("Tables.", "Used as an AI service, it predicts tides.")]
    [InlineData("Tables.", "Write `![alt](url)` to show a picture.")]
    [InlineData("print(5.2 - 0.8)", "# TODO: fix\n# [VISUAL: wrong]\n<div>")]
    [InlineData("Heights count", "1 < 2 and *heights* count")]
    [InlineData("Heights count from one level.", "Heights.\n\n#### More\n\nText.")]
    public void What_only_looks_like_a_fault_is_none(string right, string other) => Faults(Spoiled(right, other)).ShouldBeEmpty();

    [Fact]
    public void Markdown_nested_without_end_is_a_fault_and_no_crash() =>
        Faults(SampleLesson.Markdown.Replace("Tables.", new string('>', 20_000))).ShouldNotBeEmpty();

    static string Spoiled(string right, string wrong)
    {
        SampleLesson.Markdown.ShouldContain(right);
        return SampleLesson.Markdown.Replace(right, wrong);
    }

    static IReadOnlyList<string> Faults(string markdown) => LessonCheck.Faults(markdown, SampleLesson.Form);
}
