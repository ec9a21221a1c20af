using CourseGen.Contracts;

namespace CourseGen.Models;

/// <summary>
/// An expected failure of one item of work: what is wrong and where, and what to do about it. The worker announces it as
/// <see cref="WorkFailed"/>. The message is shown to people: no stack trace, prompt or secret in it.
/// </summary>
public class WorkException(FailureKind kind, string reason, string remedy, Exception? inner = null) : Exception(reason, inner)
{
    public FailureKind Kind { get; } = kind;
    public string Remedy { get; } = remedy;

    public WorkFailure ToFailure() => new(Kind, Message, Remedy);
}

/// <summary>The model refused the content. A gap; a repair asks anew.</summary>
public sealed class ModelRefusedException(string what) : WorkException(
    FailureKind.BadContent, $"The model refused {what}.", "Repair asks again; if it refuses again, reword the title or description in the outline.");

/// <summary>The answers stayed unusable after being sent back.</summary>
public sealed class UnusableAnswerException(string what, IEnumerable<string> faults) : WorkException(
    FailureKind.BadContent, $"The model's answer for {what} stayed unusable: {string.Join("; ", faults)}.", "Repair asks again.");

/// <summary>Cut off, timed out, or unavailable.</summary>
public sealed class ModelUnavailableException(string what, Exception? inner = null) : WorkException(
    FailureKind.Transient, what, "It is tried again by itself; if it stays, look at the provider's status.", inner);

/// <summary>Refused before admission (429, 503, no connection): nothing was used, so it may be tried again in place.</summary>
public sealed class ModelThrottledException(ModelRef model) : WorkException(
    FailureKind.Transient, $"{model.Provider} throttled {model.Model}.", "Lower QuotaShare if others use the same account.")
{
    public ModelRef Model { get; } = model;
}

/// <summary>No connection: nothing was used, so it is tried again in place; if it stays, somebody has to look.</summary>
/// <param name="address">Of the provider.</param>
/// <param name="setting">Where the address is set.</param>
public sealed class ModelUnreachableException(string address, Exception? inner = null, string setting = "Models__…__Endpoint") : WorkException(
    FailureKind.Configuration, $"No connection to the models at {address}.",
    $"See that the endpoint is set right ({setting}) and up, and that this machine may reach it (HTTPS_PROXY).", inner);

/// <summary>The recorded provider has no answer for the item.</summary>
public sealed class RecordedAnswerMissingException(string file) : WorkException(
    FailureKind.Missing, $"There is no recorded answer {file}.", "Add the file, or use another provider.");

/// <summary>What the item is made of is gone from the store.</summary>
public sealed class UpstreamMissingException(string key) : WorkException(
    FailureKind.UpstreamMissing, $"{key} is not in the store.", "Repair makes it again.");

/// <summary>The command's grant allows no further call; the item goes back to the planner for a new reservation.</summary>
public sealed class GrantUsedUpException(string item, int calls) : Exception($"{item} needs more than the {calls} calls granted.");

/// <summary>The call would read more than is reserved for it; nothing was called, and the item goes back to the planner for a larger reservation.</summary>
public sealed class InputExceedsGrantException(string item, long counted, long granted)
    : Exception(FormattableString.Invariant($"The next call for {item} reads {counted:N0} tokens, and {granted:N0} are granted."))
{
    public long Counted => counted;
}

/// <summary>The item's time was up, or its process stops, while it waited for its turn; it goes back to the planner for a new reservation.</summary>
public sealed class UnfinishedException(string item, string why) : Exception($"{item} was not done when {why}.");

/// <summary>The grant allows no call at all (a rebuild), and the store has no artifact.</summary>
public sealed class NotStoredException(string key) : WorkException(
    FailureKind.Missing, $"{key} is not in the store, and a rebuild calls no model.", "Run repair or generate first.");
