using CourseGen.ContentGen.Lessons;
using CourseGen.Documents;

namespace CourseGen.ContentGen.Tests.Testing;

/// <summary>A short lesson without faults, for tests to spoil.</summary>
static class SampleLesson
{
    public static readonly LessonForm Form = new("01-02", "1.2: Neaps and springs", ["Chart datum", "Ranges"], CourseWords.English);

    public const string Markdown = """
        # 1.2: Neaps and springs

        ## Learning objectives

        - Explain what a neap tide is
        - Compare neaps and springs
        - Calculate a range

        ## Introduction

        Tides differ from week to week.

        ## Chart datum

        ### Concept

        Heights count from one level.

        ### In detail

        [VISUAL: 01-02-0001 - How heights and depths count from chart datum]

        ### In practice

        ```python
        print(5.2 - 0.8)
        ```

        ## Ranges

        ### Concept

        A range is a difference.

        ### In detail

        [VISUAL: 01-02-0002 - How the range grows towards springs and shrinks again]

        ### In practice

        Subtract low water from high water.

        ## Summary

        ### Key takeaways

        - Ranges change

        ### What's next

        Tables.

        ## References

        - [IHO](https://iho.int/)

        """;
}
