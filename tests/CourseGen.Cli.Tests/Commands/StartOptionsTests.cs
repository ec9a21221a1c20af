using System.CommandLine;
using System.Text.Json;
using CourseGen.Cli.Commands;
using CourseGen.Contracts;

namespace CourseGen.Cli.Tests.Commands;

public sealed class StartOptionsTests
{
    static readonly string[] NoOptions = ["course_bucket", "project_folder", "outline_s3_key", "outline_yaml"];

    public static TheoryData<string, string, string, string> Fields => new()
    {
        { "--modules-to-generate", "1,3-5", "modules_to_generate", "\"1,3-5\"" },
        { "--content-type", "labs", "content_type", "\"labs\"" },
        { "--model-provider", "recorded", "model_provider", "\"recorded\"" },
        { "--text-model", "m", "text_model", "\"m\"" },
        { "--image-provider", "recorded", "image_provider", "\"recorded\"" },
        { "--image-model", "m", "image_model", "\"m\"" },
        { "--course-language", "es", "course_language", "\"es\"" },
        { "--lesson-requirements", "short", "lesson_requirements", "\"short\"" },
        { "--lab-requirements", "short", "lab_requirements", "\"short\"" },
        { "--batch-size", "4", "batch_size", "4" },
        { "--max-lessons-per-batch", "4", "batch_size", "4" },
        { "--deck-batch-size", "5", "deck_batch_size", "5" },
        { "--max-concurrency", "2", "max_concurrency", "2" },
        { "--priority", "9", "priority", "9" },
        { "--max-cost-usd", "1.5", "max_cost_usd", "1.5" },
        { "--max-hours", "0.5", "max_hours", "0.5" },
        { "--style", "modern", "style", "\"modern\"" },
        { "--deck-template-s3-key", "brand/own.potx", "deck_template_s3_key", "\"brand/own.potx\"" },
        { "--slides-per-lesson", "7", "slides_per_lesson", "7" },
        { "--max-images", "0", "max_images", "0" },
        { "--auto-combine", "false", "auto_combine", "false" },
        { "--build-deck", "false", "build_deck", "false" },
        { "--book-formats", "md, html", "book_formats", "[\"md\",\"html\"]" },
        { "--labs-in-book", "false", "labs_in_book", "false" },
        { "--refresh", "true", "refresh", "true" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void An_option_is_its_field_of_the_command(string option, string text, string field, string json) =>
        Json(Read([option, text])).GetProperty(field).GetRawText().ShouldBe(json);

    [Fact]
    public void Every_field_of_the_command_is_an_option()
    {
        var tested = Fields.Select(row => (string)row[2]).Concat(NoOptions).ToHashSet();
        Json(Read([])).EnumerateObject().Select(property => property.Name).ShouldBeSubsetOf(tested);
    }

    [Fact]
    public void Without_options_only_folder_and_providers_are_set()
    {
        var set = Json(Read([])).EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null).Select(property => property.Name);
        set.ShouldBe(["project_folder", "model_provider", "image_provider"], ignoreOrder: true);
    }

    [Fact]
    public void Provider_sets_text_and_pictures_in_lower_case()
    {
        var start = Read(["--provider", "RECORDED"]);
        (start.ModelProvider, start.ImageProvider).ShouldBe(("recorded", "recorded"));
    }

    [Fact]
    public void A_provider_of_its_own_wins_over_the_common_one()
    {
        var start = Read(["--provider", "recorded", "--image-provider", "simulated"]);
        (start.ModelProvider, start.ImageProvider).ShouldBe(("recorded", "simulated"));
    }

    [Theory]
    [InlineData("--provider", "vertex", "recorded, simulated, bedrock, openai")]
    [InlineData("--model-provider", "gemini", "recorded, simulated, bedrock, openai")]
    [InlineData("--image-provider", "vertex", "recorded, simulated, bedrock, openai, gemini")]
    public void A_provider_that_this_version_does_not_have_is_refused_with_those_it_has(string option, string name, string names)
    {
        var error = Parse([option, name]).Parsed.Errors.ShouldHaveSingleItem();
        error.Message.ShouldBe($"{option}: '{name}' is not a provider of this version; expected one of {names}.");
    }

    static StartCourse Read(string[] arguments)
    {
        var (options, parsed) = Parse(arguments);
        parsed.Errors.ShouldBeEmpty();
        return options.Read(parsed, "folder", "simulated");
    }

    static (StartOptions Options, ParseResult Parsed) Parse(string[] arguments)
    {
        var (options, command) = (new StartOptions(), new Command("start"));
        options.AddTo(command);
        return (options, command.Parse(arguments));
    }

    static JsonElement Json(StartCourse start) => JsonSerializer.SerializeToElement(start);
}
