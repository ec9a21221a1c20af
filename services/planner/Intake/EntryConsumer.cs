using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Hosting;
using CourseGen.Storage;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace CourseGen.Planner.Intake;

/// <summary>
/// An entry queue's consumer. Anybody may send there, raw JSON or a MassTransit envelope, so it reads the body itself and validates
/// that; what holds goes on as an internal event, what does not is rejected with all its faults.
/// </summary>
abstract partial class EntryConsumer<TBody>(EntryRules rules) : IConsumer<TBody> where TBody : class
{
    const int MaxFaults = 100;
    static readonly string Urn = MessageUrn.ForTypeString<TBody>();

    protected IntakeOptions Options => rules.Options;

    public async Task Consume(ConsumeContext<TBody> context)
    {
        using var body = Parse(context.ReceiveContext.Body.GetBytes());
        var root = Unwrap(body.RootElement);
        var fields = new CommandFields(root);
        try
        {
            var accepted = await rules.Patience.Try(() => Read(context, fields = new CommandFields(root)), context.CancellationToken);
            if (accepted is not null && fields.Faults.Count == 0)
                await context.PublishUntilConfirmed(accepted, rules.Work);
            else
                await Reject(context, root, fields.Faults);
        }
        catch (StoreUnusableException store)
        {
            await Fail(context, LocationOf(root), store);
        }
        catch (Exception failure) when (failure is ArtifactMissingException or JsonException)
        {
            fields.Fault("project_folder", failure is JsonException ? $"its plan cannot be read: {failure.Message}" : failure.Message);
            await Reject(context, root, fields.Faults);
        }
    }

    /// <returns>The internal event, or null when <paramref name="fields"/> holds faults.</returns>
    protected abstract Task<object?> Read(ConsumeContext context, CommandFields fields);

    Task Reject(ConsumeContext context, JsonElement root, IReadOnlyList<CommandFault> faults)
    {
        var location = LocationOf(root);
        Rejected(rules.Log, Urn, location?.Folder, string.Join("; ", faults.Take(MaxFaults).Select(fault => $"{fault.Field}: {fault.Message}")));
        return context.PublishUntilConfirmed(
            new CourseRejected(location is null ? Guid.Empty : CourseId.Of(location), location, [.. faults.Take(MaxFaults)]), rules.Work);
    }

    /// <summary>The command may hold, but nothing can be stored: the same command may succeed later.</summary>
    Task Fail(ConsumeContext context, CourseLocation? location, StoreUnusableException store) => context.PublishUntilConfirmed(
        new CourseFailed(location is null ? Guid.Empty : CourseId.Of(location), location ?? new("", ""), Revision: 0, $"{store.Message} {store.Remedy}",
            Retryable: true, new CourseTotals(0, 0, 0, 0, 0, 0), []), rules.Work);

    CourseLocation? LocationOf(JsonElement root) =>
        TextOf(root, "project_folder") is { } folder && ProjectFolder.IsValid(folder) ? new(TextOf(root, "course_bucket") ?? Options.Buckets[0], folder) : null;

    static string? TextOf(JsonElement root, string field) =>
        root.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static JsonDocument Parse(byte[] bytes)
    {
        if (bytes.Length > EntryQueue.MaxBytes)
        {
            throw new MessageRefusedException(
                $"The body has {bytes.Length} bytes; at most {EntryQueue.MaxBytes} are read. Put the outline into the store and name it in outline_s3_key.");
        }
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException fault)
        {
            throw new MessageRefusedException("The body is not JSON: expected a JSON object.", fault);
        }
    }

    /// <exception cref="MessageRefusedException">It is no object, or the envelope of another message.</exception>
    static JsonElement Unwrap(JsonElement root)
    {
        var body = root;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("messageType", out var types) && root.TryGetProperty("message", out var message))
        {
            if (types.ValueKind != JsonValueKind.Array || !types.EnumerateArray().Any(type => type.ValueKind == JsonValueKind.String && type.GetString() == Urn))
                throw new MessageRefusedException($"The envelope's messageType does not name {Urn}.");
            body = message;
        }
        return body.ValueKind == JsonValueKind.Object ? body : throw new MessageRefusedException("The body is JSON, but no object: expected a JSON object.");
    }

    [LoggerMessage(LogLevel.Warning, "{Command} of {Folder} is rejected: {Faults}")]
    static partial void Rejected(ILogger log, string command, string? folder, string faults);
}

/// <summary>What <see cref="EntryConsumer{TBody}"/> needs.</summary>
sealed record EntryRules(IntakeOptions Options, StorePatience Patience, WorkRules Work, ILogger<EntryRules> Log);
