using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Hosting;

/// <summary>Declares the whole topology, without consuming anything.</summary>
public static class BrokerSetup
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <exception cref="SettingsException">The configuration is wrong.</exception>
    /// <exception cref="RefusedToStartException">The broker does not take it.</exception>
    public static async Task Run()
    {
        StartFailure.EndWithOneLine("topology");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(new ServiceIdentity("topology"));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddBroker();
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.UsingRabbitMq((context, rabbit) => rabbit.UseBroker(context));
        });
        await using var app = builder.Build();
        var bus = app.Services.GetRequiredService<IBusControl>();
        using var patience = new CancellationTokenSource(Patience);
        await bus.StartAsync(patience.Token);
        await bus.StopAsync(patience.Token);
    }
}
