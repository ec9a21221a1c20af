using CourseGen.Planner.Outlines;

namespace CourseGen.Planner.Tests.Outlines;

public sealed class BloomLevelsTests
{
    [Theory]
    [InlineData("Remember", "1.0")]
    [InlineData("Understand", "1.1")]
    [InlineData("apply", "1.2")]
    [InlineData("Analyse", "1.3")]
    [InlineData("EVALUATE", "1.4")]
    [InlineData("Create", "1.5")]
    [InlineData("Recordar", "1.0")]
    [InlineData("Comprender", "1.1")]
    [InlineData("Aplicar", "1.2")]
    [InlineData("Análisis", "1.3")]
    [InlineData("Evaluar", "1.4")]
    [InlineData("Crear", "1.5")]
    [InlineData("Understand / Apply", "1.2")]
    [InlineData("Crear/Recordar", "1.5")]
    [InlineData("Analizar y evaluar", "1.4")]
    [InlineData("Remember, Ponder", "1.0")]
    [InlineData("Ponder", "1.1")]
    [InlineData("", "1.1")]
    [InlineData(null, "1.1")]
    public void A_level_has_a_multiplier_and_a_compound_the_highest(string? level, string multiplier) =>
        BloomLevels.MultiplierOf(level).ToString("0.0").ShouldBe(multiplier);

    [Fact]
    public void Unknown_parts_are_named() => BloomLevels.UnknownIn("Apply / Ponder and Muse").ShouldBe(["Ponder", "Muse"]);
}
