using System.Net.Http.Headers;
using System.Text;
using CourseGen.Contracts;

namespace CourseGen.Models.Bedrock;

/// <summary>
/// What each error of Bedrock means here, by its type and where that is not enough by its words. Statuses and types are those of the
/// Bedrock runtime's service model; the words were seen in the field.
/// </summary>
/// <param name="headers">Of the request, keys and tokens among them: what the server quotes of them is not repeated.</param>
/// <param name="body">Of the request, likewise.</param>
sealed class BedrockRefusal(string model, BedrockPlace place, bool usesBearerToken, HttpRequestHeaders? headers, byte[] body)
{
    const int MaxQuote = 300;
    const int TellingRun = 16;
    const string Denied = "Allow bedrock:InvokeModel and bedrock:InvokeModelWithResponseStream on the model and on its inference profile (in every region of it), and see that the account has access to the model.";
    const string ModelSetting = "Name another with --text-model or --image-model (text_model and image_model of StartCourse, Planner__TextModel__Model and Planner__ImageModel__Model of the planner)";

    readonly string _address = place.Endpoint.GetLeftPart(UriPartial.Authority);

    public Exception Of(BedrockError error) => error switch
    {
        { Type: "ThrottlingException", Text: var text } when Says(text, "tokens per day") => DayUsedUp(error),
        { Type: "ThrottlingException" or "ModelNotReadyException" or "TooManyRequestsException" or "ServiceUnavailableException" } => Throttled(),
        { Type: "ServiceQuotaExceededException" } => Configuration(error, $"A quota of the account forbids calls of {model}", "Raise it in AWS's Service Quotas."),
        { Type: "ModelTimeoutException" or "ModelErrorException" or "ModelStreamErrorException" or "InternalServerException" or "InternalFailure" } => Unavailable(error),
        { Type: "AccessDeniedException", Text: var text } => Says(text, "api key", "bearer token") ? BadCredentials(error) : Configuration(error, $"Bedrock denies calls of {model}{Quote(error)}", Denied),
        { Type: "ExpiredTokenException" or "RequestExpired" or "ExpiredToken" } => Expired(error),
        { Type: "UnrecognizedClientException" or "InvalidClientTokenId" or "MissingAuthenticationTokenException" or "MissingAuthenticationToken" or "IncompleteSignatureException" } => BadCredentials(error),
        { Type: "InvalidSignatureException" or "SignatureDoesNotMatch" } => BadSignature(error),
        { Type: "ResourceNotFoundException" } => Configuration(error, $"Bedrock has no model {model} in {place.Region}{Quote(error)}", $"{ModelSetting}, or another region with {BedrockSettings.Region}."),
        { Type: "ValidationException" } => Invalid(error),
        { Status: 429 or 503 } => Throttled(),
        { Status: 408 or 424 or >= 500 } => Unavailable(error),
        { Status: 413 } => TooLong(),
        { Type: "" } => Configuration(error, $"{_address} answers {error.Status}, and not as Bedrock does", $"Correct {BedrockSettings.Endpoint} (or AWS_ENDPOINT_URL_BEDROCK_RUNTIME), and the proxy before it."),
        { Status: 401 or 403 } => Configuration(error, $"Bedrock denies calls of {model}{Quote(error)}", Denied),
        _ => BadContent(error),
    };

    /// <summary>Within a stream that had begun.</summary>
    public Exception MidStream(BedrockError error) =>
        error.Type.Equals("ValidationException", StringComparison.OrdinalIgnoreCase) ? Invalid(error) : Unavailable(error);

