using CourseGen.Documents;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Slides;

public sealed class TextLanguageTests
{
    [Theory]
    [InlineData("The chart says how deep the sea is, and the sea goes up and down.", "en")]
    [InlineData("La carta dice lo que hay de agua, y el mar sube y baja todo el día.", "es")]
    [InlineData("SELECT name FROM lessons WHERE id = 1", null)]
    [InlineData("JOIN, INDEX, PRIMARY KEY", null)]
    [InlineData("", null)]
    public void English_and_Spanish_are_told_by_their_commonest_words(string text, string? language) => TextLanguage.Of(text).ShouldBe(language);

    [Fact]
    public void A_Spanish_sentence_may_hold_English_terms() =>
        TextLanguage.IsForeign("El comando SELECT lee las filas de la tabla y el comando INSERT añade una con los valores que se dan.", "es").ShouldBeFalse();

    [Theory]
    [InlineData("es", true)]
    [InlineData("fr", true)]
    [InlineData("en", false)]
    [InlineData("en-GB", false)]
    public void English_is_foreign_in_every_other_course(string language, bool foreign) =>
        TextLanguage.IsForeign(SampleLesson.Document.Sections[2].Blocks[0].Source, language).ShouldBe(foreign);

    [Fact]
    public void Portuguese_is_not_taken_for_Spanish() => TextLanguage.IsForeign(SampleAnswer.Spanish, "pt").ShouldBeFalse();

    [Theory]
    [InlineData("Summary", "es", true)]
    [InlineData("References (2/3)", "es-MX", true)]
    [InlineData("Los tipos de datos (part 2)", "es", true)]
    [InlineData("Claves continued", "es", true)]
    [InlineData("Resumen", "en", true)]
    [InlineData("Resumen", "es", false)]
    [InlineData("Los tipos de datos (2/3)", "es", false)]
    [InlineData("Summary", "en", false)]
    [InlineData("Summary", "fr", false)]
    public void Headings_of_the_other_language_are_told(string title, string language, bool foreign) => TextLanguage.IsForeignHeading(title, language).ShouldBe(foreign);
}
