using System.Text;
using System.Text.RegularExpressions;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Infographics;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Infographics;

/// <summary>The page in a browser, by keyboard and on paper.</summary>
public sealed partial class PageInBrowserTests : IDisposable
{
    const string Current = "[...document.querySelectorAll('.slide')].indexOf(document.activeElement) + 1";
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-page-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_asks_for_nothing_but_itself()
    {
        await using var browser = await Open();
        if (browser is null)
            return;
        browser.Requests.ShouldHaveSingleItem().ShouldStartWith("file:");
        (await browser.Evaluate<int>("[...document.images].filter(image => image.complete && image.naturalWidth > 0).length")).ShouldBe(2);
    }

    [Fact]
    public async Task Keys_go_through_the_slides_and_show_their_notes()
    {
        await using var browser = await Open();
        if (browser is null)
            return;
        var seen = new List<int>();
        foreach (var key in (string[])["ArrowRight", "ArrowRight", " ", "ArrowLeft", "End", "ArrowRight", "Home", "ArrowUp"])
        {
            await browser.Press(key);
            seen.Add(await browser.Evaluate<int>(Current));
        }
        seen.ShouldBe([2, 3, 4, 3, 9, 9, 1, 1]);
        await browser.Press("n");
        (await browser.Evaluate<bool>("document.querySelector('#slide-1 details').open")).ShouldBeTrue();
        (await browser.Evaluate<double>("document.querySelector('#slide-1').getBoundingClientRect().top")).ShouldBeInRange(0, 100, "the slide is at the top");
    }

    [Fact]
    public async Task Everything_is_reached_by_tab_and_the_first_stop_leads_past_the_contents()
    {
        await using var browser = await Open();
        if (browser is null)
            return;
        await browser.Press("Tab");
        await browser.Press("Enter");
        (await browser.Evaluate<int>(Current)).ShouldBe(1);
        var stops = new HashSet<string>();
        for (var count = 0; count < 40; count++)
        {
            await browser.Press("Tab");
            stops.Add(await browser.Evaluate<string>("document.activeElement.tagName"));
        }
        stops.ShouldContain("SUMMARY");
        stops.ShouldContain("PRE");
    }

    [Theory]
    [InlineData(1400)]
    [InlineData(800)]
    [InlineData(360)]
    public async Task Nothing_stands_outside_its_slide_at_any_width(int width)
    {
        await using var browser = await Open(width);
        if (browser is null)
            return;
        var outside = await browser.Evaluate<string[]>("""
            [...document.querySelectorAll('.slide')].flatMap(slide => {
              const box = slide.getBoundingClientRect();
              return [...slide.querySelectorAll('h2, h3, p, li, img, figcaption, blockquote, pre, table')].filter(part => {
                const own = part.getBoundingClientRect();
                return own.left < box.left - 1 || own.right > box.right + 1;
              }).map(part => `${slide.id} ${part.tagName}`);
            })
            """);
        outside.ShouldBeEmpty();
        (await browser.Evaluate<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue("the page does not scroll sideways");
    }

    [Fact]
    public async Task On_paper_each_slide_is_a_page()
    {
        await using var browser = await Open();
        if (browser is null)
            return;
        PageObject().Count(Encoding.Latin1.GetString(await browser.Print())).ShouldBe(9);
    }

    async Task<Chromium?> Open(int width = 1400)
    {
        IReadOnlyList<Slide> slides =
        [
            Samples.Slide(SlideLayout.Cover, "Harbour tides", Samples.Text("A. Author")) with { Subtitle = "How to read tide tables" },
            Samples.Slide(SlideLayout.Section, "Module 1: Levels", Samples.Bullets("1.1 Heights", "1.2 Springs")),
            Samples.Slide(SlideLayout.LessonTitle, "1.1 Heights") with { Subtitle = "Module 1 · Lesson 1", Minutes = 1.5m },
            Samples.Slide(SlideLayout.TextImageRight, "A ladder of levels", Samples.Bullets("Up from datum", "Down from datum"), Samples.Image("01-01-0001")),
            Samples.Slide(SlideLayout.TextImageLeft, "The same, mirrored", Samples.Text("What it shows."), Samples.Image("01-01-0002")),
            Samples.Slide(SlideLayout.Table, "Published levels", Samples.Text("Averages of many years"), Samples.Table(8, 5, "a value of some length")),
            Samples.Slide(SlideLayout.Code, "The sum", Samples.Bullets("Keeps the sign"), Samples.Code($"print({new string('x', 160)})\nprint(2)")),
            Samples.Slide(SlideLayout.TwoColumns, "Springs and neaps", Samples.Bullets("High highs", "Low lows") with { Heading = "Springs" }, Samples.Bullets("Little of both") with { Heading = "Neaps" }),
            Samples.Slide(SlideLayout.Summary, "What to remember", Samples.Bullets("One zero", $"An-unbroken-word-{new string('w', 60)}"), Samples.Callout("Weather can hold the sea below the tables.")),
        ];
        var structure = new DeckStructure("Harbour tides", "professional", "en", slides.Count, 1, 1, "complete", [.. slides.Select((slide, index) => slide with { SlideNumber = index + 1 })]);
        var pictures = new Dictionary<string, PagePicture>
        {
            ["01-01-0001"] = new(() => $"data:image/png;base64,{Convert.ToBase64String(Samples.Png(1600, 900))}", "Levels"),
            ["01-01-0002"] = new(() => $"data:image/png;base64,{Convert.ToBase64String(Samples.Png(600, 1200))}", "Levels"),
        };
        var file = Path.Combine(_folder.FullName, "infographic.html");
        await File.WriteAllBytesAsync(file, new InfographicPage(structure, pictures).Write());
        return await Chromium.Open(file, width);
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.NonBacktracking)]
    private static partial Regex PageObject();
}
