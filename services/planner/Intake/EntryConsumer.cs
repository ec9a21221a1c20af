using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Storage;
using MassTransit;

namespace CourseGen.Planner.Intake;

/// <summary>
/// An entry queue's consumer. Anybody may send there, raw JSON or a MassTransit envelope, so it reads the body itself and validates
/// that; what holds goes on as an internal event, what does not is rejected with all its faults.
/// </summary>
abstract class EntryConsumer<TBody> : IConsumer<TBody> where TBody : class
{
    public async Task Consume(ConsumeContext<TBody> context)
    {
        using var body = Parse(context.ReceiveContext.Body.GetBytes());
        var root = Unwrap(body.RootElement);
        if (root.ValueKind != JsonValueKind.Object)
            throw new FormatException("The body is not a JSON object.");
        var fields = new CommandFields(root);
        try
        {
            if (await Read(context, fields) is { } accepted && fields.Faults.Count == 0)
                await context.Publish(accepted, accepted.GetType(), context.CancellationToken);
            else
                await Reject(context, root, fields.Faults);
        }
        catch (Exception failure) when (failure is StoreUnusableException or ArtifactMissingException)
        {
            fields.Fault("store", failure is StoreUnusableException store ? $"{store.Message} {store.Remedy}" : failure.Message);
            await Reject(context, root, fields.Faults);
        }
    }

    /// <returns>The internal event, or null when <paramref name="fields"/> holds faults.</returns>
    protected abstract Task<object?> Read(ConsumeContext context, CommandFields fields);

    static Task Reject(ConsumeContext context, JsonElement root, IReadOnlyList<CommandFault> faults)
    {
        var location = root.TryGetProperty("project_folder", out var folder) && folder.ValueKind == JsonValueKind.String && ProjectFolder.IsValid(folder.GetString())
            ? new CourseLocation(root.TryGetProperty("course_bucket", out var bucket) && bucket.ValueKind == JsonValueKind.String ? bucket.GetString()! : "", folder.GetString()!)
            : null;
        return context.Publish(new CourseRejected(location is null ? Guid.Empty : CourseId.Of(location), location, [.. faults.Take(100)]), context.CancellationToken);
    }

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
