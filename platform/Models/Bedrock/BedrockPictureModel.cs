using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CourseGen.Contracts;

namespace CourseGen.Models.Bedrock;

/// <summary>Pictures by Stability's models and Amazon Nova Canvas, one a call, 16:9; the visual's id seeds them.</summary>
/// <param name="model">Its family is read from its id.</param>
sealed class BedrockPictureModel(BedrockConnection connection, string model) : IPictureModel
{
    /// <summary>Of Nova's prompt, in characters.</summary>
    const int MaxNovaPrompt = 1024;

    /// <summary>Of Nova: the smaller of the two families' largest seeds.</summary>
    const uint MaxSeed = 858_993_459;

    const int Width = 1280, Height = 720;

    public async Task<Picture> Draw(PictureRequest request, CancellationToken token)
    {
        var (prompt, seed) = (request.Visual.EnhancedPrompt, SeedOf(request.Visual.Id));
        var body = model switch
        {
            _ when model.Contains("stability.", StringComparison.Ordinal) => Stability(prompt, seed),
            _ when model.Contains("nova-canvas", StringComparison.Ordinal) => Nova(prompt, seed),
            _ => throw new WorkException(FailureKind.Configuration, $"'{model}' is no picture model that is known here.",
                "Name one of Stability's (stability.…) or Nova Canvas with --image-model (image_model of StartCourse, Planner__ImageModel__Model of the planner)."),
        };
        var name = $"picture {request.Visual.Id}";
        try
        {
            return Read(await connection.PostForJson(model, "invoke", JsonSerializer.SerializeToUtf8Bytes(body), token), name);
        }
        catch (ModelRefusedException)
        {
            throw new ModelRefusedException(name);
        }
    }

    static JsonObject Stability(string prompt, uint seed) => new()
    {
        ["prompt"] = prompt,
        ["aspect_ratio"] = "16:9",
        ["output_format"] = "png",
        ["seed"] = seed,
    };

    static JsonObject Nova(string prompt, uint seed) => new()
    {
        ["taskType"] = "TEXT_IMAGE",
        ["textToImageParams"] = new JsonObject { ["text"] = prompt.Length <= MaxNovaPrompt ? prompt : prompt[..MaxNovaPrompt] },
        ["imageGenerationConfig"] = new JsonObject { ["width"] = Width, ["height"] = Height, ["quality"] = "standard", ["seed"] = seed, ["numberOfImages"] = 1 },
    };

    Picture Read(JsonElement answer, string name)
    {
        if (Text(answer, "images") is { } image)
        {
            try
            {
                return new Picture(Convert.FromBase64String(image), "image/png");
            }
            catch (FormatException broken)
            {
                throw new ModelUnavailableException($"What {model} answered for {name} is no picture.", broken);
            }
        }
        // Stability's reasons; Nova says in words that a picture was held back.
        throw Text(answer, "finish_reasons") is { } reason && !reason.StartsWith("Filter", StringComparison.OrdinalIgnoreCase)
            ? new ModelUnavailableException($"{model} made no {name}.")
            : new ModelRefusedException(name);
    }

    /// <summary>The first of a list of texts.</summary>
    static string? Text(JsonElement answer, string list) =>
        BedrockAnswer.Find(answer, list) is { ValueKind: JsonValueKind.Array } values && values.GetArrayLength() > 0 && values[0].ValueKind == JsonValueKind.String
            ? values[0].GetString()
            : null;

    static uint SeedOf(string id) => BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(id))) % MaxSeed;
}
