using System.Collections.Concurrent;
using CourseGen.Contracts;
using Microsoft.Extensions.AI;

namespace CourseGen.Models;

/// <summary>A provider of text, by its name in the configuration (<c>simulated</c>, <c>recorded</c>, …).</summary>
/// <param name="Create">The client of one model id.</param>
public sealed record TextProvider(string Name, Func<string, IChatClient> Create);

/// <summary>A provider of pictures, by its name in the configuration.</summary>
public sealed record PictureProvider(string Name, Func<string, IPictureModel> Create);

/// <summary>The models this process can call, by the reference that a plan pins.</summary>
/// <param name="failures">Injected into every provider's calls; null for none.</param>
public sealed class ModelCatalog(IEnumerable<TextProvider> text, IEnumerable<PictureProvider> pictures, SeededFailures? failures = null)
{
    readonly Dictionary<string, TextProvider> _text = text.ToDictionary(provider => provider.Name);
    readonly Dictionary<string, PictureProvider> _pictures = pictures.ToDictionary(provider => provider.Name);

    readonly ConcurrentDictionary<ModelRef, Lazy<IChatClient>> _textClients = [];
    readonly ConcurrentDictionary<ModelRef, Lazy<IPictureModel>> _pictureModels = [];

    /// <returns>The same client each time: one that others may be using too.</returns>
    /// <exception cref="WorkException">The provider is not configured here.</exception>
    public IChatClient Text(ModelRef model) =>
        _textClients.GetOrAdd(model, (_, provider) => new(() => Create(provider, model)), Of(_text, model)).Value;

    /// <exception cref="WorkException">The provider is not configured here.</exception>
    public IPictureModel Pictures(ModelRef model) =>
        _pictureModels.GetOrAdd(model, (_, provider) => new(() => Create(provider, model)), Of(_pictures, model)).Value;

    IChatClient Create(TextProvider provider, ModelRef model) =>
        provider.Create(model.Model) is var client && failures is null ? client : new FailingChatClient(client, model, failures);

    IPictureModel Create(PictureProvider provider, ModelRef model) =>
        provider.Create(model.Model) is var pictures && failures is null ? pictures : new FailingPictureModel(pictures, model, failures);

    static T Of<T>(Dictionary<string, T> providers, ModelRef model) =>
        providers.TryGetValue(model.Provider, out var provider)
            ? provider
            : throw new WorkException(FailureKind.Configuration, $"The model provider '{model.Provider}' is not configured.",
                $"Configure it, or start the course with model_provider one of: {string.Join(", ", providers.Keys.Order())}.");
}
