using System.Threading.Channels;
using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Cli.Embedded;

/// <summary>The course's events in the order they come, for whoever shows them.</summary>
sealed class CourseWatch(Guid course)
{
    readonly Channel<ICourseMessage> _events = Channel.CreateUnbounded<ICourseMessage>(new UnboundedChannelOptions { SingleReader = true });

    public ChannelReader<ICourseMessage> Events => _events.Reader;

    /// <summary>A rejection that could not even be told whose it is concerns us too: nobody else sends here.</summary>
    public void See(ICourseMessage message)
    {
        if (message.CourseId == course || message.CourseId == Guid.Empty)
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
