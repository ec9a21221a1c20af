using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Merging;

/// <summary>What a course's merged deck has around its lessons, as decks of their own.</summary>
public static class CourseCover
{
    /// <summary>Cover, about, objectives, prerequisites, audience, agenda.</summary>
    public static DeckSource Opening(CoursePlan plan) => Of(plan, "cover", FrontMatter.Opening(plan));

    /// <summary>Thanks.</summary>
    public static DeckSource Closing(CoursePlan plan) => Of(plan, "closing", FrontMatter.Closing(plan));

    public static DeckProperties Properties(CoursePlan plan) => new(plan.Outline.Title, plan.Outline.Author ?? plan.Outline.Organization, plan.Language);

    static DeckSource Of(CoursePlan plan, string name, SlideSection section) => new(name, () =>
    {
        var stream = new MemoryStream();
        DeckWriter.Write(new DeckContent(
            plan.Outline.Title, plan.Outline.Author, plan.Language, plan.Outline.Title, DeckStyle.Named(plan.Settings.Style), [section], new Dictionary<string, DeckPicture>()), stream);
        stream.Position = 0;
        return stream;
    });
}
