using System.Text.Json.Nodes;
using CourseGen.BedrockSim.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CourseGen.BedrockSim.Endpoints;

/// <summary>Bedrock's runtime: InvokeModel, Converse, their streams, and CountTokens.</summary>
/// <param name="simulation">The one that runs now.</param>
sealed class BedrockEndpoints(Func<Simulation> simulation, Authentication authentication)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/model/{id}/converse", context => Answer(context, Converse));
        routes.MapPost("/model/{id}/converse-stream", context => Answer(context, ConverseStream));
        routes.MapPost("/model/{id}/invoke", context => Answer(context, Invoke));
        routes.MapPost("/model/{id}/invoke-with-response-stream", context => Answer(context, InvokeStream));
        routes.MapPost("/model/{id}/count-tokens", context => Answer(context, CountTokens));
    }

    async Task Answer(HttpContext context, Func<BedrockReply, string, byte[], Task> answer)
    {
        var reply = new BedrockReply(context);
        try
        {
            var target = RawTarget.Of(context);
            var body = await JsonHttp.Body(context);
            authentication.Check(context.Request, target, body);
            var model = RawTarget.Segment(target, 2);
            if (!ModelNames.IsKnown(model))
                throw new BedrockException(BedrockErrors.UnknownModel);
            await answer(reply, model, body);
        }
        catch (BedrockException failed)
        {
            await reply.Fail(failed.Error);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: there is nobody to answer.
        }
    }

    async Task Converse(BedrockReply reply, string model, byte[] body)
    {
        var call = await ModelCall.Start(simulation(), WireJson.Read(body, json => ConverseBody.Read(model, json)));
        await call.Whole(reply.Aborted);
        await reply.Json(ConverseAnswer.Whole(call));
    }

    async Task ConverseStream(BedrockReply reply, string model, byte[] body)
    {
        var call = await ModelCall.Start(simulation(), WireJson.Read(body, json => ConverseBody.Read(model, json)));
        await foreach (var text in call.Stream(reply.Aborted))
        {
            if (text.Length == 0 && !reply.IsStreaming)
                await reply.Events([ConverseAnswer.Start(), ConverseAnswer.BlockStart()]);
            else
                await reply.Events([ConverseAnswer.Delta(text)]);
        }
        await reply.Events(ConverseAnswer.End(call));
    }

    async Task Invoke(BedrockReply reply, string model, byte[] body)
    {
        if (PictureBodies.Read(model, body) is { } picture)
        {
            await reply.Json(await PictureCall.Draw(simulation(), model, picture, reply.Aborted));
            return;
        }
        var call = await ModelCall.Start(simulation(), WireJson.Read(body, json => ClaudeBody.Read(model, json)));
        await call.Whole(reply.Aborted);
        reply.Header("X-Amzn-Bedrock-Input-Token-Count", call.Size.Input);
        reply.Header("X-Amzn-Bedrock-Output-Token-Count", call.Size.Output);
        reply.Header("X-Amzn-Bedrock-Invocation-Latency", call.Latency);
        await reply.Json(ClaudeAnswer.Whole(call));
    }

    async Task InvokeStream(BedrockReply reply, string model, byte[] body)
    {
        var call = await ModelCall.Start(simulation(), WireJson.Read(body, json => ClaudeBody.Read(model, json)));
        reply.Header("X-Amzn-Bedrock-Content-Type", "application/json");
        await foreach (var text in call.Stream(reply.Aborted))
        {
            if (text.Length == 0 && !reply.IsStreaming)
                await reply.Events(ClaudeAnswer.Start(call).Select(Chunk));
            else
                await reply.Events([Chunk(ClaudeAnswer.Delta(text))]);
        }
        await reply.Events(ClaudeAnswer.End(call).Select(Chunk));
    }

    async Task CountTokens(BedrockReply reply, string model, byte[] body)
    {
        if (!simulation().Options.CountTokens)
            throw new BedrockException(BedrockErrors.NoTokenCount);
        var prompt = WireJson.Read(body, json => json["input"]!["converse"] is { } converse
            ? ConverseBody.Read(model, converse)
            : ClaudeBody.Read(model, JsonNode.Parse(Convert.FromBase64String(json["input"]!["invokeModel"]!["body"]!.GetValue<string>()))!));
        var answer = await simulation().Answers.Write(prompt);
        await reply.Json(new { InputTokens = answer.Input });
    }

    static (string Type, object Event) Chunk(JsonNode json) => ("chunk", new { Bytes = WireJson.Write(json) });
}
