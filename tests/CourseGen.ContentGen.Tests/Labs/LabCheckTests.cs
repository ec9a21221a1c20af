using CourseGen.ContentGen.Labs;
using CourseGen.ContentGen.Tests.Testing;

namespace CourseGen.ContentGen.Tests.Labs;

public sealed class LabCheckTests
{
    [Fact]
    public void A_lab_in_the_asked_form_has_no_faults() => Faults(SampleLab.Markdown).ShouldBeEmpty();

    [Theory]
    [InlineData("# Lab 01-02-01: Mark high water\n", "# Lab 01-02-02: Mark high water\n", "line 1: the document must begin with the heading '# Lab 01-02-01: Mark high water'")]
    [InlineData("| 20 min | easy | Apply |\n", "", "below the title there must be a table with the columns Duration, Complexity, Bloom level and one row")]
    [InlineData("## Overview\n\nYou mark a line.\n", "", "the lab: the section '## Overview' is missing")]
    [InlineData("## Validation\n\nThe mark is there.\n", "## Checks\n\nThe mark is there.\n", "the lab: the section '## Validation' is missing")]
    [InlineData("Rub it out.\n", "", "line 67: the section '## Cleanup' is empty")]
    [InlineData("- [ ] Check the line\n", "", "line 11: 2 objectives with a check box, expected 3 to 5, - [ ] …")]
    [InlineData("- [ ] Check the line\n", "- Check the line\n", "line 11: 2 objectives with a check box, expected 3 to 5, - [ ] …")]
    [InlineData("```bash\nmkdir -p ~/lab\n```", "Make a folder.", "line 21: the set-up commands must stand in a fenced block")]
    [InlineData("### Step 2: Mark", "### Step 4: Mark", "line 37: the step must be headed '### Step 2: …'")]
    [InlineData("### Step 2: Mark", "### Mark", "line 37: the step must be headed '### Step 2: …'")]
    [InlineData("**Expected result:** a mark.", "A mark.", "line 37: step 2 lacks '**Expected result:** …'")]
    [InlineData("**Verification:** ask another.", "Ask another.", "line 51: step 3 lacks '**Verification:** …'")]
    [InlineData("### Step 3: Check\n", "\n", "line 27: 2 steps, expected 4 to 7")]
    [InlineData("```bash\ngrep", "```\ngrep", "line 39: code must stand in a fence that names its language")]
    [InlineData("Rub it out.", "[TODO: clean up]", "line 69: placeholder text '[TODO: clean up]'")]
    public void A_fault_is_named_with_its_line(string right, string wrong, string fault)
    {
        SampleLab.Markdown.ShouldContain(right);
        Faults(SampleLab.Markdown.Replace(right, wrong)).ShouldContain(fault);
    }

    [Theory]
    [InlineData("### Step 2: Mark", "### step 2 - Mark")]
    [InlineData("### Step 2: Mark", "### Step 2. Mark")]
    [InlineData("## Cleanup", "## 8. Clean-up:")]
    [InlineData("**Verification:** compare.", "**verification**: compare.")]
    [InlineData("**Verification:** compare.", "**Verification :** compare.")]
    [InlineData("# Lab 01-02-01: Mark high water", "# Lab: Mark High Water")]
    [InlineData("\n", "\r\n")]
    public void Harmless_deviations_are_mended(string right, string other) =>
        LabMending.Mend(SampleLab.Markdown.Replace(right, other), SampleLab.Form).ShouldBe(SampleLab.Markdown);

    [Fact]
    public void Code_is_never_altered()
    {
        const string code = "```text\n**verification**: x  \n### step 2 - y\n```";
        LabMending.Mend(SampleLab.Markdown.Replace("Rub it out.", code), SampleLab.Form).ShouldContain($"\n{code}\n");
    }

    static IReadOnlyList<string> Faults(string markdown) => LabCheck.Faults(markdown, SampleLab.Form);
}
