using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Merging;

/// <summary>What a course's merged deck has around its lessons, as decks of their own.</summary>
public static class CourseCover
{
    /// <summary>Of the sections, in every deck: a later merge with a cover knows the earlier one by them.</summary>
    const string OpeningId = "{3E0F6B52-1D0B-4B7C-8B57-6A1C9D0C7E01}";
    const string ClosingId = "{3E0F6B52-1D0B-4B7C-8B57-6A1C9D0C7E02}";

    /// <summary>Cover, about, objectives, prerequisites, audience, agenda.</summary>
    public static DeckSource Opening(CoursePlan plan) => Of(plan, "cover", FrontMatter.Opening(plan) with { Id = OpeningId });

    /// <summary>Glossary and thanks.</summary>
    public static DeckSource Closing(CoursePlan plan, IReadOnlyList<GlossaryEntry> glossary) => Of(plan, "closing", FrontMatter.Closing(plan, glossary) with { Id = ClosingId });

    public static DeckProperties Properties(CoursePlan plan) => new(plan.Outline.Title, plan.Outline.Author ?? plan.Outline.Organization, plan.Language);

    static DeckSource Of(CoursePlan plan, string name, SlideSection section) => new(name, () =>
    {
        var stream = new MemoryStream();
        DeckWriter.Write(new DeckContent(
            plan.Outline.Title, plan.Outline.Author, plan.Language, plan.Outline.Title, DeckStyle.Named(plan.Settings.Style), [section], new Dictionary<string, DeckPicture>()), stream);
        stream.Position = 0;
        return stream;
    }, IsCover: true);
}
