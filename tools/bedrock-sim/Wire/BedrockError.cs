namespace CourseGen.BedrockSim.Wire;

/// <summary>An error as Bedrock sends it.</summary>
/// <param name="Type">For example <c>ThrottlingException</c>.</param>
sealed record BedrockError(int Status, string Type, string Message)
{
    /// <summary>The name of the event that carries it in a stream: <c>throttlingException</c>.</summary>
    public string EventName => char.ToLowerInvariant(Type[0]) + Type[1..];
}

/// <summary>A call's end by an error of the wire.</summary>
sealed class BedrockException(BedrockError error) : Exception(error.Message)
{
    public BedrockError Error => error;
}

/// <summary>
/// The errors of Bedrock's runtime, with their HTTP status (its service model) and their words: those of throttling and unavailability as
/// callers have reported them.
/// </summary>
static class BedrockErrors
{
    public static readonly BedrockError TooManyTokens = new(429, "ThrottlingException", "Too many tokens, please wait before trying again.");
    public static readonly BedrockError TooManyRequests = new(429, "ThrottlingException", "Too many requests, please wait before trying again.");
    public static readonly BedrockError TooManyTokensPerDay = new(429, "ThrottlingException", "Too many tokens per day, please wait before trying again.");
    public static readonly BedrockError TooManyConnections = new(503, "ServiceUnavailableException", "Too many connections, please wait before trying again.");
    public static readonly BedrockError UnableToProcess = new(503, "ServiceUnavailableException", "Bedrock is unable to process your request.");
    public static readonly BedrockError UnknownModel = Invalid("The provided model identifier is invalid.");
    public static readonly BedrockError TooLong = Invalid("Input is too long for requested model.");
    public static readonly BedrockError NoTokenCount = Invalid("The provided model doesn't support counting tokens.");
    public static readonly BedrockError Filtered =
        Invalid("This request has been blocked by our content filters. Please adjust your text prompt to submit a new request.");

    /// <summary>Every documented error by its type, for injecting.</summary>
    public static IReadOnlyDictionary<string, BedrockError> All { get; } = new BedrockError[]
    {
        TooManyTokens,
        UnableToProcess,
        new(429, "ModelNotReadyException", "The model is not ready for inference requests. Try your request again later."),
        new(408, "ModelTimeoutException", "Model processing timed out. Try your request again."),
        new(424, "ModelErrorException", "The model failed to process your request. Try again later."),
        new(424, "ModelStreamErrorException", "The model failed while it was streaming. Try again later."),
        new(500, "InternalServerException", "The system encountered an unexpected error during processing. Try your request again."),
        Invalid("The request is not valid."),
        new(400, "ServiceQuotaExceededException", "Your request exceeds the service quota for your account."),
        new(403, "AccessDeniedException", "You don't have access to the model with the specified model ID."),
        new(404, "ResourceNotFoundException", "This model version has reached the end of its life."),
        new(403, "ExpiredTokenException", "The security token included in the request is expired"),
        new(403, "UnrecognizedClientException", "The security token included in the request is invalid."),
    }.ToDictionary(error => error.Type);

    public static BedrockError Invalid(string message) => new(400, "ValidationException", message);
}
