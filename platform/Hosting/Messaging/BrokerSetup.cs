using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CourseGen.Hosting;

/// <summary>Declares the whole topology and applies the policies, without consuming anything. It may run again and again.</summary>
public static class BrokerSetup
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <exception cref="SettingsException">The configuration is wrong.</exception>
    /// <exception cref="RefusedToStartException">The broker does not take it.</exception>
    public static async Task Run()
    {
        await using var app = Build();
        using var patience = new CancellationTokenSource(Patience);
        await Import(app.Services.GetRequiredService<ManagementApi>(), patience.Token);
        var bus = app.Services.GetRequiredService<IBusControl>();
        await bus.StartAsync(patience.Token);
        await bus.StopAsync(patience.Token);
    }

    static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.ConfigurationWithSecrets();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new ServiceIdentity("topology"));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddBroker(new BrokerExpectations(Policies: false));
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.UsingRabbitMq((context, rabbit) => rabbit.UseBroker(context));
        });
        return builder.Build();
    }

    static async Task Import(ManagementApi management, CancellationToken token)
    {
        if (!management.IsKnown)
            throw new SettingsException("RabbitMq:Management is missing: expected the management API's address, such as http://host:15672/, to apply the policies with.");
        try
        {
            await management.Import(BrokerDefinitions.OfOneVirtualHost(), token);
        }
        catch (HttpRequestException refused)
        {
            throw new RefusedToStartException($"RabbitMQ's management API did not take the definitions: {refused.Message}", refused);
        }
    }
}
