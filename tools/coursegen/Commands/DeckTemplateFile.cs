using System.CommandLine;
using CourseGen.Contracts;
using CourseGen.Planner.Intake;
using CourseGen.Ppt.Packages;
using CourseGen.Ppt.Templates;
using CourseGen.Storage;

namespace CourseGen.Cli.Commands;

/// <summary>A customer's deck template here on disk: checked, and put where the services read it.</summary>
/// <param name="Path">As the person gave it.</param>
/// <param name="Warnings">What has no place of its own in it.</param>
sealed record DeckTemplateFile(string Path, byte[] Bytes, IReadOnlyList<string> Warnings)
{
    public ArtifactRef Kept => new(ArtifactKeys.DeckTemplate(Fingerprint.Sha256(Bytes), System.IO.Path.GetFileName(Path)), Fingerprint.Sha256(Bytes), Bytes.Length);

    public static Option<string?> KeyOption() => new("--deck-template-s3-key") { Description = "The full key of a .pptx or .potx file in the bucket, to write decks on", HelpName = "key" };

    public static Option<string?> Option() => new("--deck-template") { Description = "Your own .pptx or .potx file, to write decks on", HelpName = "file" };

    /// <returns>Null when none is asked for.</returns>
    /// <exception cref="CommandException">It is not there or has another extension (2), or cannot be a template (3).</exception>
    public static async Task<DeckTemplateFile?> Read(string? path, CancellationToken token)
    {
        if (path is null)
            return null;
        if (!DeckTemplates.Extensions.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            throw new CommandException(ExitCodes.Usage, $"{path}: a deck template is a .pptx or .potx file; save it as one of these.");
        if (!File.Exists(path))
            throw new CommandException(ExitCodes.Usage, $"{path}: there is no such file; give --deck-template the path of a .pptx or .potx file.");
        if (new FileInfo(path).Length > TemplatePackage.MaxBytes)
            throw new CommandException(ExitCodes.InvalidInput, $"{path}: is larger than {TemplatePackage.MaxBytes >> 20} MB; make its pictures smaller.");
        var bytes = await File.ReadAllBytesAsync(path, token);
        try
        {
            return new DeckTemplateFile(path, bytes, DeckTemplateCheck.Run(System.IO.Path.GetFileName(path), new MemoryStream(bytes, writable: false)));
        }
        catch (DeckRefusedException refused)
        {
            throw new CommandException(ExitCodes.InvalidInput, $"{refused.Message} {refused.Remedy}", refused);
        }
    }

    /// <summary>Under its own hash, where the planner would keep it.</summary>
    /// <returns>The key that a command names it by.</returns>
    public async Task<string> Deliver(string projectFolder, IArtifactStore store, string bucket, CancellationToken token)
    {
        await store.PutBytes(new CourseLocation(bucket, projectFolder), Kept.Key, Bytes, PutCondition.Absent, token);
        return $"{projectFolder}/{Kept.Key}";
    }
}
