using System.Text.Encodings.Web;
using System.Text.Json;
using CourseGen.Contracts;

namespace CourseGen.Models;

/// <summary>
/// An account of every model call that this process makes, to be held against the provider's bill: a line of JSON when a call begins
/// and one when it ends (<c>at, event, item, fingerprint, call, model, outcome</c>), appended to <see cref="PaidOnceOptions.CallLog"/>.
/// A call that began and never ended was cut off by the end of its process. It holds no prompt and no answer.
/// </summary>
public sealed class ModelCallLog(PaidOnceOptions options, TimeProvider time)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    readonly Lock _lock = new();

    /// <param name="number">Which of the item's calls, from 1.</param>
    internal async Task<T> Account<T>(UnitContext unit, string fingerprint, int number, ModelRef model, Func<Task<T>> call)
    {
        if (options.CallLog is not { } path)
            return await call();
        var began = new Line(time.GetUtcNow(), "began", unit.Name, fingerprint, number, $"{model.Provider}/{model.Model}", null);
        Append(path, began);
        var outcome = "failed";
        try
        {
            var result = await call();
            outcome = "answered";
            return result;
        }
        finally
        {
            Append(path, began with { At = time.GetUtcNow(), Event = "ended", Outcome = outcome });
        }
    }

    /// <summary>Opened anew for each line, so that the file may be moved away while the process runs.</summary>
    void Append(string path, Line line)
    {
        var text = JsonSerializer.Serialize(line, Json) + "\n";
        lock (_lock)
            File.AppendAllText(path, text);
    }

    sealed record Line(DateTimeOffset At, string Event, string Item, string Fingerprint, int Call, string Model, string? Outcome);
}
