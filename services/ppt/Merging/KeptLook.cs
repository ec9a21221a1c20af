using System.Xml.Linq;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Merging;

/// <summary>What must change in a deck's slides, layouts and masters so that they look in the merged deck as they did in their own.</summary>
/// <param name="text">Null where the merged deck has the same.</param>
sealed class KeptLook(SlideScale scale, DefaultText? text)
{
    /// <summary>The parts of two decks change alike.</summary>
    internal bool Same(KeptLook other) => Factor == other.Factor && (Text is null ? other.Text is null : other.Text is not null && Text.Same(other.Text));

    double Factor => scale.Factor;
    DefaultText? Text => text;

    /// <summary>A part of this type may change.</summary>
    internal bool Applies(string contentType) =>
        scale.Applies(contentType) || (text is not null && contentType is PartTypes.Slide or PartTypes.SlideLayout or PartTypes.SlideMaster);

    /// <returns>Whether the part is another than before.</returns>
    internal bool Apply(XElement root, string contentType)
    {
        var scaled = scale.Applies(contentType);
        if (scaled)
            scale.Apply(root);
        return (text is not null && Applies(contentType) && text.Apply(root)) | scaled;
    }

    /// <returns>Null when the part can stay as it is.</returns>
    internal XElement? Changed(PackageReader source, string name, string contentType)
    {
        if (!Applies(contentType))
            return null;
        var root = source.ReadXml(name);
        return Apply(root, contentType) ? root : null;
    }
}
