using CourseGen.BedrockSim.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CourseGen.BedrockSim.Endpoints;

/// <summary>OpenAI's chat completions, not streamed, and its image generations.</summary>
/// <param name="simulation">The one that runs now.</param>
sealed class OpenAIEndpoints(Func<Simulation> simulation, string apiKey)
{
    static readonly string[] Models = ["gpt-", "o1", "o3", "o4", "dall-e-"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/chat/completions", context => Answer(context, Complete));
        routes.MapPost("/v1/images/generations", context => Answer(context, Draw));
    }

    async Task Answer(HttpContext context, Func<byte[], CancellationToken, Task<object>> answer)
    {
        try
        {
            var body = await JsonHttp.Body(context);
            var (status, value) = context.Request.Headers.Authorization == $"Bearer {apiKey}"
                ? (200, await answer(body, context.RequestAborted))
                : (401, OpenAIAnswer.Error("Incorrect API key provided.", "invalid_request_error", "invalid_api_key"));
            await JsonHttp.Send(context, status, WireJson.Write(value));
        }
        catch (BedrockException failed)
        {
            await JsonHttp.Send(context, failed.Error == BedrockErrors.UnknownModel ? 404 : failed.Error.Status, WireJson.Write(OpenAIAnswer.Error(failed.Error)));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: there is nobody to answer.
        }
    }

    async Task<object> Complete(byte[] body, CancellationToken token)
    {
        var prompt = WireJson.Read(body, OpenAIBody.ReadChat);
        CheckModel(prompt.Model);
        var call = await ModelCall.Start(simulation(), prompt);
        await call.Whole(token);
        return OpenAIAnswer.Completion(prompt.Model, call);
    }

    async Task<object> Draw(byte[] body, CancellationToken token)
    {
        var (model, order) = WireJson.Read(body, OpenAIBody.ReadPicture);
        CheckModel(model);
        return OpenAIAnswer.Pictures(await PictureCall.Take(simulation(), model, order, token) ?? throw new BedrockException(BedrockErrors.Filtered));
    }

    static void CheckModel(string model)
    {
        if (!Models.Any(model.StartsWith))
            throw new BedrockException(BedrockErrors.UnknownModel);
    }
}
