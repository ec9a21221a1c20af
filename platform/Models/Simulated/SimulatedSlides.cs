using CourseGen.Documents;

namespace CourseGen.Models.Simulated;

/// <summary>A lesson's slides from its own headings, as a model would answer them.</summary>
static class SimulatedSlides
{
    const int DefaultSlides = 8;

    public static object Plan(Brief brief, string lesson) => new
    {
        Slides = HeadingSlides.From(
                LessonReader.Read(lesson), brief.ModuleNumber, brief.LessonNumber, brief.Language,
                brief.TargetSlides > 0 ? brief.TargetSlides : DefaultSlides)
            .Select(slide => new { slide.Layout, slide.Title, slide.Subtitle, slide.ContentBlocks, slide.Notes }).ToList(),
    };
}
