using CourseGen.Contracts;
using CourseGen.Models;

namespace CourseGen.Planner.Planning;

/// <summary>Which models of a plan their providers have switched off by now.</summary>
sealed class ModelLifetimes(ModelProfiles profiles, TimeProvider time)
{
    /// <returns>Of each the field of a start that would name another.</returns>
    public IEnumerable<(string Field, ModelEndedException Ended)> EndedOf(IReadOnlyDictionary<WorkKind, ModelRef> models) =>
        models.Select(pin => (Field: pin.Key == WorkKind.Image ? "image_model" : "text_model", Model: pin.Value)).Distinct()
            .Select(use => (use.Field, use.Model, Profile: profiles.Of(use.Model)))
            .Where(use => use.Profile.HasEnded(time.GetUtcNow()))
            .Select(use => (use.Field, new ModelEndedException(use.Model, use.Profile, use.Field)));
}
