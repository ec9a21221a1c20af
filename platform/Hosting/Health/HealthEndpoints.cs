using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CourseGen.Hosting;

/// <summary>
/// <c>/livez</c>: the process answers, and no endpoint is dead; restart it otherwise. <c>/readyz</c>: bus, store and database can be
/// used; degraded counts as not. Both answer in JSON, with the reasons when not well.
/// </summary>
public static class HealthEndpoints
{
    internal const string Live = "live", Ready = "ready";

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/livez", Options(Live));
        app.MapHealthChecks("/readyz", Options(Ready));
    }

    internal static void AddHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks()
            .AddCheck<StoreCheck>("store", tags: [Ready])
            .AddCheck<EndpointCheck>("endpoints", tags: [Live]);

    static HealthCheckOptions Options(string tag) => new()
    {
        Predicate = check => check.Tags.Contains(tag),
        ResponseWriter = Write,
        ResultStatusCodes =
        {
            [HealthStatus.Healthy] = StatusCodes.Status200OK,
            [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable,
            [HealthStatus.Unhealthy] = StatusCodes.Status503ServiceUnavailable,
        },
    };

    static Task Write(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "application/json";
        var reasons = report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? $"{entry.Value.Status}");
        return JsonSerializer.SerializeAsync(http.Response.Body, new Answer(report.Status == HealthStatus.Healthy ? "ok" : "failing", reasons), Json);
    }

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    sealed record Answer(string Status, IReadOnlyDictionary<string, string> Reasons);
}
