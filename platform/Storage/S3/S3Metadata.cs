using System.Globalization;
using System.Text.Json;
using Amazon.S3.Model;
using CourseGen.Contracts;

namespace CourseGen.Storage;

/// <summary>
/// An artifact's metadata as headers of its object (<c>x-amz-meta-coursegen-…</c>), which S3 replaces together with the bytes. Headers
/// are ASCII and 2 KB in all: the usage is compact JSON, its calls summed by model when there are too many, left out when even that is
/// too long. The answers keep the usage of every call anyway.
/// </summary>
/// <param name="Md5">Hex; null for what went in parts.</param>
/// <param name="PutId">Of the put that stored it.</param>
sealed record S3Metadata(ArtifactMetadata Artifact, string? Md5, long Length, string PutId)
{
    const string Fingerprint = "coursegen-fingerprint";
    const string Sha256 = "coursegen-sha256";
    const string Md5Name = "coursegen-md5";
    const string LengthName = "coursegen-length";
    const string PutName = "coursegen-put";
    const string Reservation = "coursegen-reservation";
    const string Usage = "coursegen-usage";

    /// <summary>Of the 2 KB; the others need some 400 bytes.</summary>
    const int MaxUsage = 1500;

    public void WriteTo(MetadataCollection headers)
    {
        if (Artifact.Fingerprint != "")
            headers[Fingerprint] = Artifact.Fingerprint;
        headers[Sha256] = Artifact.Sha256;
        headers[LengthName] = Length.ToString(CultureInfo.InvariantCulture);
        headers[PutName] = PutId;
        if (Md5 is not null)
            headers[Md5Name] = Md5;
        if (Artifact.Payment is { } payment)
            headers[Reservation] = payment.Reservation.ToString("N");
        if (UsageThatFits() is { } usage)
            headers[Usage] = usage;
    }

    /// <returns>Null when the object has none, so was put there by someone else.</returns>
    public static S3Metadata? Read(MetadataCollection headers)
    {
        if (headers[Sha256] is not { Length: > 0 } sha256 || !long.TryParse(headers[LengthName], CultureInfo.InvariantCulture, out var length))
            return null;
        var (model, calls, paid) = ReadUsage(headers[Usage]);
        var payment = Guid.TryParseExact(headers[Reservation], "N", out var reservation) ? new Payment(reservation, paid ?? calls ?? []) : null;
        return new(new(headers[Fingerprint] ?? "", sha256, model, calls, payment), headers[Md5Name], length, headers[PutName] ?? "");
    }

    string? UsageThatFits() => Artifact is { Model: null, Calls: null, Payment: null or { Calls.Count: 0 } }
        ? null
        : new[] { (Artifact.Calls, Paid), (Summed(Artifact.Calls), Summed(Paid)), (null, null) }
            .Select(of => WriteUsage(Artifact.Model, of.Item1, of.Item2)).FirstOrDefault(text => text.Length <= MaxUsage);

    /// <summary>Null when it is what the artifact comes from, as it is mostly: said once.</summary>
    IReadOnlyList<CallUsage>? Paid => Artifact.Payment?.Calls is { } paid && !paid.SequenceEqual(Artifact.Calls ?? []) ? paid : null;

    static List<CallUsage>? Summed(IReadOnlyList<CallUsage>? calls) => calls is null ? null :
    [
        .. calls.GroupBy(call => call.Model).Select(of => new CallUsage(
            of.Key, of.Sum(c => c.InputTokens), of.Sum(c => c.OutputTokens), of.Sum(c => c.CacheReadTokens), of.Sum(c => c.CacheWriteTokens), of.Sum(c => c.Pictures))),
    ];

    // The serializer's own encoder leaves nothing but ASCII.
    static string WriteUsage(ModelRef? model, IReadOnlyList<CallUsage>? calls, IReadOnlyList<CallUsage>? paid)
    {
        var models = (calls ?? []).Concat(paid ?? []).Select(call => call.Model).Prepend(model).OfType<ModelRef>().Distinct().ToList();
        return JsonSerializer.Serialize(new CompactUsage(
            [.. models.Select(m => new[] { m.Provider, m.Model })],
            model is null ? -1 : models.IndexOf(model),
            Numbers(calls), Numbers(paid)));

        long[][]? Numbers(IReadOnlyList<CallUsage>? list) =>
            list?.Select(c => new[] { models.IndexOf(c.Model), c.InputTokens, c.OutputTokens, c.CacheReadTokens, c.CacheWriteTokens, c.Pictures }).ToArray();
    }

    static (ModelRef? Model, IReadOnlyList<CallUsage>? Calls, IReadOnlyList<CallUsage>? Paid) ReadUsage(string? text)
    {
        try
        {
            if (string.IsNullOrEmpty(text) || JsonSerializer.Deserialize<CompactUsage>(text) is not { } usage)
                return (null, null, null);
            ModelRef[] models = [.. usage.models.Select(pair => new ModelRef(pair[0], pair[1]))];
            return (usage.model < 0 ? null : models[usage.model], Calls(usage.calls), Calls(usage.paid));

            CallUsage[]? Calls(long[][]? list) => list?.Select(c => new CallUsage(models[c[0]], c[1], c[2], c[3], c[4], (int)c[5])).ToArray();
        }
        catch (Exception damaged) when (damaged is JsonException or IndexOutOfRangeException)
        {
            return (null, null, null);
        }
    }

    /// <param name="models">Provider and model each.</param>
    /// <param name="model">Index of the one that made it; -1 for none.</param>
    /// <param name="calls">Index of the model, input, output, cache read and cache write tokens, pictures.</param>
    /// <param name="paid">The same of the payment's calls; null when they are those.</param>
#pragma warning disable IDE1006 // The names in the JSON, short for the sake of the 2 KB.
    sealed record CompactUsage(string[][] models, int model, long[][]? calls, long[][]? paid);
#pragma warning restore IDE1006
}
