using Microsoft.Extensions.AI;

namespace CourseGen.Models;

/// <summary>A client, found by <c>GetService</c> of one, that can tell how many tokens a call would read without making it.</summary>
public interface ITokenCounter
{
    /// <returns>More than 0; null where it is not offered for the client's model.</returns>
    /// <exception cref="WorkException">As a call would fail.</exception>
    Task<long?> CountTokens(IEnumerable<ChatMessage> messages, CancellationToken token);
}
