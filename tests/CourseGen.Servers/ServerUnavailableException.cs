namespace CourseGen.Servers;

/// <summary>A server can neither be started here nor is one named.</summary>
/// <param name="server">For example <c>RabbitMQ</c>.</param>
/// <param name="place">What is missing or failed, and where.</param>
/// <param name="remedy">What a person can do about it.</param>
public sealed class ServerUnavailableException(string server, string place, string remedy, Exception? inner = null)
    : Exception($"{server} is not there: {place} {remedy}", inner)
{
    public string Server { get; } = server;

    public string Remedy { get; } = remedy;
}
