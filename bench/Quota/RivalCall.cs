using CourseGen.Contracts;
using CourseGen.Models;

namespace CourseGen.Bench.Quota;

/// <summary>A call that a rival makes: its prompt is the brief and, for slides, the lesson.</summary>
/// <param name="MaxTokens">Null leaves it unset, which admits the model's maximum.</param>
sealed record RivalCall(WorkKind Kind, string Lesson, int? MaxTokens, string? Text = null)
{
    /// <summary>Tokens of a prompt and an answer, as somebody would expect them who has made such courses before.</summary>
    public (long Input, long Output) Expected => Kind switch
    {
        WorkKind.Lesson => (3_000, 8_000),
        WorkKind.Visuals => (9_000, 1_500),
        _ => (9_000, 8_000),
    };
}

/// <summary>Tokens that every rival allows an answer: as many as ours, or the limit is left unset.</summary>
sealed record RivalTokens(bool Unset = false)
{
    static readonly ModelProfiles Profiles = new();

    public int? Of(WorkKind kind) => Unset ? null : Profiles.MaxTokensOf(new ModelRef(OurSettings.Provider, RivalClient.TextModel), kind);
}
