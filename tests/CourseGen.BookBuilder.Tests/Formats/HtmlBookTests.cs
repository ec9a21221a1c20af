using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CourseGen.BookBuilder.Testing;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.BookBuilder.Formats;

public sealed class HtmlBookTests
{
    readonly SampleCourse _course = new();

    string Html => HtmlOf(_course.Book);

    IHtmlDocument Page => new HtmlParser().ParseDocument(Html);

    string HtmlOf(Book book) =>
        Encoding.UTF8.GetString(HtmlBook.Write(book, _course.Pictures.ToDictionary(id => $"../images/{id}.png", _ => "data:image/png;base64,AAAA")));

    [Fact]
    public void The_page_is_well_formed()
    {
        var faults = new List<string>();
        var parser = new HtmlParser();
        parser.Error += (_, fault) => faults.Add(fault.ToString()!);
        parser.ParseDocument(Html);
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void Every_link_inside_the_page_leads_somewhere()
    {
        var targets = Page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]).ToList();
        targets.Count.ShouldBeGreaterThan(10);
        targets.ShouldAllBe(target => Page.GetElementById(target) != null);
    }

    [Fact]
    public void Every_id_is_there_once() =>
        Page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Fact]
    public void Every_label_names_an_element() =>
        Page.QuerySelectorAll("[aria-labelledby]").ShouldAllBe(element => Page.GetElementById(element.GetAttribute("aria-labelledby")!) != null);

    [Fact]
    public void Every_picture_is_in_the_page_and_described()
    {
        Page.Images.Length.ShouldBe(3);
        Page.Images.ShouldAllBe(image => image.GetAttribute("src")!.StartsWith("data:image/png;base64,") && image.AlternativeText!.StartsWith("Alt text of"));
        Page.QuerySelectorAll("figure > figcaption").Select(caption => caption.TextContent).ShouldBe(
            ["Figure 1-1. Ladder of levels", "Figure 1-2. Picture of Springs", "Figure 2-1. Picture of Windows"]);
    }

    [Fact]
    public void The_title_is_the_only_h1() => Page.QuerySelectorAll("h1").ShouldHaveSingleItem().TextContent.ShouldBe("Tides & Harbours");

    [Fact]
    public void No_level_of_headings_is_skipped()
    {
        var levels = Page.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(heading => heading.LocalName[1] - '0').ToList();
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);
    }

    [Fact]
    public void No_title_is_there_twice()
    {
        var lesson = Page.GetElementById("lesson-1-1")!;
        lesson.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Count(heading => heading.TextContent.Contains("Chart datum")).ShouldBe(1);
    }

    [Fact]
    public void The_page_has_language_landmarks_and_a_skip_link()
    {
        Page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        Page.DocumentElement.GetAttribute("dir").ShouldBe("ltr");
        Page.Title.ShouldBe("Tides & Harbours");
        Page.QuerySelectorAll("body > main, body > nav, body > header").Length.ShouldBe(3);
        Page.Body!.FirstElementChild!.GetAttribute("href").ShouldBe("#content");
    }

    [Fact]
    public void A_book_in_Arabic_runs_from_right_to_left()
    {
        _course.Language = "ar";
        Page.DocumentElement.GetAttribute("dir").ShouldBe("rtl");
    }

    [Fact]
    public void The_page_loads_and_runs_nothing()
    {
        Page.QuerySelectorAll("script,link,iframe,object,embed,form,base,[onclick],[onerror],[onload]").ShouldBeEmpty();
        StyleSheet.Book.ShouldNotContain("url(");
        StyleSheet.Book.ShouldNotContain("@import");
        Page.QuerySelectorAll("[src]").ShouldAllBe(element => element.GetAttribute("src")!.StartsWith("data:"));
    }

    [Fact]
    public void Code_is_not_altered() =>
        Page.QuerySelector("pre[data-language=python] code")!.TextContent.ShouldBe("# not a heading\nprint(\"[VISUAL: 01-01-0009 - not a tag]\", 1 < 2)\n");

    [Fact]
    public void Gaps_say_what_they_are()
    {
        _course.Lessons.Remove("01-02");
        _course.Labs.Remove("02-00-01");
        _course.Pictures.Remove("01-01-0001");
        Page.QuerySelector("#lesson-1-2 .notice")!.TextContent.ShouldBe(CourseWords.English.LessonMissing);
        Page.QuerySelector("#lab-02-00-01 .notice")!.TextContent.ShouldBe(CourseWords.English.LabMissing);
        Page.QuerySelector("#lesson-1-1 blockquote")!.TextContent.ShouldContain(CourseWords.English.PictureMissing);
        Page.Images.Length.ShouldBe(1);
    }

    [Fact]
    public void A_simulated_book_says_so_on_its_cover()
    {
        Page.QuerySelector(".cover .notice").ShouldBeNull();
        _course.Provider = "simulated";
        Page.QuerySelector(".cover .notice")!.TextContent.ShouldBe(CourseWords.English.SimulatedNotice);
    }

    [Fact]
    public void The_legal_notice_is_read_first() =>
        Page.QuerySelector("main")!.FirstElementChild!.TextContent.ShouldContain("Not for navigation.");

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("x](javascript:alert(1))")]
    [InlineData("`</title><script>` *a*")]
    [InlineData("<!-- --><style>*{display:none}")]
    public void A_title_shows_as_it_is_and_does_nothing(string title)
    {
        _course.FirstTitle = title;
        _course.Outline = _course.Outline with
        {
            Title = title,
            Author = title,
            Legal = title,
            Description = title,
            LearningOutcomes = [title],
            Modules = [.. _course.Outline.Modules.Select(module => module with { Title = title, Summary = title, References = [title] })],
        };
        var page = Page;
        AssertHarmless(page);
        page.QuerySelector("h1")!.TextContent.ShouldBe(title);
        page.QuerySelector("#lesson-1-1 > h3")!.TextContent.ShouldBe($"1.1 {title}");
        page.QuerySelector("#introduction p")!.TextContent.ShouldBe(title);
        page.Title.ShouldBe(title);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<script>\nalert(1)\n\n</script>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    [InlineData("[click](javascript:alert(1))")]
    [InlineData("[click](JaVa&#115;cript:alert(1))")]
    [InlineData("[click][r]\n\n[r]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[click](data:text/html;base64,AAAA)")]
    [InlineData("![x](https://example.org/spy.png)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![\" onerror=\"alert(1)](../images/01-01-0001.png)")]
    [InlineData("```\"><script>alert(1)</script>\nx\n```")]
    [InlineData("| a |\n|---|\n| <b onclick=alert(1)>x</b> [y](javascript:z) |")]
    [InlineData("[lost](#nowhere) [file](../../secret.md)")]
    [InlineData("> # A heading in a quote")]
    [InlineData("<!-- never closed")]
    public void A_lesson_does_nothing_to_the_page(string markdown)
    {
        _course.Lessons["01-02"] = $"# 1.2: Springs\n\n## Topic\n\n{markdown}\n";
        AssertHarmless(Page);
        Page.GetElementById("lesson-2-1").ShouldNotBeNull();
    }

    [Fact]
    public void A_Spanish_book_has_Spanish_fixed_words()
    {
        _course.Language = "es";
        _course.Lessons.Remove("01-02");
        Page.QuerySelector(".skip")!.TextContent.ShouldBe("Ir al contenido");
        Page.QuerySelector("#contents-title")!.TextContent.ShouldBe("Contenido");
        Page.QuerySelector("#module-1-title .number")!.TextContent.ShouldBe("Módulo 1");
        Page.QuerySelector("#lesson-1-2 .notice")!.TextContent.ShouldBe(CourseWords.Spanish.LessonMissing);
        Page.QuerySelector("figcaption")!.TextContent.ShouldStartWith("Figura 1-1.");
        Page.QuerySelector("#legal h2")!.TextContent.ShouldBe("Aviso legal");
    }

    [Fact]
    public void The_same_book_is_the_same_page() => HtmlOf(new SampleCourse().Book).ShouldBe(Html);

    [Fact]
    public void A_lab_guide_is_a_page_of_the_same_kind()
    {
        var page = new HtmlParser().ParseDocument(HtmlOf(_course.LabGuide));
        page.QuerySelectorAll("article.lab").Length.ShouldBe(2);
        page.QuerySelectorAll("th").ShouldAllBe(cell => cell.GetAttribute("scope") == "col");
        page.QuerySelectorAll(".lab .box").ShouldHaveSingleItem().TextContent.ShouldBe("☐");
        AssertHarmless(page);
    }

    static void AssertHarmless(IHtmlDocument page)
    {
        page.QuerySelectorAll("script,iframe,object,embed,form,base,link").ShouldBeEmpty();
        page.QuerySelectorAll("style").Length.ShouldBe(1);
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.All.SelectMany(element => element.Attributes).ShouldAllBe(attribute => !attribute.Name.StartsWith("on"));
        page.Images.ShouldAllBe(image => image.GetAttribute("src")!.StartsWith("data:image/"));
        page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).ShouldAllBe(target =>
            target.StartsWith("https://example.org/") || (target.StartsWith('#') && page.GetElementById(target.Substring(1)) != null));
    }
}
