using CourseGen.Documents;

namespace CourseGen.Models.Simulated;

/// <summary>A lesson in the asked form and length, about nothing but its outline's own words.</summary>
static class SimulatedLesson
{
    const int DefaultWords = 1200;

    /// <summary>Of objectives, introduction, summary and references, about.</summary>
    const int OpeningWords = 160;
    const int ClosingWords = 130;

    /// <summary>A topic with fewer words has no room for a table and code.</summary>
    const int RoomyTopic = 220;

    public static string Write(Brief brief)
    {
        var words = CourseWords.In(brief.Language);
        var voice = new Voice(brief, markdown: true);
        var page = new Page(voice);
        var topics = brief.Topics.Count > 0 ? brief.Topics : [brief.LessonTitle ?? brief.Item];
        var target = brief.TargetWords > 0 ? brief.TargetWords : DefaultWords;
        page.Heading(1, $"{brief.ModuleNumber}.{brief.LessonNumber}: {brief.LessonTitle}");
        page.Heading(2, words.LearningObjectives).Bullets(Objectives(voice, topics));
        page.Heading(2, words.Introduction).Block($"{voice.Say("introduction")} {voice.Say("introduction")} {voice.Say("simulated")}");
        page.More("introduction", OpeningWords);
        var opened = page.Words;
        for (var topic = 0; topic < topics.Count; topic++)
            Topic(page, voice, brief, topics[topic], topic, words, Share(topic), Share(topic + 1));
        voice.About(brief.LessonTitle ?? brief.Item);
        page.Heading(2, words.Summary).Heading(3, words.KeyTakeaways).Bullets(voice.Say("takeaway", 4));
        page.Heading(3, words.WhatsNext).Block(voice.Say(brief.NextLesson is null ? "last" : "next"));
        page.Heading(2, words.References);
        page.Bullets(Enumerable.Range(0, 3).Select(number => Reference(voice, brief, topics[number % topics.Count], number)));
        return page.ToString();

        double Share(int topicsDone) => opened + (Math.Max(0, target - opened - ClosingWords) * topicsDone / (double)topics.Count);
    }

    static IEnumerable<string> Objectives(Voice voice, IReadOnlyList<string> topics)
    {
        for (var number = 0; number < Math.Clamp(topics.Count + 1, 3, 5); number++)
        {
            voice.About(topics[number % topics.Count]);
            yield return voice.Say("objective");
        }
    }

    static void Topic(Page page, Voice voice, Brief brief, string topic, int index, CourseWords words, double from, double to)
    {
        var roomy = to - from >= RoomyTopic;
        voice.About(topic);
        page.Heading(2, topic).Heading(3, words.Concept).Paragraphs("concept", from + ((to - from) * 0.35));
        page.Heading(3, words.InDetail).Paragraphs("detail", from + ((to - from) * 0.5));
        page.Block($"[VISUAL: {brief.Item}-{index + 1:0000} - {voice.Say("picture")}]");
        if (index == 0 || (roomy && index % 2 == 0))
            page.Block(voice.Say("leads.table")).Block(SimulatedExamples.Table(voice));
        page.More("detail", from + ((to - from) * 0.75)).Heading(3, words.InPractice);
        if (roomy && index % 3 == 0)
            Code(page, voice);
        else if (roomy)
            page.Block(voice.Say("practice")).Numbered(voice.Say("procedure", 3));
        else
            page.Block(voice.Say("practice"));
        page.More("practice", to);
    }

    static void Code(Page page, Voice voice)
    {
        var (language, code, output) = SimulatedExamples.Code(voice);
        voice["output"] = output;
        page.Block(voice.Say("leads.code")).Code(language, code).Block(voice.Say("prints"));
    }

    static string Reference(Voice voice, Brief brief, string topic, int number)
    {
        voice.About(topic);
        return $"[{voice.Say("source")}](https://example.org/{brief.Item}/{number + 1})";
    }
}
