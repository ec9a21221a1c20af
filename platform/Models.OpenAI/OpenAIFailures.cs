using System.ClientModel;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseGen.Models.OpenAI;

/// <summary>What failures of OpenAI's client are here. The originals are not kept as causes: their messages hold the server's words.</summary>
sealed class OpenAIFailures(ProviderRefusal refusal)
{
    static readonly string[] Refusals = ["content_policy_violation", "content_filter", "moderation_blocked"];

    /// <param name="name">What was asked for, for people.</param>
    /// <param name="call">With the reading of its answer.</param>
    public async Task<T> Run<T>(string name, Func<Task<T>> call, CancellationToken token)
    {
        try
        {
            return await call();
        }
        catch (ClientResultException failed)
        {
            throw failed.Status > 0 ? OfStatus(failed, name) : OfConnection(failed.InnerException);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw OfConnection(broken);
        }
        catch (Exception nonsense) when (nonsense is JsonException or InvalidOperationException or ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new ModelUnavailableException($"What was answered for {name} is no answer of OpenAI's API.");
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw refusal.TimedOut();
        }
    }

    WorkException OfStatus(ClientResultException failed, string name)
    {
        var code = CodeOf(failed);
        return (failed.Status, code) switch
        {
            (_, { } refused) when Refusals.Contains(refused) => new ModelRefusedException(name),
            (_, "context_length_exceeded") => refusal.TooLong(),
            (429, "insufficient_quota" or "billing_hard_limit_reached") or (400, "billing_hard_limit_reached") => refusal.NoCredit(failed.Status, code),
            _ => refusal.OfStatus(failed.Status, code),
        };
    }

    WorkException OfConnection(Exception? broken) => broken is HttpRequestException connection ? refusal.OfConnection(connection) : refusal.CutOff(broken!);

    static string? CodeOf(ClientResultException failed)
    {
        try
        {
            var error = failed.GetRawResponse()?.Content is { } body && JsonNode.Parse(body) is JsonObject json ? json["error"] as JsonObject : null;
            return error?["code"] is JsonValue code && code.TryGetValue<string>(out var text) ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
