using CourseGen.Documents;
using CourseGen.Ppt.Slides;

namespace CourseGen.Ppt.Tests.Testing;

/// <summary>A lesson of the form that lessons have, with a visual, a table and code.</summary>
static class SampleLesson
{
    internal const string Visual = "01-01-0001";

    internal static LessonDocument Document => LessonReader.Read(Markdown);

    internal static SlideRequest Request => new(Document, 1, 1, "en", 8, 20);

    internal const string Markdown = """"
        # 1.1: Heights and the Chart

        ## Learning objectives

        - Explain why a chart needs a zero
        - Calculate the depth of water over a charted figure
        - Compare drying heights with soundings

        ## Introduction

        A chart says how deep the sea is, and yet the sea goes up and down all day. Both can be true only because the chart counts from a level that the sea hardly ever falls below. This lesson is about that level. It shows where it lies, what is counted up from it and what is counted down, and how two figures make the depth under your keel at any moment of the day.

        ## The zero of the chart

        ### Concept

        Chart datum is the zero of both chart and tide table. Most hydrographic offices put it at the lowest astronomical tide, so that there is nearly always more water than the chart says. Soundings go down from it, drying heights go up from it.

        [VISUAL: 01-01-0001 - Ladder of levels from the seabed over chart datum up to the highest astronomical tide]

        ### In detail

        The published levels of a port are averages and extremes over many years. Clearances under bridges hang from a high level, because what matters there is the least room. Anybody who mixes the two levels up is wrong by metres.

        | Level | Height (m) |
        |---|---|
        | HAT | 5.8 |
        | LAT | 0.0 |

        ### In practice

        Read the title block of a chart before anything else: it names the unit and both levels. Then write them at the head of the passage plan, where the whole crew can see them.

        ## Depth at a moment

        ### Concept

        The depth is the charted sounding plus the height of the tide. Over a drying height, take the height away instead. A negative answer means that the ground is bare.

        ### In detail

        The sum is small enough for a program of two lines, which keeps its sign right when the crew is tired.

        ```python
        def depth(tide, charted):
            return round(tide + charted, 1)

        print(depth(2.0, 1.4))
        ```

        ### In practice

        Add what your boat draws and a margin for the waves. Weather can hold the sea a good way below the tables, so the margin is no place to save.

        ## Summary

        ### Key takeaways

        - Heights of tide and soundings share one zero
        - Soundings are added, drying heights taken away
        - Clearances hang from a high level

        ### What's next

        The next lesson shows why the range is not the same from one week to the next.

        ## References

        - [IHO standards](https://iho.int/en/standards-and-specifications)
        - [NOAA tidal datums](https://tidesandcurrents.noaa.gov/datum_options.html)
        """";
}
