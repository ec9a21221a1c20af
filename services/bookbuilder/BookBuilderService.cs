using CourseGen.BookBuilder.Books;
using CourseGen.BookBuilder.Formats;
using MassTransit;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CourseGen.BookBuilder;

/// <summary>The service that makes books and lab guides of what is written.</summary>
public static class BookBuilderService
{
    /// <summary>Needs the host's artifact store, <c>ArtifactMaker</c>, <c>WorkRules</c> and <c>WorkOptions</c>.</summary>
    public static IBusRegistrationConfigurator AddBookBuilder(this IBusRegistrationConfigurator bus)
    {
        bus.TryAddSingleton<BookSourceReader>();
        bus.TryAddSingleton<InlinePictures>();
        bus.TryAddSingleton<BookPublisher>();
        bus.AddConsumer<WriteBookConsumer, WriteBookDefinition>();
        bus.AddConsumer<BuildLabGuideConsumer, BuildLabGuideDefinition>();
        return bus;
    }
}
