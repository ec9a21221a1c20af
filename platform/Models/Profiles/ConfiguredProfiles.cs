using CourseGen.Contracts;

namespace CourseGen.Models;

/// <summary>Profiles of the configuration, laid over the shipped ones.</summary>
public static class ConfiguredProfiles
{
    const string Bedrock = "bedrock";
    const string Claude = "anthropic.claude";

    /// <param name="key">Of the list, for the problems: <c>Models:Profiles</c>.</param>
    /// <returns>The profiles; null with the problems that name each key and what is expected.</returns>
    public static (ModelProfiles? Profiles, IReadOnlyList<string> Problems) Read(IReadOnlyList<ProfileSettings> settings, string key)
    {
        var shipped = new ModelProfiles();
        var problems = new List<string>();
        var profiles = new List<ModelProfile>();
        foreach (var (index, one) in settings.Index())
        {
            var profile = one.Over(shipped.Of(new ModelRef(one.Provider, one.Model)));
            problems.AddRange(Problems(one, profile, isShipped: shipped.All.Any(other => other.IsOf(new(one.Provider, one.Model))), $"{key}:{index}"));
            if (profiles.Exists(other => (other.Provider, other.Model) == (profile.Provider, profile.Model)))
                problems.Add($"{key}:{index}:Model is {profile.Model}, as of one before: expected one profile for each model.");
            profiles.Add(profile);
        }
        return problems.Count == 0 ? (new ModelProfiles([.. profiles, .. shipped.All]), []) : (null, problems);
    }

    static IEnumerable<string> Problems(ProfileSettings set, ModelProfile profile, bool isShipped, string key)
    {
        foreach (var (kind, tokens) in set.MaxTokens.Set.Where(stage => profile.OutputLimit > 0 && stage.Tokens > profile.OutputLimit))
            yield return $"{key}:MaxTokens:{kind} is {tokens}: expected at most {profile.OutputLimit}, the model's OutputLimit.";
        if (profile.Quota.TokensPerMinute is not null && set.Burndown is null && !isShipped && IsOnBedrock(profile))
        {
            yield return $"{key}:Burndown is missing: expected how many tokens of the quota one token of {profile.Model}'s output uses, "
                + "by AWS's page on quotas, because no shipped profile knows it.";
        }
    }

    /// <summary>Others have no burndown; an ARN may be of any model.</summary>
    static bool IsOnBedrock(ModelProfile profile) => profile.Provider == Bedrock
        && (ModelId.WithoutGeography(profile.Model).StartsWith(Claude, StringComparison.Ordinal) || profile.Model.StartsWith("arn:", StringComparison.Ordinal));
}
