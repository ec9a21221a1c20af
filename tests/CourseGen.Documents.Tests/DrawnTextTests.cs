namespace CourseGen.Documents;

public sealed class DrawnTextTests
{
    [Fact]
    public void Text_is_tidied() => DrawnText.Tidy(" Tide\u200B  and\ttable\n").ShouldBe("Tide and table");

    [Theory]
    [InlineData("Cafe\u0301", true)]
    [InlineData("¿Cuántas? ≥ 5 €", true)]
    [InlineData("Ἀθῆναι, прилив", true)]
    [InlineData("海図", false)]
    [InlineData("שלום", false)]
    [InlineData("tide 🌊", false)]
    public void Latin_Greek_and_Cyrillic_are_drawn(string text, bool drawn) => DrawnText.CanDraw(text).ShouldBe(drawn);
}
