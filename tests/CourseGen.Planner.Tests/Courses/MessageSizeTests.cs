using System.Text;
using CourseGen.Contracts;

namespace CourseGen.Planner.Tests.Courses;

/// <summary>The bed refuses messages above 64 KiB, as every bus of the product does.</summary>
public sealed class MessageSizeTests
{
    [Fact]
    public async Task The_plan_of_200_lessons_and_200_labs_is_announced_within_64_KiB()
    {
        await using var bed = await CourseBed.Start();
        bed.Script.Let(Act.StayUnstarted, WorkKind.Lesson);
        bed.Script.Let(Act.StayUnstarted, WorkKind.LabPlan);
        await bed.StartCourse(Largest);
        await bed.Until(() => bed.Items(WorkKind.Lesson).Count > 0 || bed.Faults.Count > 0);
        bed.Faults.ShouldBeEmpty();
        (bed.Course.LessonCount, bed.Course.LabCount).ShouldBe((200, 200));
    }

    [Fact]
    public async Task What_a_manifest_remembers_of_a_great_many_items_goes_with_the_largest_plan()
    {
        await using var bed = await CourseBed.Start();
        bed.Script.Let(Act.Fail, WorkKind.Lesson, failure: FailureKind.BadContent);
        bed.Script.Let(Act.Fail, WorkKind.LabPlan, failure: FailureKind.BadContent);
        (await bed.Make(Largest)).ShouldBeOfType<CourseFailed>();
        await using var later = await CourseBed.Start(like: bed);
        later.Script.Let(Act.StayUnstarted, WorkKind.Lesson);
        later.Script.Let(Act.StayUnstarted, WorkKind.LabPlan);
        await later.StartCourse(Largest);
        await later.Until(() => later.Items(WorkKind.Lesson).Count > 0 || later.Faults.Count > 0);
        later.Faults.ShouldBeEmpty();
        later.Items(WorkKind.Lesson).ShouldAllBe(lesson => lesson.Generation == 1);
    }

    [Fact]
    public async Task Wishes_for_many_items_at_once_stay_within_64_KiB_a_command()
    {
        await using var bed = await CourseBed.Start();
        bed.Workers.PicturesPerLesson = 50;
        await bed.Make(OutlineYaml.Of([1]));
        var all = Enumerable.Range(1, 50).Select(number => $"01-01-{number:0000}").ToList();
        await bed.Redo(new RepairCourse { ProjectFolder = "tides", What = all, Requirements = new string('é', 2048) });
        bed.Workers.Sent<RenderImages>().SelectMany(command => command.Units).Count(unit => unit.Requirements is not null).ShouldBe(50);
    }

    static string Largest
    {
        get
        {
            var yaml = new StringBuilder("course:\n  title: Приливы\n  modules:\n");
            for (var module = 1; module <= 4; module++)
            {
                yaml.Append($"    - title: Модуль {module}\n      lessons:\n");
                for (var lesson = 1; lesson <= 50; lesson++)
                    yaml.Append($"        - title: Урок {module}.{lesson}\n          labs: [Работа {module}.{lesson}]\n");
            }
            return yaml.ToString();
        }
    }
}
