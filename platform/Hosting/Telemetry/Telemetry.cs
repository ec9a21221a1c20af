using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CourseGen.Hosting;

/// <summary>Traces and metrics by OTLP, when the standard variable says where to.</summary>
static class Telemetry
{
    const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    static readonly string[] Sources =
        ["MassTransit", "RabbitMQ.Client.Publisher", "RabbitMQ.Client.Subscriber", "Npgsql", "Microsoft.AspNetCore", "System.Net.Http", "CourseGen"];

    static readonly string[] Meters = ["MassTransit", "CourseGen*", "System.Runtime"];

    public static void AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
            return;
        builder.Services.AddHostedService(_ => new Export(service));
    }

    sealed class Export(string service) : IHostedService
    {
        TracerProvider? _traces;
        MeterProvider? _metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            var version = typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
            var resource = ResourceBuilder.CreateDefault().AddService($"coursegen-{service}", serviceVersion: version, serviceInstanceId: ServiceIdentity.Host);
            _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources).AddOtlpExporter().Build();
            _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter().Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            _traces?.Dispose();
            _metrics?.Dispose();
            return Task.CompletedTask;
        }
    }
}
