using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Documents;
using CourseGen.Models.Testing;
using Microsoft.Extensions.AI;

namespace CourseGen.Models.Simulated;

public sealed class SimulatedChatClientTests
{
    static Brief Lesson(string language = "en", int number = 1) => new()
    {
        Kind = WorkKind.Lesson,
        Item = $"01-{number:00}",
        Language = language,
        CourseTitle = "Tides 🌊",
        ModuleNumber = 1,
        ModuleTitle = "Tables",
        LessonNumber = number,
        LessonTitle = $"Lesson {number}",
        TargetWords = 1500,
        Topics = [$"Chart datum {number}", $"Neaps and springs {number}"],
        NextLesson = $"Lesson {number + 1}",
    };

    static async Task<ChatResponse> Ask(Brief brief, ChatOptions? options = null, params ChatMessage[] more) =>
        await new SimulatedChatClient().GetResponseAsync([new ChatMessage(ChatRole.System, "Write."), new ChatMessage(ChatRole.User, brief.ToPrompt()), .. more], options);

    [Fact]
    public async Task An_answer_takes_as_long_as_it_is_told_to()
    {
        var time = new FakeTime();
        var answer = new SimulatedChatClient(latency: TimeSpan.FromSeconds(130), time: time)
            .GetResponseAsync([new ChatMessage(ChatRole.User, Lesson().ToPrompt())]);

        time.Advance(TimeSpan.FromSeconds(129));
        answer.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));
        (await answer.WaitAsync(Pod.Patience)).Text.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_same_brief_gives_the_same_answer_whatever_else_is_said() =>
        (await Ask(Lesson())).Text.ShouldBe((await Ask(Lesson(), null, new ChatMessage(ChatRole.Assistant, "Other."), new ChatMessage(ChatRole.User, "Again."))).Text);

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task Lessons_of_a_course_do_not_repeat_each_other(string language)
    {
        var lessons = new List<HashSet<string>>();
        for (var number = 1; number <= 12; number++)
            lessons.Add(EightGrams((await Ask(Lesson(language, number))).Text));
        for (var first = 0; first < lessons.Count; first++)
        {
            for (var second = first + 1; second < lessons.Count; second++)
            {
                var common = lessons[first].Count(lessons[second].Contains);
                (common / (double)(lessons[first].Count + lessons[second].Count - common)).ShouldBeLessThan(0.08);
            }
        }
    }

    [Fact]
    public async Task Spanish_courses_are_answered_in_Spanish_and_others_in_English()
    {
        (await Ask(Lesson("es-MX"))).Text.ShouldContain($"## {CourseWords.Spanish.Introduction}");
        (await Ask(Lesson("es"))).Text.ShouldNotContain(" de el ");
        (await Ask(Lesson("de"))).Text.ShouldContain($"## {CourseWords.English.Introduction}");
    }

    [Fact]
    public async Task The_answer_says_that_it_is_simulated() => (await Ask(Lesson())).Text.ShouldContain("simulated");

    [Fact]
    public async Task An_answer_beyond_the_limit_is_cut_off_and_goes_on_where_it_stopped()
    {
        var whole = (await Ask(Lesson())).Text;
        var text = "";
        ChatResponse part;
        do
        {
            ChatMessage[] given = text.Length == 0 ? [] : [new(ChatRole.Assistant, text), new(ChatRole.User, "Continue.")];
            part = await Ask(Lesson(), new ChatOptions { MaxOutputTokens = 700 }, given);
            part.Text.Length.ShouldBeInRange(1, 2800);
            text += part.Text;
        }
        while (part.FinishReason == ChatFinishReason.Length);
        (text, part.FinishReason).ShouldBe((whole, ChatFinishReason.Stop));
    }

    [Fact]
    public async Task A_character_of_two_halves_is_not_cut_in_two()
    {
        var brief = Lesson() with { LessonTitle = string.Concat(Enumerable.Repeat("🌊", 50)) };
        for (var tokens = 2; tokens < 12; tokens++)
            char.IsHighSurrogate((await Ask(brief, new ChatOptions { MaxOutputTokens = tokens })).Text[^1]).ShouldBeFalse();
    }

    [Fact]
    public async Task Tokens_are_counted_as_characters_by_four()
    {
        var response = await Ask(Lesson());
        response.Usage!.OutputTokenCount.ShouldBe(response.Text.Length / 4);
        response.Usage.InputTokenCount.ShouldBe(("Write.".Length + Lesson().ToPrompt().Length) / 4);
        response.ModelId.ShouldBe("simulated-1");
    }

    [Fact]
    public async Task A_stream_gives_the_same_text()
    {
        var streamed = "";
        await foreach (var update in new SimulatedChatClient().GetStreamingResponseAsync([new ChatMessage(ChatRole.User, Lesson().ToPrompt())]))
            streamed += update.Text;
        streamed.ShouldBe((await Ask(Lesson())).Text);
    }

    [Fact]
    public async Task Slides_use_every_visual_table_and_code_block_of_the_lesson_once()
    {
        var markdown = (await Ask(Lesson())).Text;
        var lesson = LessonReader.Read(markdown);
        using var plan = JsonDocument.Parse((await Ask(Lesson() with { Kind = WorkKind.Slides, TargetSlides = 8 }, null, new ChatMessage(ChatRole.User, Brief.LessonBlock(markdown)))).Text);
        var slides = plan.RootElement.GetProperty("slides").EnumerateArray().ToList();
        var types = slides.SelectMany(slide => slide.GetProperty("content_blocks").EnumerateArray()).Select(block => block.GetProperty("type").GetString()).ToList();
        types.Count(type => type == "image").ShouldBe(lesson.Visuals.Count());
        types.Count(type => type == "table").ShouldBe(lesson.Blocks.OfType<TableBlock>().Count());
        types.Count(type => type == "code").ShouldBe(lesson.Blocks.OfType<CodeBlock>().Count());
        slides.ShouldAllBe(slide => Prose.WordCount(slide.GetProperty("notes").GetString()!) >= 60 && Prose.WordCount(slide.GetProperty("notes").GetString()!) <= 180);
        slides[0].GetProperty("layout").GetString().ShouldBe("lesson_title");
    }

    [Fact]
    public async Task A_call_without_a_brief_of_a_kind_that_it_writes_is_refused()
    {
        await Should.ThrowAsync<FormatException>(() => new SimulatedChatClient().GetResponseAsync([new ChatMessage(ChatRole.User, "Hello.")]));
        await Should.ThrowAsync<FormatException>(() => Ask(Lesson() with { Kind = WorkKind.Book }));
    }

    [Fact]
    public void The_catalog_knows_the_provider_by_its_name() =>
        new ModelCatalog([new TextProvider(SimulatedChatClient.ProviderName, model => new SimulatedChatClient(model))], []).Text(new ModelRef("simulated", "simulated-1")).ShouldBeOfType<SimulatedChatClient>();

    static HashSet<string> EightGrams(string text)
    {
        var words = text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. Enumerable.Range(0, words.Length - 7).Select(at => string.Join(' ', words[at..(at + 8)]))];
    }
}
