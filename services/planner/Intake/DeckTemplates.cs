using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Planner.Intake;

/// <summary>Takes a customer's deck template into the course: checked, and kept under its hash, so that what becomes of the customer's file changes nothing.</summary>
sealed class DeckTemplates(IArtifactStore store)
{
    internal const string Field = "deck_template_s3_key";
    internal static readonly string[] Extensions = [".pptx", ".potx"];

    /// <returns>A full key in the course's bucket; null when there is none, or a fault.</returns>
    public static string? KeyOf(CommandFields fields)
    {
        if (fields.Text(Field, StartCourseReader.MaxKeyBytes) is not { } key)
            return null;
        if (Extensions.Contains(Path.GetExtension(key), StringComparer.OrdinalIgnoreCase))
            return key;
        fields.Fault(Field, "expected the key of a .pptx or .potx file; a file with macros is saved as .potx first");
        return null;
    }

    /// <returns>Where it is kept; null after a fault.</returns>
    public async Task<ArtifactRef?> Keep(CourseLocation location, string key, CommandFields fields, CancellationToken token)
    {
        if (BucketKey.AddressOf(location.Bucket, key) is not { } address || await store.Find(address, token) is not { } found)
        {
            fields.Fault(Field, $"there is no template at {key}; give its full key in the bucket {location.Bucket}, folder first");
            return null;
        }
        if (found.Length > TemplatePackage.MaxBytes)
        {
            fields.Fault(Field, $"{key} has {found.Length >> 20} MB; at most {TemplatePackage.MaxBytes >> 20} are read; make its pictures smaller");
            return null;
        }
        var file = await store.ReadBytes(new CourseLocation(address.Bucket, address.Folder), address.RelativeKey, token);
        if (TemplatePackage.FaultOf(file) is { } fault)
        {
            fields.Fault(Field, $"{key} {fault}");
            return null;
        }
        var sha256 = Fingerprint.Sha256(file);
        var kept = ArtifactKeys.DeckTemplate(sha256, key[(key.LastIndexOf('/') + 1)..]);
        await store.PutBytes(location, kept, file, PutCondition.Absent, token);
        return new ArtifactRef(kept, sha256, file.Length);
    }
}
