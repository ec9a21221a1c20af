using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Templates;

/// <summary>Names of a template's parts in a deck, whatever they were in the template, so that none meets a part of the deck's own.</summary>
sealed class TemplatePartNames
{
    readonly Dictionary<string, int> _numbers = [];

    internal string Next(TemplatePart part)
    {
        var extension = Path.GetExtension(part.Name).ToLowerInvariant();
        var name = part.ContentType switch
        {
            PartTypes.SlideMaster => "ppt/slideMasters/slideMaster",
            PartTypes.SlideLayout => "ppt/slideLayouts/slideLayout",
            PartTypes.NotesMaster => "ppt/notesMasters/notesMaster",
            PartTypes.Theme => "ppt/theme/theme",
            var type when MediaTypes.IsMedia(type) => "ppt/media/template-image",
            _ => "ppt/template/part",
        };
        _numbers[name] = _numbers.GetValueOrDefault(name) + 1;
        return $"{name}{_numbers[name]}{extension}";
    }
}
