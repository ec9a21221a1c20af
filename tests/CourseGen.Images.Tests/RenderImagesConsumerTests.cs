using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.Images.Tests;

public sealed class RenderImagesConsumerTests : IAsyncLifetime
{
    readonly ImagesBench _bench = new();

    public Task InitializeAsync() => _bench.Start();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_diagram_is_drawn_without_a_model_even_when_no_call_is_granted()
    {
        await _bench.Prompt("01-02-0001", diagram: true);

        var lesson = (await _bench.Render(calls: 0, "01-02-0001")).ShouldHaveSingleItem();

        lesson.Lesson.ShouldBe("01-02");
        lesson.StatusCode.ShouldBe(200);
        var picture = lesson.Pictures.ShouldHaveSingleItem();
        picture.Image!.Key.ShouldBe("images/01-02-0001.png");
        picture.Receipt.Calls.ShouldBeEmpty();
        picture.Receipt.Reused.ShouldBeFalse();
        (await _bench.Bytes("images/01-02-0001.svg")).Length.ShouldBeGreaterThan(500);
        Fingerprint.Sha256(await _bench.Bytes("images/01-02-0001.png")).ShouldBe(picture.Image.Sha256);
        _bench.Model.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lessons_are_announced_one_by_one_with_their_statistics()
    {
        await _bench.Prompt("01-01-0001", diagram: true);
        await _bench.Prompt("01-01-0002", diagram: true);
        await _bench.Prompt("02-01-0001", diagram: true);

        var lessons = await _bench.Render(calls: 1, "01-01-0001", "01-01-0002", "02-01-0001", "02-01-0002");

        lessons.Select(lesson => lesson.Lesson).ShouldBe(["01-01", "02-01"], ignoreOrder: true);
        var second = lessons.Single(lesson => lesson.Lesson == "02-01");
        second.StatusCode.ShouldBe(207);
        second.Statistics.ShouldBe(new ImageStatistics(2, 2, 1, 1, 0, "50.0%"));
        second.FailedDetails.ShouldHaveSingleItem().Id.ShouldBe("02-01-0002");
        second.Pictures.Single(picture => picture.Failure is not null).Failure!.Kind.ShouldBe(FailureKind.UpstreamMissing);
    }

    [Fact]
    public async Task A_picture_that_is_there_is_not_made_again()
    {
        await _bench.Prompt("01-01-0001", diagram: true);
        await _bench.Prompt("01-01-0002", diagram: false);
        await _bench.Render(calls: 1, "01-01-0001", "01-01-0002");

        var again = (await _bench.Render(calls: 1, "01-01-0001", "01-01-0002")).ShouldHaveSingleItem();

        again.Statistics.ShouldBe(new ImageStatistics(2, 2, 2, 0, 2, "100.0%"));
        again.Pictures.ShouldAllBe(picture => picture.Receipt.Reused && picture.Receipt.Calls.Count == 0);
        _bench.Model.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_picture_is_made_anew_when_its_prompt_changed()
    {
        await _bench.Prompt("01-01-0001", diagram: true, description: "First");
        var first = (await _bench.Render(calls: 0, "01-01-0001")).Single().Pictures.Single().Receipt;
        await _bench.Prompt("01-01-0001", diagram: true, description: "Second");

        var second = (await _bench.Render(calls: 0, "01-01-0001")).Single().Pictures.Single().Receipt;

        second.Reused.ShouldBeFalse();
        second.Fingerprint.ShouldNotBe(first.Fingerprint);
    }

    [Fact]
    public async Task An_artistic_image_is_asked_of_the_model_in_the_language_of_the_course()
    {
        await _bench.Prompt("01-01-0001", diagram: false);

        var picture = (await _bench.Render(calls: 1, "01-01-0001")).Single().Pictures.Single();

        picture.Receipt.Calls.ShouldHaveSingleItem().Pictures.ShouldBe(1);
        var request = _bench.Model.Requests.ShouldHaveSingleItem();
        request.Visual.Id.ShouldBe("01-01-0001");
        request.Language.ShouldBe("es");
    }

    [Fact]
    public async Task An_artistic_image_is_not_asked_for_without_a_grant()
    {
        await _bench.Prompt("01-01-0001", diagram: false);

        var lesson = (await _bench.Render(calls: 0, "01-01-0001")).Single();

        lesson.StatusCode.ShouldBe(207);
        lesson.Pictures.Single().Failure!.Kind.ShouldBe(FailureKind.Missing);
        _bench.Model.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_picture_is_asked_for_once_more_in_simpler_words()
    {
        await _bench.Prompt("01-01-0001", diagram: false);
        _bench.Model.Answers.Enqueue(() => throw new ModelRefusedException("picture 01-01-0001"));

        var lesson = (await _bench.Render(calls: 2, "01-01-0001")).Single();

        lesson.StatusCode.ShouldBe(200);
        _bench.Model.Requests.Count.ShouldBe(2);
        _bench.Model.Requests[1].Visual.EnhancedPrompt.ShouldContain("A quay at low water");
        _bench.Model.Requests[1].Visual.EnhancedPrompt.ShouldNotBe(_bench.Model.Requests[0].Visual.EnhancedPrompt);
    }

    [Fact]
    public async Task A_picture_that_is_refused_its_only_call_is_handed_back_and_then_asked_for_in_simpler_words()
    {
        await _bench.Prompt("01-01-0001", diagram: false);
        _bench.Model.Answers.Enqueue(() => throw new ModelRefusedException("picture 01-01-0001"));
        var reservation = Guid.NewGuid();

        (await _bench.Render(reservation, calls: 1, _bench.Unit("01-01-0001"))).ShouldBeEmpty();
        (await _bench.Render(reservation, calls: 1, _bench.Unit("01-01-0001"))).ShouldBeEmpty();
        _bench.Model.Requests.Count.ShouldBe(1, "a redelivery pays for nothing again");
        var lesson = (await _bench.Render(calls: 1, "01-01-0001")).Single();

        _bench.Returned.Count().ShouldBe(2);
        lesson.StatusCode.ShouldBe(200);
        lesson.Pictures.Single().Receipt.Calls.ShouldHaveSingleItem().Pictures.ShouldBe(1);
        _bench.Model.Requests.Count.ShouldBe(2);
        _bench.Model.Requests[1].Visual.EnhancedPrompt.ShouldNotBe(_bench.Model.Requests[0].Visual.EnhancedPrompt);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_picture_that_stays_refused_is_a_gap_after_two_calls(int granted)
    {
        await _bench.Prompt("01-01-0001", diagram: false);
        _bench.Model.Answers.Enqueue(() => throw new ModelRefusedException("picture 01-01-0001"));
        _bench.Model.Answers.Enqueue(() => throw new ModelRefusedException("picture 01-01-0001"));

        var lessons = new List<ImagesRendered>();
        for (var calls = 0; calls < 2; calls += granted)
            lessons.AddRange(await _bench.Render(granted, "01-01-0001"));
        lessons.AddRange(await _bench.Render(granted, "01-01-0001"));

        lessons.Count.ShouldBe(2);
        lessons.ShouldAllBe(lesson => lesson.Pictures.Single().Failure!.Kind == FailureKind.BadContent);
        _bench.Model.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("FFD8FFE000104A464946", "jpg")]
    [InlineData("524946460000000057454250", "webp")]
    public async Task A_picture_of_another_type_gets_its_true_extension_and_is_found_again(string hex, string extension)
    {
        await _bench.Prompt("01-01-0001", diagram: false);
        _bench.Model.Answers.Enqueue(() => new Picture(Convert.FromHexString(hex), "image/png"));

        var reservation = Guid.NewGuid();
        var first = (await _bench.Render(reservation, calls: 1, _bench.Unit("01-01-0001"))).Single().Pictures.Single();
        var redelivered = (await _bench.Render(reservation, calls: 1, _bench.Unit("01-01-0001"))).Single().Pictures.Single();
        var again = (await _bench.Render(calls: 1, "01-01-0001")).Single().Pictures.Single();

        (redelivered.Receipt.Reused, redelivered.Receipt.Calls.Count).ShouldBe((false, 1));
        first.Image!.Key.ShouldBe($"images/01-01-0001.{extension}");
        first.Receipt.Calls.ShouldHaveSingleItem();
        again.Image.ShouldBe(first.Image);
        again.Receipt.Reused.ShouldBeTrue();
        _bench.Model.Requests.Count.ShouldBe(1);
        (await _bench.Exists("images/01-01-0001.png")).ShouldBeFalse();
    }

    [Fact]
    public async Task Bytes_that_are_no_picture_are_a_gap()
    {
        await _bench.Prompt("01-01-0001", diagram: false);
        _bench.Model.Answers.Enqueue(() => new Picture("<html>busy</html>"u8.ToArray(), "image/png"));

        var failure = (await _bench.Render(calls: 1, "01-01-0001")).Single().Pictures.Single().Failure!;

        failure.Kind.ShouldBe(FailureKind.BadContent);
        failure.Reason.ShouldContain("01-01-0001");
    }

    [Fact]
    public async Task A_picture_put_there_by_hand_is_kept_unless_it_is_forced()
    {
        await _bench.Prompt("01-01-0001", diagram: true);
        await _bench.PutByHand("images/01-01-0001.png", "by hand"u8.ToArray());

        var kept = (await _bench.Render(calls: 0, "01-01-0001")).Single().Pictures.Single();
        var forced = (await _bench.Render(0, _bench.Unit("01-01-0001") with { Force = true })).Single().Pictures.Single();

        kept.Image!.Sha256.ShouldBe(Fingerprint.Sha256("by hand"u8));
        forced.Image!.Sha256.ShouldNotBe(kept.Image.Sha256);
        (await _bench.Bytes("versions/images/01-01-0001.png.1")).ShouldBe("by hand"u8.ToArray());
    }

    [Fact]
    public async Task A_prompt_that_was_broken_by_hand_is_named_with_its_fault()
    {
        var visual = ImagesBench.Visual("01-01-0001", diagram: true, "A quay");
        await _bench.Put("prompts/01-01-0001.json", "{ nonsense"u8.ToArray());
        await _bench.Put("prompts/01-01-0002.json", DocumentJson.Write(visual));
        var dangling = visual with { Id = "01-01-0003", Diagram = visual.Diagram! with { Edges = [new("a", "z")] } };
        await _bench.Put("prompts/01-01-0003.json", DocumentJson.Write(dangling));

        var lesson = (await _bench.Render(calls: 1, "01-01-0001", "01-01-0002", "01-01-0003")).Single();

        lesson.Pictures.ShouldAllBe(picture => picture.Failure!.Kind == FailureKind.BadContent);
        lesson.FailedDetails.Select(failed => failed.Error).ShouldBe([
            "prompts/01-01-0001.json cannot be drawn: it is not the JSON of a visual, near line 1.",
            "prompts/01-01-0002.json cannot be drawn: its id is '01-01-0001'.",
            "prompts/01-01-0003.json cannot be drawn: an edge of its diagram goes from 'a' to 'z', and one of them is no node.",
        ]);
    }

    [Fact]
    public async Task An_id_that_is_none_reads_no_file()
    {
        var lesson = (await _bench.Render(calls: 1, "../../etc/passwd")).Single();

        lesson.FailedDetails.ShouldHaveSingleItem().Error.ShouldBe("'../../etc/passwd' is not a visual's id.");
    }

    [Fact]
    public async Task What_needs_more_calls_than_granted_is_handed_back_and_the_rest_announced()
    {
        await _bench.Prompt("01-01-0001", diagram: true);
        await _bench.Prompt("01-01-0002", diagram: false);
        _bench.Model.Answers.Enqueue(() => throw new GrantUsedUpException("01-01-0002", 1));

        var lesson = (await _bench.Render(calls: 1, "01-01-0001", "01-01-0002")).Single();

        lesson.Statistics.ShouldBe(new ImageStatistics(2, 1, 1, 0, 0, "100.0%"));
        _bench.Returned.ShouldHaveSingleItem().Receipt.Item.ShouldBe("01-01-0002");
    }
}
