using CourseGen.Contracts;
using CourseGen.Models;

namespace CourseGen.Hosting.Testing;

/// <summary>What becomes of an item, as a test says.</summary>
delegate Task<object> TestWork(UnitContext unit, CancellationToken token);

sealed class TestConsumer(WorkRules rules, TestWork work) : WorkConsumer<WriteLessons>(rules)
{
    protected override WorkKind Kind => WorkKind.Lesson;

    protected override Task<object> Work(WriteLessons command, UnitContext unit, CancellationToken token) => work(unit, token);
}

sealed class TestDefinition() : WorkDefinition<TestConsumer>(QueueNames.Lessons, concurrent: 4);
