using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Hosting.Testing;

namespace CourseGen.Hosting;

public sealed class MessageSizeFilterTests
{
    const int MaxBytes = 64 * 1024;

    [Fact]
    public async Task A_message_of_more_than_64_KiB_is_refused_where_it_is_published()
    {
        await using var bus = await WorkBus.Start((unit, _) => Task.FromResult(WorkConsumerTests.Written(unit)));
        var command = bus.Command(new string('l', MaxBytes));

        var refused = await Should.ThrowAsync<InvalidOperationException>(() => bus.Send(command));

        refused.Message.ShouldStartWith("A WriteLessons of ");
        refused.Message.ShouldEndWith("bytes was to be published; at most 65536 are allowed: put content into the store and send its reference.");
    }

    [Fact]
    public async Task Its_envelope_counts()
    {
        await using var bus = await WorkBus.Start((unit, _) => Task.FromResult(WorkConsumerTests.Written(unit)));
        var bare = JsonSerializer.SerializeToUtf8Bytes(bus.Command("")).Length;

        await Should.ThrowAsync<InvalidOperationException>(() => bus.Send(bus.Command(new string('l', MaxBytes - bare))));
        await bus.Send(bus.Command(new string('l', MaxBytes - bare - 2048)));
    }

    [Fact]
    public async Task An_event_too_large_faults_its_command_and_the_fault_comes_through_whatever_its_size()
    {
        await using var bus = await WorkBus.Start((unit, _) => Task.FromResult<object>(
            new WorkFailed(unit.CourseId, WorkKind.Lesson, unit.Receipt("", reused: false), new(FailureKind.Transient, new string('r', MaxBytes), ""))));

        await bus.Run(bus.Command(new string('l', MaxBytes - 4096)));

        bus.Published.Events.Select(message => message.GetType().Name).ShouldBe(["WorkStarted", "FaultEvent`1"]);
    }
}
