using CourseGen.Hosting;
using CourseGen.Models;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Images;

static class PictureProviders
{
    /// <summary>Those of pictures beside <see cref="ModelProviders.AddModelProviders"/>' of text, with the same settings.</summary>
    public static void AddPictureProviders(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new PictureProvider(
            RecordedPictureModel.Provider, _ => new RecordedPictureModel(services.GetRequiredService<ProviderOptions>().RecordedFolder)));
        builder.Services.AddSingleton(services => new PictureProvider(
            SimulatedPictureModel.Provider,
            _ => new SimulatedPictureModel(services.GetRequiredService<ProviderOptions>().SimulatedLatency, services.GetRequiredService<TimeProvider>())));
    }
}
