using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Storage;
using MassTransit;

namespace CourseGen.Planner.Intake;

/// <summary>
/// An entry queue's consumer. Anybody may send there, raw JSON or a MassTransit envelope, so it reads the body itself and validates
/// that; what holds goes on as an internal event, what does not is rejected with all its faults.
/// </summary>
abstract class EntryConsumer<TBody>(IntakeOptions options, StorePatience patience) : IConsumer<TBody> where TBody : class
{
    const int MaxFaults = 100;

    protected IntakeOptions Options { get; } = options;

    public async Task Consume(ConsumeContext<TBody> context)
    {
        using var body = Parse(context.ReceiveContext.Body.GetBytes());
        var root = Unwrap(body.RootElement);
        if (root.ValueKind != JsonValueKind.Object)
            throw new FormatException("The body is not a JSON object.");
        var fields = new CommandFields(root);
        try
        {
            var accepted = await patience.Try(() => Read(context, fields = new CommandFields(root)), context.CancellationToken);
            if (accepted is not null && fields.Faults.Count == 0)
                await context.Publish(accepted, accepted.GetType(), context.CancellationToken);
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
        return context.Publish(new CourseRejected(location is null ? Guid.Empty : CourseId.Of(location), location, [.. faults.Take(MaxFaults)]), context.CancellationToken);
    }

    /// <summary>The command may hold, but nothing can be stored: the same command may succeed later.</summary>
    Task Fail(ConsumeContext context, CourseLocation? location, StoreUnusableException store) => context.Publish(
        new CourseFailed(location is null ? Guid.Empty : CourseId.Of(location), location ?? new("", ""), Revision: 0, $"{store.Message} {store.Remedy}",
            Retryable: true, new CourseTotals(0, 0, 0, 0, 0, 0), []), context.CancellationToken);

    CourseLocation? LocationOf(JsonElement root) =>
        TextOf(root, "project_folder") is { } folder && ProjectFolder.IsValid(folder) ? new(TextOf(root, "course_bucket") ?? Options.Buckets[0], folder) : null;

    static string? TextOf(JsonElement root, string field) =>
        root.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static JsonDocument Parse(byte[] bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException fault)
        {
            throw new FormatException("The body is not JSON.", fault);
        }
    }

    static JsonElement Unwrap(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("messageType", out _) && root.TryGetProperty("message", out var message) ? message : root;
}
