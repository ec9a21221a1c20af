using CourseGen.Contracts;
using CourseGen.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Hosting.Configuration;

public sealed class ModelProvidersTests
{
    [Theory]
    [InlineData("simulated")]
    [InlineData("recorded")]
    [InlineData("openai")]
    [InlineData("bedrock")]
    public void Every_service_knows_the_providers_of_text(string provider) =>
        With(catalog => catalog.Text(new ModelRef(provider, "m"))).ShouldNotBeNull();

    [Theory]
    [InlineData("openai")]
    [InlineData("gemini")]
    [InlineData("bedrock")]
    public void And_those_of_pictures(string provider) => With(catalog => catalog.Pictures(new ModelRef(provider, "m"))).ShouldNotBeNull();

    [Theory]
    [InlineData("OpenAI:Endpoint", "ftp://host/", "Models:OpenAI:Endpoint is no such address")]
    [InlineData("Gemini:Endpoint", "http://user:secret@host/", "Models:Gemini:Endpoint is no such address")]
    [InlineData("Gemini:Timeout", "5", "Models:Gemini:Timeout is '5': expected a duration")]
    [InlineData("OpenAI:Key", "sk-secret", "Models:OpenAI:Key is no setting: did you mean Models:OpenAI:ApiKey?")]
    public void A_wrong_address_ends_the_start_with_its_key_and_no_secret(string key, string value, string problem) =>
        Should.Throw<SettingsException>(() => With(_ => 0, ($"Models:{key}", value))).Message.ShouldSatisfyAllConditions(
            message => message.ShouldStartWith(problem), message => message.ShouldNotContain("secret"));

    [Fact]
    public async Task A_key_may_be_in_the_variable_that_everybody_uses()
    {
        var asked = With(
            catalog => catalog.Text(new("openai", "m")).GetResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "x")]),
            ("OPENAI_API_KEY", "no key: it has spaces"));

        (await Should.ThrowAsync<WorkException>(asked)).Message.ShouldBe("The API key for openai has characters that no key has.");
    }

    static T With<T>(Func<ModelCatalog, T> use, params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddConfiguredModels(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))).Build());
        using var provider = services.BuildServiceProvider();
        return use(provider.GetRequiredService<ModelCatalog>());
    }
}
