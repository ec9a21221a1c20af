using System.Text;
using CourseGen.Contracts.Documents;
using CourseGen.Planner.Outlines;

namespace CourseGen.Planner.Tests.Outlines;

public sealed class SampleOutlineTests
{
    static readonly string Samples = Path.Combine(Repository(), "samples");

    [Theory]
    [InlineData("harbour-tides", 2, 6, 2)]
    [InlineData("bases-de-datos", 2, 6, 2)]
    [InlineData("data-engineering", 7, 42, 8)]
    [InlineData("large", 30, 200, 30)]
    public void The_samples_are_read_without_faults_or_warnings(string sample, int modules, int lessons, int labs)
    {
        var reading = OutlineReader.Read(Bytes(sample));

        reading.Faults.ShouldBeEmpty();
        reading.Warnings.ShouldBeEmpty();
        var outline = reading.Outline.ShouldNotBeNull();
        outline.Modules.Count.ShouldBe(modules);
        outline.Modules.Sum(module => module.Lessons.Count).ShouldBe(lessons);
        outline.Modules.Sum(module => module.Labs.Count + module.Lessons.Sum(lesson => lesson.Labs.Count)).ShouldBe(labs);
    }

    [Theory]
    [InlineData("data-engineering")]
    [InlineData("large")]
    public void Durations_in_the_samples_add_up(string sample)
    {
        var outline = OutlineReader.Read(Bytes(sample)).Outline.ShouldNotBeNull();

        outline.TotalDurationMinutes.ShouldBe(outline.Modules.Sum(module => module.DurationMinutes));
        foreach (var module in outline.Modules)
            module.DurationMinutes.ShouldBe(module.Lessons.Sum(Minutes) + module.Labs.Sum(lab => lab.DurationMinutes), module.Title);
        foreach (var lesson in outline.Modules.SelectMany(module => module.Lessons))
        {
            lesson.Topics.Count.ShouldBeInRange(2, 4, lesson.Title);
            lesson.Topics.Select(topic => topic.Title).ShouldBeUnique();
            lesson.Topics.Sum(topic => topic.DurationMinutes).ShouldBe(lesson.DurationMinutes, lesson.Title);
        }
    }

    [Fact]
    public void Truncated_and_mutated_samples_are_read_or_refused_but_never_break_the_reader()
    {
        var random = new Random(20251);
        foreach (var sample in new[] { "harbour-tides", "bases-de-datos" })
        {
            var bytes = Bytes(sample);
            for (var i = 0; i < 500; i++)
            {
                var mutated = Mutated(bytes[..random.Next(bytes.Length + 1)], random);
                var reading = OutlineReader.Read(mutated);
                (reading.Outline is null).ShouldBe(reading.Faults.Count > 0, Convert.ToBase64String(mutated));
                reading.Faults.Where(fault => fault.Line < 1 || fault.Column < 1 || fault.Message.Any(char.IsControl)).ShouldBeEmpty();
            }
        }
    }

    static byte[] Mutated(byte[] bytes, Random random)
    {
        string[] splices = ["- ", ": ", "\n", "\t", "[", "]", "{", "}", "&a ", "*a", "!x ", "'", "\"", "\\", "\\UFFFFFFFF", "|", ">-", "---\n", "%TAG", "? ", "~", "\0", "\u0085", "😀"];
        var mutated = bytes.ToList();
        for (var edits = random.Next(4); edits > 0; edits--)
        {
            var at = random.Next(mutated.Count + 1);
            var length = Math.Min(random.Next(20), mutated.Count - at);
            mutated.RemoveRange(at, length);
            mutated.InsertRange(at, random.Next(2) == 0 ? [(byte)random.Next(256)] : Encoding.UTF8.GetBytes(splices[random.Next(splices.Length)]));
        }
        return [.. mutated];
    }

    static int Minutes(OutlineLesson lesson) => (lesson.DurationMinutes ?? 0) + lesson.Labs.Sum(lab => lab.DurationMinutes);

    static byte[] Bytes(string sample) => File.ReadAllBytes(Path.Combine(Samples, sample, "outline.yaml"));

    static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CourseGen.sln")))
            folder = folder.Parent;
        return folder.ShouldNotBeNull().FullName;
    }
}
