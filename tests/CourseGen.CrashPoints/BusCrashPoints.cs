using MassTransit;
using Microsoft.Extensions.Hosting;

namespace CourseGen.CrashPoints;

/// <summary>Before, while and after a message is published (after: the broker has confirmed it); before and after a delivery is acknowledged.</summary>
sealed class BusCrashPoints(IBusControl bus) : IHostedService, ISendObserver, IPublishObserver, IConsumeObserver, IReceiveObserver
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        bus.ConnectSendObserver(this);
        bus.ConnectPublishObserver(this);
        bus.ConnectConsumeObserver(this);
        bus.ConnectReceiveObserver(this);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task PreSend<T>(SendContext<T> context) where T : class => Publishing();

    public Task PostSend<T>(SendContext<T> context) where T : class => Published();

    public Task SendFault<T>(SendContext<T> context, Exception exception) where T : class => Task.CompletedTask;

    public Task PrePublish<T>(PublishContext<T> context) where T : class => Publishing();

    public Task PostPublish<T>(PublishContext<T> context) where T : class => Published();

    public Task PublishFault<T>(PublishContext<T> context, Exception exception) where T : class => Task.CompletedTask;

    public Task PreConsume<T>(ConsumeContext<T> context) where T : class => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context) where T : class => Passed("ack.before");

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception) where T : class => Task.CompletedTask;

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context) => Passed("ack.after");

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType) where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception) where T : class => Task.CompletedTask;

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;

    static Task Publishing()
    {
        CrashPoint.Pass("publish.before");
        CrashPoint.PassSoon("publish.unconfirmed");
        return Task.CompletedTask;
    }

    static Task Published() => Passed("publish.confirmed");

    static Task Passed(string point)
    {
        CrashPoint.Pass(point);
        return Task.CompletedTask;
    }
}