    Exception Invalid(BedrockError error)
    {
        var text = error.Text;
        if (Says(text, "too long", "too many input tokens", "exceed context limit", "context window", "input length"))
            return TooLong();
        if (Says(text, "content filter", "content policy", "responsible ai", "blocked by"))
            return new ModelRefusedException("the request");
        if (Says(text, "model identifier is invalid", "invalid model identifier", "end of its life", "marked by provider as legacy"))
            return Configuration(error, $"Bedrock knows no model {model} in {place.Region}: it is misspelt, not offered there, or past its end of life", $"{ModelSetting}, or another region with {BedrockSettings.Region}.");
        if (Says(text, "on-demand throughput"))
            return Configuration(error, $"{model} is only to be had through an inference profile", $"{ModelSetting}: its inference profile's id, such as us.{model} or global.{model}.");
        if (Says(text, "max_tokens", "maximum tokens", "max tokens"))
            return Configuration(error, $"{model} does not write as many tokens in one call as it is granted", "Lower the stage's MaxTokens in the model's profile (Models__Profiles__…).");
        return Says(text, "operation not allowed")
            ? Configuration(error, $"The account may not call {model}", "Ask AWS's support to enable Amazon Bedrock for the account.")
            : BadContent(error);
    }

    WorkException DayUsedUp(BedrockError error) => Configuration(error, $"The account's tokens per day for {model} are used up, or its quota is zero",
        "Look at the applied quota in AWS's Service Quotas; resume the course when it is raised or tomorrow.");

    ModelThrottledException Throttled() => new(new ModelRef(BedrockProvider.Name, model));

    ModelUnavailableException Unavailable(BedrockError error) => new($"Bedrock broke a call of {model} off ({Name(error)}).");

    WorkException TooLong() => new(FailureKind.BadContent, $"The request is longer than {model} takes.",
        "Shorten the outline's entry or requirements, or take a model with a larger context.");

    WorkException BadContent(BedrockError error) => new(FailureKind.BadContent, $"Bedrock calls the request to {model} invalid ({Name(error)}){Quote(error)}.",
        "If every item fails so, the model may not support the request: name another model.");

    WorkException Expired(BedrockError error) => Configuration(error, "The credentials for Bedrock have expired", usesBearerToken
        ? $"Set a new key in {BedrockSettings.BearerToken}."
        : "Renew AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or sign in to the profile again.");

    WorkException BadCredentials(BedrockError error) => Configuration(error, $"Bedrock in {place.Region} does not accept the credentials", usesBearerToken
        ? $"Correct {BedrockSettings.BearerToken}; a key may be of another region: then set {BedrockSettings.Region}."
        : "Correct AWS_ACCESS_KEY_ID and AWS_SESSION_TOKEN (both or neither are temporary), or AWS_PROFILE; see that the account has the region enabled.");

    WorkException BadSignature(BedrockError error) => Says(error.Text, "region", "scoped")
        ? Configuration(error, $"{_address} does not take signatures for {place.Region}", $"Set {BedrockSettings.Region} to the endpoint's region.")
        : Says(error.Text, "expired", "not yet current")
            ? Configuration(error, "This machine's clock differs from AWS's by too much", "Set the clock right (NTP).")
            : Configuration(error, "Bedrock does not accept the signature", "Correct AWS_SECRET_ACCESS_KEY; a proxy that changes headers breaks signatures too.");

    WorkException Configuration(BedrockError error, string reason, string remedy) => new(FailureKind.Configuration, $"{reason} ({Name(error)}).", remedy);

    static string Name(BedrockError error) =>
        $"{error.Status}{(error.Type.Length > 0 ? $" {error.Type}" : "")}{(error.RequestId is null ? "" : $", request {error.RequestId}")}";

    static bool Says(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>The server's words in one line, unless any run of them was in the request.</summary>
    string Quote(BedrockError error)
    {
        var text = string.Join(' ', error.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length is 0 or > MaxQuote || text.Any(char.IsControl))
            return "";
        var sent = $"{headers}\n{Encoding.UTF8.GetString(body)}";
        for (var start = 0; start + TellingRun <= text.Length; start++)
            if (sent.Contains(text.Substring(start, TellingRun), StringComparison.OrdinalIgnoreCase))
                return "";
        return $": {text.TrimEnd('.')}";
    }
}
