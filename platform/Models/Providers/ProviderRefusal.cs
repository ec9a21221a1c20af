using CourseGen.Contracts;

namespace CourseGen.Models;

/// <summary>
/// What a provider's failures over HTTP are here. The provider's own words are never repeated: they may quote the prompt or the key.
/// </summary>
/// <param name="keySetting">Where its key is set, for people.</param>
/// <param name="endpointSetting">Where its address is set, for people.</param>
public sealed class ProviderRefusal(ModelRef model, Uri endpoint, string keySetting, string endpointSetting)
{
    const string OtherModel = "Name another model (text_model or image_model of StartCourse, Planner__TextModel__Model or Planner__ImageModel__Model of the planner)";
    const int LongestCode = 60;

    string Address => endpoint.GetLeftPart(UriPartial.Authority);

    /// <param name="code">The provider's name of the failure; kept when it is a plain word.</param>
    public WorkException OfStatus(int status, string? code = null) => status switch
    {
        401 => BadKey(status, code),
        403 => Configuration($"{model.Provider} denies calls of {model.Model}", status, code, $"Give the key in {keySetting} access to the model and see that the account's region is served."),
        404 => Configuration($"{model.Provider} has no model {model.Model} at {Address}", status, code, $"{OtherModel}, or correct {endpointSetting}."),
        429 or 503 => new ModelThrottledException(model),
        408 or 409 or >= 500 => new ModelUnavailableException($"{model.Provider} broke a call of {model.Model} off ({Said(status, code)})."),
        413 => TooLong(),
        >= 300 and < 400 => Configuration($"{Address} sends calls of {model.Model} elsewhere", status, code, $"Set {endpointSetting} to the address itself."),
        _ => new WorkException(FailureKind.BadContent, $"{model.Provider} calls the request to {model.Model} invalid ({Said(status, code)}).",
            "If every item fails so, the model may not support the request: name another model."),
    };

    public WorkException BadKey(int status, string? code) =>
        Configuration($"{model.Provider} does not accept the API key", status, code, $"Correct {keySetting}.");

    public WorkException NoCredit(int status, string? code) =>
        Configuration($"{model.Provider}'s account has no credit or no quota left for {model.Model}", status, code, "Raise its limit or top it up, then resume the course.");

    public WorkException TooLong() => new(
        FailureKind.BadContent, $"The request is longer than {model.Model} takes.", "Shorten the outline's entry or requirements, or take a model with a larger context.");

    /// <param name="broken">Of the connection.</param>
    public WorkException OfConnection(HttpRequestException broken) => broken.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => new ModelUnreachableException(Address, broken),
        HttpRequestError.SecureConnectionError => new WorkException(FailureKind.Configuration, $"{Address} and this machine agree on no TLS connection.",
            $"See that {endpointSetting} has the right scheme and port, and that its certificate is trusted here and not expired.", broken),
        _ => CutOff(broken),
    };

    public ModelUnavailableException CutOff(Exception broken) => new($"The call of {model.Model} at {Address} was cut off.", broken);

    public ModelUnavailableException TimedOut() => new($"{model.Model} at {Address} did not answer in time.");

    static WorkException Configuration(string reason, int status, string? code, string remedy) =>
        new(FailureKind.Configuration, $"{reason} ({Said(status, code)}).", remedy);

    static string Said(int status, string? code) =>
        code is { Length: > 0 and <= LongestCode } && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.') ? $"{status} {code}" : $"{status}";
}
