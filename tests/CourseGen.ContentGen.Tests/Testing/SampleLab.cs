using CourseGen.ContentGen.Labs;
using CourseGen.Documents;

namespace CourseGen.ContentGen.Tests.Testing;

/// <summary>A short lab without faults, for tests to spoil.</summary>
static class SampleLab
{
    public static readonly LabForm Form = new("Lab 01-02-01: Mark high water", CourseWords.English);

    public const string Markdown = """
        # Lab 01-02-01: Mark high water

        | Duration | Complexity | Bloom level |
        |---|---|---|
        | 20 min | easy | Apply |

        ## Overview

        You mark a line.

        ## Objectives

        - [ ] Find the line
        - [ ] Mark the line
        - [ ] Check the line

        ## Prerequisites

        - Lesson 1.2

        ## Environment

        ```bash
        mkdir -p ~/lab
        ```

        ## Steps

        ### Step 1: Find

        Look.

        **Expected result:** a line.

        **Verification:** look again.

        ### Step 2: Mark

        ```bash
        grep HW tides.csv
        ```

        **Expected result:** a mark.

        ```text
        1102,HW,5.3
        ```

        **Verification:** compare.

        ### Step 3: Check

        Ask.

        **Expected result:** a yes.

        **Verification:** ask another.

        ## Validation

        The mark is there.

        ## Troubleshooting

        **Symptom:** no mark. **Cause:** no pencil. **Solution:** fetch one.

        ## Cleanup

        Rub it out.

        ## Summary

        You marked a line.

        """;
}
