using MassTransit;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CourseGen.Images;

public static class ImagesService
{
    /// <summary>
    /// Adds the worker that draws pictures. It needs <c>AddModels</c>, an <c>IArtifactStore</c>, <c>WorkRules</c> and <c>WorkOptions</c>;
    /// picture providers (<see cref="SimulatedPictureModel"/>, <see cref="RecordedPictureModel"/>, others) are added as <c>PictureProvider</c>.
    /// </summary>
    public static IBusRegistrationConfigurator AddImages(this IBusRegistrationConfigurator bus)
    {
        bus.TryAddSingleton<PictureMaker>();
        bus.AddConsumer<RenderImagesConsumer, RenderImagesDefinition>();
        return bus;
    }
}
