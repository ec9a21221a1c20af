using CourseGen.BookBuilder.Testing;
using CourseGen.Contracts.Documents;

namespace CourseGen.BookBuilder.Books;

public sealed class LabGuideTests
{
    readonly SampleCourse _course = new();

    string Setup => SetupGuide.Write(_course.Plan, _course.LabPlan!);

    [Fact]
    public void Labs_stand_by_module_in_the_order_of_their_ids()
    {
        _course.LabGuide.Metadata.Title.ShouldBe("Tides & Harbours: Lab guide");
        _course.LabGuide.Modules.SelectMany(module => module.Labs).Select(lab => lab.LabId).ShouldBe(["01-01-01", "02-00-01"]);
        _course.LabGuide.Modules.ShouldAllBe(module => module.Lessons.Count == 0);
    }

    [Fact]
    public void A_module_without_labs_is_no_chapter()
    {
        var plan = _course.Plan with { Labs = [.. _course.Plan.Labs.Where(lab => lab.ModuleNumber == 2)] };
        LabGuideAssembly.Assemble(_course.Sources with { Plan = plan }).Modules.ShouldHaveSingleItem().ModuleNumber.ShouldBe(2);
    }

    [Fact]
    public void A_chapter_tells_durations_as_planned_else_as_the_outline_says()
    {
        _course.LabGuide.Modules[0].Introduction.ShouldContain("| [01-01-01 Find a depth](#lab-01-01-01) | 30 min | easy | python |");
        _course.LabGuide.Modules[1].Introduction.ShouldContain("| [02-00-01 Plan a window](#lab-02-00-01) | 40 min |");
    }

    [Fact]
    public void The_introduction_tells_what_the_labs_need()
    {
        var introduction = _course.LabGuide.Metadata.CourseIntroduction;
        introduction.ShouldContain("- Plan safely");
        introduction.ShouldContain("- Any computer");
        introduction.ShouldContain("| Python | 3.12 | Runs the labs | Part of Linux |");
        introduction.ShouldContain("- No network");
    }

    [Fact]
    public void Without_a_lab_plan_the_guide_has_its_labs_only()
    {
        _course.LabPlan = null;
        _course.LabGuide.Metadata.CourseIntroduction.ShouldBeEmpty();
        _course.LabGuide.Modules.Count.ShouldBe(2);
    }

    [Fact]
    public void A_missing_version_is_a_visible_marker() =>
        Setup.ShouldContain(@"| Bash | \[version to validate\] | Types commands |  |");

    [Fact]
    public void The_setup_guide_holds_nothing_but_the_plan() => Setup.ShouldBe("""
        # Tides & Harbours: Setup guide

        ## Hardware

        - Any computer

        ## Software

        | Name | Version | Purpose | Installation |
        |---|---|---|---|
        | Python | 3.12 | Runs the labs | Part of Linux |
        | Bash | \[version to validate\] | Types commands |  |

        ## Labs

        | Lab | Duration | Complexity | Technologies |
        |---|---|---|---|
        | 01-01-01 Find a depth | 30 min | easy | python |
        | 02-00-01 Plan a window | 40 min |  |  |
        | **Total** | **70 min** |  |  |

        ## Please note

        - No network

        """);

    [Fact]
    public void A_plan_without_requirements_says_so()
    {
        _course.LabPlan = new LabMasterPlan([], [], [], [], []);
        Setup.ShouldContain("## Hardware\n\nThe lab plan names none.\n\n## Software\n\nThe lab plan names none.");
    }

    [Fact]
    public void A_setup_guide_of_a_simulated_plan_says_so()
    {
        _course.Provider = "simulated";
        Setup.ShouldContain("> The text of this course is simulated");
    }

    [Fact]
    public void A_Spanish_guide_has_Spanish_fixed_words()
    {
        _course.Language = "es-MX";
        Setup.ShouldContain("| Nombre | Versión | Finalidad | Instalación |");
        Setup.ShouldContain(@"\[versión por validar\]");
        Setup.ShouldContain("| 30 min | fácil |");
        _course.LabGuide.Metadata.Title.ShouldEndWith(": Guía de laboratorios");
    }
}
