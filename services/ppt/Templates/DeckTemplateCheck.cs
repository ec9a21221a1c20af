using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Templates;

/// <summary>Whether a file can be the template of decks, and where it does not match.</summary>
public static class DeckTemplateCheck
{
    /// <param name="name">For messages, for example the file's name.</param>
    /// <param name="stream">Seekable; closed at the end.</param>
    /// <returns>What has no place of its own in the template, with the remedy; empty when all has.</returns>
    /// <exception cref="DeckRefusedException">It is encrypted, damaged, no deck, holds macros, or is beyond the limits of a template.</exception>
    public static IReadOnlyList<string> Run(string name, Stream stream) => CustomerTemplate.Read(name, stream, "en").Warnings;
}
