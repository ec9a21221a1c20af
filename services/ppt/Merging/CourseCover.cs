using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Packages;
using CourseGen.Ppt.Templates;

namespace CourseGen.Ppt.Merging;

/// <summary>What a course's merged deck has around its lessons, as decks of their own, on the template of its lessons.</summary>
public sealed class CourseCover
{
    /// <summary>Of the sections, in every deck: a later merge with a cover knows the earlier one by them.</summary>
    const string OpeningId = "{3E0F6B52-1D0B-4B7C-8B57-6A1C9D0C7E01}";
    const string ClosingId = "{3E0F6B52-1D0B-4B7C-8B57-6A1C9D0C7E02}";

    readonly CoursePlan _plan;
    readonly DeckTemplate _template;
    readonly IReadOnlyList<GlossaryEntry> _glossary;

    internal CourseCover(CoursePlan plan, DeckTemplate template, IReadOnlyList<GlossaryEntry> glossary) => (_plan, _template, _glossary) = (plan, template, glossary);

    /// <param name="template">The file that the plan's settings name as its deck template; null where they name none.</param>
    /// <param name="glossary">The terms that the lessons define.</param>
    /// <exception cref="DeckRefusedException">The template cannot be used.</exception>
    public static CourseCover Of(CoursePlan plan, byte[]? template, IReadOnlyList<GlossaryEntry> glossary) => new(plan, CourseTemplate.Of(plan, template), glossary);

    /// <summary>Cover, about, objectives, prerequisites, audience, agenda.</summary>
    public DeckSource Opening => Of("cover", FrontMatter.Opening(_plan, _template) with { Id = OpeningId });

    /// <summary>Glossary and thanks.</summary>
    public DeckSource Closing => Of("closing", FrontMatter.Closing(_plan, _template, _glossary) with { Id = ClosingId });

    public DeckProperties Properties => new(_plan.Outline.Title, _plan.Outline.Author ?? _plan.Outline.Organization, _plan.Language);

    DeckSource Of(string name, SlideSection section) => new(name, () =>
    {
        var stream = new MemoryStream();
        DeckWriter.Write(new DeckContent(
            _plan.Outline.Title, _plan.Outline.Author, _plan.Language, _plan.Outline.Title, DeckStyle.Named(_plan.Settings.Style), [section], new Dictionary<string, DeckPicture>())
        {
            Template = _template,
        }, stream);
        stream.Position = 0;
        return stream;
    }, IsCover: true);
}
