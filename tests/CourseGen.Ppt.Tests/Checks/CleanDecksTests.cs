using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Checks;

/// <summary>The decks that are made here pass every check, and the Open XML SDK's.</summary>
public sealed class CleanDecksTests
{
    public static TheoryData<string, string, string> Languages
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            (string Language, string Word)[] words = [("en", "Tide"), ("es", "Marea"), ("ar", "المد والجزر"), ("he", "גאות ושפל"), ("ja", "潮の満ち引き"), ("zh", "潮汐"), ("ko", "조석")];
            foreach (var style in (string[])["professional", "modern", "minimal"])
            {
                foreach (var (language, word) in words)
                    data.Add(style, language, word);
            }
            return data;
        }
    }

    public static TheoryData<string, string> Recorded => new()
    {
        { "harbour-tides", "professional" }, { "harbour-tides", "modern" }, { "harbour-tides", "minimal" },
        { "bases-de-datos", "professional" }, { "bases-de-datos", "modern" }, { "bases-de-datos", "minimal" },
    };

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_layout_is_clean_in_every_style_and_script(string style, string language, string word) => ShouldBeClean(Samples.Written(CheckedDecks.Of(style, language, word)));

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task The_recorded_samples_decks_are_clean(string sample, string style) => ShouldBeClean(await RecordedCourse.Deck(sample, style));

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public async Task A_course_of_so_many_lessons_has_a_clean_deck(int lessons)
    {
        var deck = await LongCourse.Deck(lessons);
        DeckChecks.Titles(deck).Count.ShouldBeGreaterThan(6 * lessons);
        ShouldBeClean(deck);
    }

    static void ShouldBeClean(byte[] deck)
    {
        DeckChecks.ShouldBeValid(deck);
        CheckedDecks.Check(deck).Select(finding => $"{finding.Slide}: {finding.Rule}: {finding.Message}").ShouldBeEmpty();
    }
}
