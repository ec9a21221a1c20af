using System.Text.Json.Nodes;

namespace CourseGen.BedrockSim.Wire;

/// <summary>What an image model is asked for.</summary>
/// <param name="Stability">Whether the answer has Stability's form, or Amazon's.</param>
sealed record PictureOrder(string Text, int Width, int Height, int Count, bool Stability);

/// <summary>The bodies of InvokeModel for Nova Canvas and Titan, and for Stability's models.</summary>
static class PictureBodies
{
    const int Side = 1024;
    const int MaxPictures = 5;

    /// <returns>Null when the model writes text.</returns>
    public static PictureOrder? Read(string model, byte[] body)
    {
        var id = ModelNames.WithoutGeography(model);
        return id.StartsWith("stability.", StringComparison.Ordinal) ? WireJson.Read(body, Stability)
            : id.StartsWith("amazon.nova-canvas", StringComparison.Ordinal) || id.StartsWith("amazon.titan-image", StringComparison.Ordinal) ? WireJson.Read(body, Amazon)
            : null;
    }

    static PictureOrder Amazon(JsonNode body)
    {
        if (body["taskType"]?.GetValue<string>() is not "TEXT_IMAGE")
            throw new BedrockException(BedrockErrors.Invalid("Unsupported taskType: expected TEXT_IMAGE."));
        var wishes = body["imageGenerationConfig"];
        var (width, height) = (wishes?["width"]?.GetValue<int>() ?? Side, wishes?["height"]?.GetValue<int>() ?? Side);
        var count = wishes?["numberOfImages"]?.GetValue<int>() ?? 1;
        if (width is < 64 or > 4096 || height is < 64 or > 4096 || count is < 1 or > MaxPictures)
            throw new BedrockException(BedrockErrors.Invalid("imageGenerationConfig: width, height or numberOfImages is out of range."));
        return new PictureOrder(body["textToImageParams"]!["text"]!.GetValue<string>(), width, height, count, Stability: false);
    }

    static PictureOrder Stability(JsonNode body)
    {
        var (width, height) = SizeOf(body["aspect_ratio"]?.GetValue<string>() ?? "1:1");
        return new PictureOrder(body["prompt"]!.GetValue<string>(), width, height, 1, Stability: true);
    }

    static (int Width, int Height) SizeOf(string ratio) => ratio switch
    {
        "1:1" => (Side, Side),
        "16:9" => (1344, 768),
        "9:16" => (768, 1344),
        "3:2" => (1216, 832),
        "2:3" => (832, 1216),
        "4:5" => (896, 1088),
        "5:4" => (1088, 896),
        "21:9" => (1536, 640),
        "9:21" => (640, 1536),
        _ => throw new BedrockException(BedrockErrors.Invalid($"aspect_ratio: '{ratio}' is not one of the model's.")),
    };
}
