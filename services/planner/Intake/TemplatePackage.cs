using System.IO.Compression;
using System.Text;

namespace CourseGen.Planner.Intake;

/// <summary>
/// Whether a file that anybody may have sent can be a deck template, told from its ZIP directory and its list of content types alone. What only
/// its layouts can tell is told when the first deck is made.
/// </summary>
static class TemplatePackage
{
    /// <summary>A template is masters, layouts and a few pictures.</summary>
    internal const int MaxBytes = 64 << 20;
    const int MaxParts = 10_000;
    const long MaxUnpacked = 256L << 20;
    const int MaxContentTypes = 4 << 20;
    static readonly string[] Presentations = ["presentation.main+xml", "template.main+xml", "slideshow.main+xml"];

    /// <returns>What is wrong with it and the remedy; null when nothing is.</returns>
    internal static string? FaultOf(byte[] file)
    {
        if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return "is encrypted or an old .ppt file; save it as .potx without a password";
        if (!file.AsSpan().StartsWith("PK"u8))
            return "is not a PowerPoint file; give a .pptx or .potx file";
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            return Bomb(archive) ?? Kind(archive);
        }
        catch (InvalidDataException)
        {
            return "is damaged or incomplete; open it in PowerPoint, repair it, and save it again";
        }
    }

    static string? Bomb(ZipArchive archive)
    {
        if (archive.Entries.Count > MaxParts)
            return $"has more than {MaxParts} parts; save it again in PowerPoint";
        if (archive.Entries.Any(entry => entry.IsEncrypted))
            return "is encrypted; save it as .potx without a password";
        var unpacked = archive.Entries.Sum(entry => Math.Min(entry.Length, MaxUnpacked));
        return unpacked > MaxUnpacked ? $"unpacks to more than {MaxUnpacked >> 20} MB; make its pictures smaller and save it again in PowerPoint" : null;
    }

    static string? Kind(ZipArchive archive)
    {
        var types = archive.GetEntry("[Content_Types].xml") is { } entry ? Text(entry) : "";
        if (types.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || types.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
            || archive.Entries.Any(part => part.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            return "holds macros; save it as .potx, which leaves them out";
        if (!Presentations.Any(type => types.Contains(type, StringComparison.Ordinal)))
            return "is not a PowerPoint presentation; give a .pptx or .potx file";
        return types.Contains("slideLayout+xml", StringComparison.Ordinal) ? null : "has no slide layouts; give a template made in PowerPoint";
    }

    /// <summary>An archive may lie about lengths, so bytes are counted.</summary>
    static string Text(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new byte[Math.Clamp(entry.Length + 1, 1, MaxContentTypes)];
        return Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
