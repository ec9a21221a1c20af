using System.ComponentModel.DataAnnotations;
using CourseGen.Contracts;
using Microsoft.Extensions.Configuration;

namespace CourseGen.Hosting.Configuration;

public sealed class SettingsReaderTests
{
    [Fact]
    public void What_is_not_set_keeps_its_default() => Read().ShouldBe(new Sample());

    [Theory]
    [InlineData("00:01:30", 90_000)]
    [InlineData("90s", 90_000)]
    [InlineData("1.5 m", 90_000)]
    [InlineData("250ms", 250)]
    public void A_duration_is_written_in_many_ways(string text, int milliseconds) => Read(("Wait", text)).Wait.ShouldBe(TimeSpan.FromMilliseconds(milliseconds));

    [Fact]
    public void A_list_replaces_its_default_in_the_order_of_its_numbers() =>
        Read(("Delays:1", "2s"), ("Delays:0", "1s"), ("Delays:10", "3s")).Delays.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)]);

    [Fact]
    public void A_providers_default_model_need_not_be_named() => Read(("Model:Provider", "simulated")).Model.ShouldBe(new ModelRef("simulated", "simulated-1"));

    [Fact]
    public void A_providers_default_model_of_pictures_is_another() =>
        Read(("Model:Provider", "bedrock"), ("ImageModel:Provider", "bedrock")).ShouldSatisfyAllConditions(
            read => read.Model!.Model.ShouldContain("claude"), read => read.ImageModel!.Model.ShouldContain("stability"));

    [Theory]
    [InlineData("Count", "0", "Sample:Count is 0: expected 1 to 9.")]
    [InlineData("Count", "ten", "Sample:Count is 'ten': expected a number.")]
    [InlineData("Count", "", "Sample:Count is '': expected a number.")]
    [InlineData("Wait", "30", "Sample:Wait is '30': expected a duration such as 00:15:00, 90s or 250ms.")]
    [InlineData("Wait", "2h", "Sample:Wait is 02:00:00: expected 00:00:00 to 01:00:00.")]
    [InlineData("Flag", "yes", "Sample:Flag is 'yes': expected true or false.")]
    [InlineData("Day", "Someday", "Sample:Day is 'Someday': expected Sunday or Monday or Tuesday or Wednesday or Thursday or Friday or Saturday.")]
    [InlineData("Day", "1", "Sample:Day is '1': expected Sunday or Monday or Tuesday or Wednesday or Thursday or Friday or Saturday.")]
    [InlineData("Delays", "1s", "Sample:Delays is '1s': expected a list, Sample:Delays:0, Sample:Delays:1 and so on.")]
    [InlineData("Cuont", "3", "Sample:Cuont is no setting: did you mean Sample:Count?")]
    [InlineData("Something", "3", "Sample:Something is no setting: expected one of Count, Day, Delays, Flag, ImageModel, Model, Wait.")]
    [InlineData("Model:Model", "m", "Sample:Model:Provider is missing: expected a provider's name, such as simulated.")]
    public void A_wrong_one_is_named_with_what_is_expected(string key, string value, string problem) =>
        Should.Throw<SettingsException>(() => Read((key, value))).Message.ShouldBe(problem);

    [Fact]
    public void All_are_named_at_once() =>
        Should.Throw<SettingsException>(() => Read(("Count", "0"), ("Wait", "2h"))).Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain("Sample:Count"), message => message.ShouldContain("Sample:Wait"));

    [Fact]
    public void One_that_must_be_there_is_missed() =>
        Should.Throw<SettingsException>(() => new ConfigurationBuilder().Build().ReadSettings<Demanding>("Demanding")).Message
            .ShouldBe("Demanding:Name is missing: expected text.");

    [Fact]
    public void A_key_that_another_record_reads_is_known() =>
        Configured(("Name", "x")).ReadSettings<Sample>("Sample", typeof(Demanding)).ShouldBe(new Sample());

    static Sample Read(params (string Key, string Value)[] settings) => Configured(settings).ReadSettings<Sample>("Sample");

    static IConfiguration Configured(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create($"Sample:{one.Key}", (string?)one.Value))).Build();

    sealed record Sample
    {
        [Range(1, 9)]
        public int Count { get; init; } = 3;

        [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
        public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(5);

        public bool Flag { get; init; }
        public DayOfWeek Day { get; init; }
        public IReadOnlyList<TimeSpan> Delays { get; init; } = [];
        public ModelRef? Model { get; init; }
        public ModelRef? ImageModel { get; init; }
    }

    sealed record Demanding
    {
        public required string Name { get; init; }
    }
}
