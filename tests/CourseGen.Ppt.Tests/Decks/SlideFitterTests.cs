using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Tests.Testing;
using A = DocumentFormat.OpenXml.Drawing;

namespace CourseGen.Ppt.Tests.Decks;

public sealed class SlideFitterTests
{
    [Fact]
    public void What_fits_stays_as_it_is()
    {
        var slide = Samples.Slide(SlideLayout.TitleContent, "Title", Samples.Bullets("One", "Two"));
        SlideFitter.Fit(slide).Single().Title.ShouldBe("Title");
    }

    [Fact]
    public void Bullets_go_on_under_the_same_title_and_none_is_lost()
    {
        var items = Enumerable.Range(1, 40).Select(number => $"Bullet {number} says something that takes a good part of a line on the slide").ToList();
        var slides = SlideFitter.Fit(Samples.Slide(SlideLayout.TitleContent, "Title", Samples.Bullets(items)));
        slides.Count.ShouldBeGreaterThan(1);
        slides.Select(slide => slide.Title).ShouldBe(Enumerable.Range(1, slides.Count).Select(number => $"Title ({number}/{slides.Count})"));
        slides.SelectMany(slide => slide.ContentBlocks).SelectMany(block => block.Items!).ShouldBe(items);
        slides.ShouldAllBe(slide => slide.Notes == Samples.Notes);
    }

    [Fact]
    public void Long_notes_are_dealt_out_over_the_slides_that_go_on()
    {
        var notes = string.Join(' ', Enumerable.Range(1, 60).Select(number => $"This is the sentence with number {number}."));
        var slides = SlideFitter.Fit(Samples.Slide(SlideLayout.TitleContent, "Title", Samples.Bullets([.. Enumerable.Repeat("A line", 15)])) with { Notes = notes });
        slides.Count.ShouldBe(2);
        string.Join(' ', slides.Select(slide => slide.Notes)).ShouldBe(notes);
    }

    [Fact]
    public void Rows_of_a_long_table_go_on_with_the_header_repeated()
    {
        var table = Samples.Table(60);
        var slides = SlideFitter.Fit(Samples.Slide(SlideLayout.Table, "Title", Samples.Text("Above"), table));
        slides.Count.ShouldBeGreaterThan(2);
        slides.Select(slide => slide.ContentBlocks[^1].Headers).ShouldAllBe(headers => headers!.SequenceEqual(table.Headers!));
        slides.SelectMany(slide => slide.ContentBlocks[^1].Rows!).Select(row => string.Join('|', row)).ShouldBe(table.Rows!.Select(row => string.Join('|', row)));
    }

    [Fact]
    public void A_row_higher_than_a_slide_is_cut_between_words()
    {
        var words = string.Join(' ', Enumerable.Range(1, 900).Select(number => $"word{number}"));
        var table = new ContentBlock { Type = BlockType.Table, Headers = ["A", "B"], Rows = [[words, "short"]] };
        var slides = SlideFitter.Fit(Samples.Slide(SlideLayout.Table, "Title", table));
        string.Join(' ', slides.SelectMany(slide => slide.ContentBlocks[0].Rows!).Select(row => row[0])).ShouldBe(words);
    }

    [Fact]
    public void Ragged_rows_get_their_missing_cells()
    {
        var table = new ContentBlock { Type = BlockType.Table, Headers = ["A"], Rows = [["1", "2", "3"], []] };
        var rows = SlideFitter.Fit(Samples.Slide(SlideLayout.Table, "Title", table)).Single().ContentBlocks[0];
        rows.Headers!.Count.ShouldBe(3);
        rows.Rows!.ShouldAllBe(row => row.Count == 3);
    }

    [Fact]
    public void Code_goes_on_line_by_line_and_keeps_its_indentation()
    {
        var code = string.Join('\n', Enumerable.Range(1, 70).Select(number => $"{new string(' ', number % 8)}line_{number} = {number}"));
        var slides = SlideFitter.Fit(Samples.Slide(SlideLayout.Code, "Title", Samples.Bullets("Read it"), Samples.Code(code)));
        slides.Count.ShouldBeGreaterThan(2);
        string.Join('\n', slides.Select(slide => slide.ContentBlocks[^1].Code)).ShouldBe(code);
    }

    [Fact]
    public void Code_goes_on_where_a_blank_line_parts_it()
    {
        var code = string.Join("\n\n", Enumerable.Range(1, 6).Select(number => $"def step_{number}():\n    first()\n    second()\n    return {number}"));
        var slides = SlideFitter.Fit(Samples.Slide(SlideLayout.Code, "Title", Samples.Bullets("Read it"), Samples.Code(code)));
        slides.Count.ShouldBeGreaterThan(1);
        slides.Select(slide => slide.ContentBlocks[^1].Code!).ShouldAllBe(part => part.StartsWith("def ", StringComparison.Ordinal));
        string.Join('\n', slides.Select(slide => slide.ContentBlocks[^1].Code)).ShouldBe(code);
    }

    [Fact]
    public void Code_of_thirteen_lines_below_two_bullets_is_set_at_sixteen_points()
    {
        var deck = Samples.Written(Samples.Deck([Samples.Slide(SlideLayout.Code, "Title", Samples.Bullets("One", "Two"), Samples.Code(string.Join('\n', Enumerable.Repeat("CREATE TABLE", 13))))]));
        DeckChecks.Read(deck, part => part.Slide.Descendants<A.RunProperties>().Where(run => run.NoProof?.Value == true).Select(run => run.FontSize!.Value)).Single().Distinct().ShouldBe([1600]);
    }

