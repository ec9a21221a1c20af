using OpenAI.Images;

namespace CourseGen.Models.OpenAI;

/// <summary>Pictures by image generations, one a call, in landscape.</summary>
sealed class OpenAIPictureModel(Func<ImageClient> connect, string model, OpenAIFailures failures) : IPictureModel
{
    /// <summary>The widest that every gpt-image model draws.</summary>
    const int Width = 1536, Height = 1024;

    readonly Lazy<ImageClient> _client = new(connect, LazyThreadSafetyMode.PublicationOnly);

    public async Task<Picture> Draw(PictureRequest request, CancellationToken token)
    {
        var (client, name) = (_client.Value, $"picture {request.Visual.Id}");
        var options = new ImageGenerationOptions { Size = new GeneratedImageSize(Width, Height) };
        var answer = await failures.Run(name, () => client.GenerateImageAsync(request.Visual.EnhancedPrompt, options, token), token);
        return answer.Value?.ImageBytes is { } bytes
            ? new Picture(bytes.ToArray(), "image/png")
            : throw new ModelUnavailableException($"{model} made no {name}.");
    }
}
