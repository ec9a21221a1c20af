using System.Runtime.Serialization;
using System.Text.Json;

namespace CourseGen.Hosting;

/// <summary>The message was refused for a reason that its sender can read and mend; it holds nothing of the message's content.</summary>
public sealed class MessageRefusedException(string reason, Exception? cause = null) : Exception(reason, cause);

/// <summary>
/// What may be said of an exception where others read it. Our own exceptions' texts are written for people; anybody else's may quote
/// what it stumbled over, a secret too, and are for the service's log.
/// </summary>
static class SafeText
{
    /// <summary>It failed before any consumer saw it.</summary>
    public const string Unread = "The body is not a JSON object as this queue reads it.";

    const string Ours = "CourseGen.";

    public static string Of(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause.GetType().FullName!.StartsWith(Ours, StringComparison.Ordinal))
                return cause.Message;
            if (cause is JsonException or SerializationException)
                return Unread;
        }
        return Of(exception.GetType().Name);
    }

    public static string Of(string exceptionType, string message) => exceptionType.StartsWith(Ours, StringComparison.Ordinal) ? message : Of(exceptionType);

    static string Of(string exceptionType) => $"{exceptionType}: the service's log has the details.";
}