    [Fact]
    public void A_bullet_longer_than_a_slide_is_cut_between_words()
    {
        var text = string.Join(' ', Enumerable.Range(1, 1500).Select(number => $"w{number}"));
        var slides = SlideFitter.Fit(Samples.Slide(SlideLayout.TitleContent, "Title", Samples.Bullets(text)));
        string.Join(' ', slides.SelectMany(slide => slide.ContentBlocks).SelectMany(block => block.Items!)).ShouldBe(text);
    }

    [Fact]
    public void Each_picture_of_a_slide_with_several_gets_one_with_text()
    {
        var slides = SlideFitter.Fit(Samples.Slide(SlideLayout.TitleContent, "Title", Samples.Bullets("One"), Samples.Image("01-01-0001"), Samples.Bullets("Two"), Samples.Image("01-01-0002"), Samples.Image("01-01-0003", "Third")));
        slides.Select(slide => slide.ContentBlocks.Single(block => block.Type == BlockType.Image).ImageReference).ShouldBe(["01-01-0001", "01-01-0002", "01-01-0003"]);
        slides.ShouldAllBe(slide => slide.ContentBlocks.Count >= 2);
    }

    [Fact]
    public void Text_too_long_beside_a_picture_goes_on_without_it()
    {
        var items = Enumerable.Range(1, 20).Select(number => $"Bullet {number} with a little more to say").ToList();
        var slides = SlideFitter.Fit(Samples.Slide(SlideLayout.TextImageLeft, "Title", Samples.Bullets(items), Samples.Image("01-01-0001")));
        slides.Count(slide => slide.ContentBlocks.Any(block => block.Type == BlockType.Image)).ShouldBe(1);
        slides.SelectMany(slide => slide.ContentBlocks).SelectMany(block => block.Items ?? []).ShouldBe(items);
    }

    [Fact]
    public void Columns_go_on_side_by_side()
    {
        var left = Enumerable.Range(1, 25).Select(number => $"Left {number}").ToList();
        var slides = SlideFitter.Fit(Samples.Slide(SlideLayout.TwoColumns, "Title", Samples.Bullets(left) with { Heading = "L" }, Samples.Bullets("Right") with { Heading = "R" }));
        slides.ShouldAllBe(slide => slide.Layout == SlideLayout.TwoColumns && slide.ContentBlocks[0].Heading == "L" && slide.ContentBlocks[1].Heading == "R");
        slides.SelectMany(slide => slide.ContentBlocks[0].Items!).ShouldBe(left);
    }

    [Theory]
    [InlineData(SlideLayout.Section)]
    [InlineData(SlideLayout.LessonTitle)]
    public void An_opening_slide_begins_with_the_sentences_that_it_has_room_for(SlideLayout layout)
    {
        const string Sentence = "A tide is the rise and fall of the sea that the moon and the sun bring about twice a day.";
        var text = string.Join(' ', Enumerable.Repeat(Sentence, 12));
        var slides = SlideFitter.Fit(Samples.Slide(layout, "Title", Samples.Text(text)));
        slides.Count.ShouldBeGreaterThan(1);
        slides[0].ContentBlocks.ShouldHaveSingleItem().Text!.ShouldEndWith("twice a day.");
        string.Join(' ', slides.SelectMany(slide => slide.ContentBlocks).Select(block => block.Text)).ShouldBe(text);
    }

    [Fact]
    public void A_subtitle_too_long_for_its_place_becomes_text()
    {
        var subtitle = string.Join(' ', Enumerable.Repeat("much", 200));
        var slides = SlideFitter.Fit(Samples.Slide(SlideLayout.Section, "Title") with { Subtitle = subtitle });
        string.Join(' ', slides.SelectMany(slide => slide.ContentBlocks).Select(block => block.Text)).ShouldBe(subtitle);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Text_shrinks_by_a_tenth_at_most_and_no_slide_is_empty(int seed)
    {
        var random = new Random(seed);
        var layout = (SlideLayout)random.Next(15);
        var items = Enumerable.Range(0, random.Next(1, 25)).Select(_ => string.Join(' ', Enumerable.Repeat("several", random.Next(1, 40)))).ToList();
        var slides = SlideFitter.Fit(Samples.Slide(layout, "Title", Samples.Bullets(items)));
        string.Join(' ', slides.SelectMany(slide => slide.ContentBlocks).SelectMany(block => block.Items ?? [block.Text!])).ShouldBe(string.Join(' ', items));
        slides.ShouldAllBe(slide => slide.ContentBlocks.Count > 0);
        var deck = Samples.Written(Samples.Deck(slides));
        DeckChecks.Read(deck, part => part.Slide.Descendants<A.NormalAutoFit>().Select(fit => fit.FontScale?.Value ?? 100_000)).SelectMany(scales => scales).ShouldAllBe(scale => scale >= 90_000);
    }

    [Fact]
    public void Many_callouts_are_shown_as_text_rather_than_pushed_off_the_slide()
    {
        var texts = Enumerable.Range(1, 12).Select(number => $"Mind the warning with number {number}").ToList();
        var slides = SlideFitter.Fit(Samples.Slide(SlideLayout.TitleContent, "Title", [.. texts.Select(Samples.Callout)]));
        slides.SelectMany(slide => slide.ContentBlocks).Select(block => block.Text).ShouldBe(texts);
    }
}
