using CourseGen.Contracts;

namespace CourseGen.Models;

/// <summary>The profiles this process knows; a model without one is granted the defaults, its cost is not counted, and nothing limits it.</summary>
/// <param name="profiles">Of two that name a model equally well the first counts.</param>
public sealed class ModelProfiles(IReadOnlyList<ModelProfile> profiles)
{
    public ModelProfiles() : this(ModelProfile.Shipped)
    {
    }

    public IReadOnlyList<ModelProfile> All => profiles;

    public ModelProfile Of(ModelRef model) =>
        profiles.Where(profile => profile.IsOf(model)).MaxBy(profile => profile.Closeness(model)) ?? new ModelProfile(model.Provider, model.Model);

    /// <summary>In US dollars.</summary>
    public decimal CostOf(CallUsage call) => Of(call.Model).CostOf(call);

    public int MaxTokensOf(ModelRef model, WorkKind kind) => Of(model).MaxTokensOf(kind);
}
