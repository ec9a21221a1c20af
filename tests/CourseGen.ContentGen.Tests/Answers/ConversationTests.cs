using CourseGen.ContentGen.Answers;
using CourseGen.ContentGen.Tests.Testing;
using CourseGen.Models;
using Microsoft.Extensions.AI;

namespace CourseGen.ContentGen.Tests.Answers;

public sealed class ConversationTests
{
    static readonly ChatMessage[] Prompt = [new(ChatRole.System, "Write."), new(ChatRole.User, "About tides.")];

    [Fact]
    public async Task A_good_answer_is_taken_at_once()
    {
        var calls = new ScriptedCalls(new Answer("good", "end_turn"));
        (await Ask(calls, tries: 2)).ShouldBe("good");
        calls.Asked.ShouldHaveSingleItem().ShouldBe(Prompt);
    }

    [Fact]
    public async Task A_faulty_answer_is_sent_back_with_its_faults()
    {
        var calls = new ScriptedCalls(new Answer("bad", "end_turn"), new Answer("good", "end_turn"));
        (await Ask(calls, tries: 2)).ShouldBe("good");
        calls.Asked[1].Select(message => message.Role).ShouldBe([ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.User]);
        calls.Asked[1][2].Text.ShouldBe("bad");
        calls.Asked[1][3].Text.ShouldContain("- 'bad' is not good");
    }

    [Fact]
    public async Task Only_the_last_faulty_answer_is_sent_back()
    {
        var calls = new ScriptedCalls(new Answer("bad", "end_turn"), new Answer("worse", "end_turn"), new Answer("good", "end_turn"));
        (await Ask(calls, tries: 3)).ShouldBe("good");
        calls.Asked[2].Count.ShouldBe(4);
        calls.Asked[2][2].Text.ShouldBe("worse");
    }

    [Fact]
    public async Task Answers_that_stay_faulty_are_an_expected_failure()
    {
        var calls = new ScriptedCalls(new Answer("bad", "end_turn"), new Answer("worse", "end_turn"));
        var failure = await Should.ThrowAsync<UnusableAnswerException>(() => Ask(calls, tries: 2));
        failure.Message.ShouldBe("The model's answer for lesson 01-02 stayed unusable: 'worse' is not good.");
    }

    [Fact]
    public async Task What_can_be_used_of_the_last_answer_is_used()
    {
        var calls = new ScriptedCalls(new Answer("bad", "end_turn"), new Answer("half", "end_turn"));
        (await new Conversation(calls, "lesson 01-02", Prompt).Ask(text => new Reading<string>(text, ["no"]), 2, CancellationToken.None)).ShouldBe("half");
    }

    [Fact]
    public async Task An_answer_cut_off_at_its_limit_is_continued_and_joined()
    {
        var calls = new ScriptedCalls(new Answer("go", "max_tokens"), new Answer("o", "max_tokens"), new Answer("d", "end_turn"));
        (await Ask(calls, tries: 1)).ShouldBe("good");
        calls.Asked[2][^2].Text.ShouldBe("goo");
        calls.Asked[2][^2].Role.ShouldBe(ChatRole.Assistant);
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_an_expected_failure() =>
        (await Should.ThrowAsync<UnusableAnswerException>(() => Ask(new ScriptedCalls([.. Enumerable.Repeat(new Answer("go on", "max_tokens"), 3)]), tries: 2)))
            .Message.ShouldContain("cut off at the token limit 3 times");

    [Fact]
    public async Task An_empty_answer_is_asked_for_again_without_being_quoted()
    {
        var calls = new ScriptedCalls(new Answer(" ", "end_turn"), new Answer("good", "end_turn"));
        (await Ask(calls, tries: 2)).ShouldBe("good");
        calls.Asked[1].ShouldBe(Prompt);
    }

    static Task<string> Ask(ModelCalls calls, int tries) => new Conversation(calls, "lesson 01-02", Prompt).Ask(
        text => text == "good" ? new Reading<string>(text, []) : new Reading<string>(null, [$"'{text}' is not good"]), tries, CancellationToken.None);
}
