using System.Threading.Channels;
using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Cli.Embedded;

/// <summary>The course's events in the order they come, for whoever shows them.</summary>
/// <param name="concerns">Which events are the course's.</param>
sealed class CourseWatch(Func<ICourseMessage, bool> concerns)
{
    readonly Channel<ICourseMessage> _events = Channel.CreateUnbounded<ICourseMessage>(new UnboundedChannelOptions { SingleReader = true });

    public ChannelReader<ICourseMessage> Events => _events.Reader;

    public void See(ICourseMessage message)
    {
        if (concerns(message))
            _events.Writer.TryWrite(message);
    }
}

sealed class CourseWatchConsumer(CourseWatch watch) :
    IConsumer<CourseStarted>, IConsumer<CourseProgressed>, IConsumer<CourseCompleted>, IConsumer<CourseCompletedWithGaps>, IConsumer<CourseFailed>,
    IConsumer<CourseRejected>, IConsumer<CoursePaused>, IConsumer<CourseCancelled>
{
    public Task Consume(ConsumeContext<CourseStarted> context) => See(context.Message);

    public Task Consume(ConsumeContext<CourseProgressed> context) => See(context.Message);

    public Task Consume(ConsumeContext<CourseCompleted> context) => See(context.Message);

    public Task Consume(ConsumeContext<CourseCompletedWithGaps> context) => See(context.Message);

    public Task Consume(ConsumeContext<CourseFailed> context) => See(context.Message);

    public Task Consume(ConsumeContext<CourseRejected> context) => See(context.Message);

    public Task Consume(ConsumeContext<CoursePaused> context) => See(context.Message);

    public Task Consume(ConsumeContext<CourseCancelled> context) => See(context.Message);

    Task See(ICourseMessage message)
    {
        watch.See(message);
        return Task.CompletedTask;
    }
}
