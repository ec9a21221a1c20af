using CourseGen.Contracts;

namespace CourseGen.Models;

/// <summary>The profiles this process knows; a model without one is granted the defaults, and its cost is not counted.</summary>
public sealed class ModelProfiles(IReadOnlyList<ModelProfile> profiles)
{
    public ModelProfiles() : this(ModelProfile.Shipped)
    {
    }

    public ModelProfile Of(ModelRef model) => profiles.FirstOrDefault(profile => profile.IsOf(model)) ?? new ModelProfile(model.Provider, model.Model);

    /// <summary>In US dollars.</summary>
    public decimal CostOf(CallUsage call) => Of(call.Model).CostOf(call);

    public int MaxTokensOf(ModelRef model, WorkKind kind) => Of(model).MaxTokensOf(kind);
}
