using CourseGen.Contracts;

namespace CourseGen.Models;

/// <summary>The provider has switched the model off for good.</summary>
/// <param name="setting">What names the model: a field of a start, or a setting.</param>
public sealed class ModelEndedException(ModelRef model, ModelProfile profile, string setting) : WorkException(
    FailureKind.Configuration, $"{model.Model} on {model.Provider} reached its end of life on {profile.EndOfLife:yyyy-MM-dd}.",
    profile.Replacement is { } replacement
        ? $"Set {setting} to {ModelId.GeographyOf(model.Model)}{replacement}, or another model."
        : $"Set {setting} to another model.");
