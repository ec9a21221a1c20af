using System.Text.Json;
using System.Text.Json.Nodes;
using CourseGen.BedrockSim.Options;
using CourseGen.BedrockSim.Quota;
using CourseGen.BedrockSim.Wire;
using CourseGen.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CourseGen.BedrockSim.Endpoints;

/// <summary>What is not Bedrock's: the report, a reset, another quota, a fault on demand, what is drawn. No key is asked for.</summary>
sealed class SimulatorEndpoints(BedrockSimulator simulator)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_sim/report", (bool? series) => Results.Json(simulator.Report(series ?? true), WireJson.Options));
        routes.MapPost("/_sim/reset", context => Change(context, body => simulator.Reset(CommandLine.With(simulator.Options, body.AsObject()))));
        routes.MapPost("/_sim/quota", context => Change(context, SetQuota));
        routes.MapPost("/_sim/fault", context => Change(context, Fault));
        routes.MapGet("/_sim/draw", (string kind, string item, int? number) => Enum.TryParse<WorkKind>(kind, ignoreCase: true, out var known)
            ? Results.Json(simulator.Draws.Of(known, item, number ?? 0), WireJson.Options)
            : Results.BadRequest($"kind: expected one of {string.Join(", ", Enum.GetNames<WorkKind>())}, not '{kind}'."));
    }

    void SetQuota(JsonNode body)
    {
        var model = body["model"]?.GetValue<string>() ?? throw new SimulatorOptionException("model: expected the name of a quota.");
        simulator.SetQuota(model, body.Deserialize<SimulatedQuota>(WireJson.Options)!);
    }

    void Fault(JsonNode body)
    {
        var type = body["type"]?.GetValue<string>() ?? "";
        simulator.FailNext(type, body["count"]?.GetValue<int>() ?? 1, body["midStream"]?.GetValue<bool>() ?? false, body["message"]?.GetValue<string>());
    }

    static async Task Change(HttpContext context, Action<JsonNode> change)
    {
        try
        {
            using var reader = new StreamReader(context.Request.Body);
            var text = await reader.ReadToEndAsync(context.RequestAborted);
            change(JsonNode.Parse(text.Length == 0 ? "{}" : text) ?? new JsonObject());
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (Exception wrong) when (wrong is SimulatorOptionException or JsonException or InvalidOperationException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(wrong.Message, context.RequestAborted);
        }
    }
}
