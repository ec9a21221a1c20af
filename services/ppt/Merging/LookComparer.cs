using System.Xml.Linq;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <summary>Compares two elements by what they show.</summary>
/// <param name="first">What the relationship ids of the first part stand for.</param>
sealed class LookComparer(IReadOnlyDictionary<string, string> first, IReadOnlyDictionary<string, string> second)
{
    /// <summary>They say nothing about the look, or PowerPoint writes them anew.</summary>
    static readonly HashSet<string> Elements =
    [
        "extLst", "timing", "transition", "hf", "endParaRPr", "sldLayoutIdLst", "custDataLst", "cNvPr", "cNvSpPr", "cNvPicPr", "cNvGrpSpPr", "cNvCxnSpPr", "cNvGraphicFramePr",
    ];

    static readonly HashSet<string> EmptyElements =
    [
        "effectLst", "avLst", "gdLst", "ahLst", "cxnLst", "lstStyle", "objectDefaults", "extraClrSchemeLst", "custClrLst", "tabLst", "noAutofit", "clrMapOvr", "grpSpPr", "spPr", "defRPr",
    ];

    static readonly HashSet<string> Attributes =
    [
        "id", "lang", "altLang", "dirty", "err", "smtClean", "smtId", "noProof", "bmk", "kumimoji", "userDrawn", "preserve", "matchingName", "kern", "defTabSz", "eaLnBrk", "latinLnBrk",
        "hangingPunct", "fontAlgn", "rtlCol", "compatLnSpc", "spcFirstLastPara", "upright", "forceAA", "fromWordArt", "lastClr", "panose", "pitchFamily", "charset", "Ignorable",
    ];

    /// <summary>Defaults of attributes that nothing above a master could set otherwise (ECMA-376 Part 1, 21.1.2).</summary>
    static readonly HashSet<(string Name, string Value)> Defaults =
    [
        ("type", "obj"), ("idx", "0"), ("orient", "horz"), ("sz", "full"), ("rot", "0"), ("flipH", "0"), ("flipV", "0"), ("showMasterSp", "1"), ("showMasterPhAnim", "1"), ("hasCustomPrompt", "0"),
        ("cmpd", "sng"), ("cap", "flat"), ("lvl", "0"), ("marR", "0"), ("spc", "0"), ("strike", "noStrike"), ("u", "none"), ("cap", "none"), ("baseline", "0"), ("rtl", "0"),
    ];

    /// <summary>The same, of attributes that a layout inherits from its master: there a default is an answer.</summary>
    static readonly HashSet<(string Name, string Value)> MasterDefaults =
    [
        ("vert", "horz"), ("wrap", "square"), ("lIns", "91440"), ("rIns", "91440"), ("tIns", "45720"), ("bIns", "45720"), ("anchor", "t"), ("anchorCtr", "0"), ("numCol", "1"), ("rot", "0"),
        ("b", "0"), ("i", "0"), ("algn", "l"), ("marL", "0"), ("indent", "0"),
    ];

    static readonly HashSet<string> LevelLists = ["titleStyle", "bodyStyle", "otherStyle", "notesStyle", "lstStyle"];

    internal bool Same(XElement left, XElement right)
    {
        var isMaster = left.Name == P + "sldMaster";
        return Same(left, right, isMaster);
    }

    bool Same(XElement left, XElement right, bool isMaster)
    {
        if (left.Name != right.Name || !SameAttributes(left, right, isMaster))
            return false;
        var (leftChildren, rightChildren) = (ChildrenOf(left), ChildrenOf(right));
        if (LevelLists.Contains(left.Name.LocalName))
            return leftChildren.TrueForAll(child => rightChildren.Find(other => other.Name == child.Name) is not { } other || Same(child, other, isMaster));
        if (leftChildren.Count != rightChildren.Count)
            return false;
        if (leftChildren.Count == 0)
            return left.Value == right.Value || left.HasElements;
        return leftChildren.Zip(rightChildren).All(pair => Same(pair.First, pair.Second, isMaster));
    }

    bool SameAttributes(XElement left, XElement right, bool isMaster)
    {
        var (leftValues, rightValues) = (AttributesOf(left, first, isMaster), AttributesOf(right, second, isMaster));
        return leftValues.Count == rightValues.Count && leftValues.All(value => rightValues.GetValueOrDefault(value.Key) == value.Value);
    }

    static Dictionary<XName, string> AttributesOf(XElement element, IReadOnlyDictionary<string, string> targets, bool isMaster)
    {
        var values = new Dictionary<XName, string>();
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && !Attributes.Contains(attribute.Name.LocalName)))
        {
            var value = attribute.Value switch { "true" => "1", "false" => "0", var other => other };
            var key = (attribute.Name.LocalName, value);
            if (attribute.Name.Namespace == R)
                values.Add(attribute.Name, targets.GetValueOrDefault(value, value));
            else if (!Defaults.Contains(key) && !(isMaster && MasterDefaults.Contains(key)))
                values.Add(attribute.Name, value);
        }
        return values;
    }

    static List<XElement> ChildrenOf(XElement element) => [.. element.Elements().Where(child => !IsLeftOut(child))];

    static bool IsLeftOut(XElement element)
    {
        var name = element.Name.LocalName;
        return Elements.Contains(name)
            || (EmptyElements.Contains(name) && !element.HasAttributes && ChildrenOf(element).Count == 0)
            || (name == "grpSpPr" && element.Parent!.Name == P + "spTree")
            || (name == "masterClrMapping" && element.Parent!.Name == P + "clrMapOvr")
            || (name == "p" && element.Parent!.Name == P + "txBody" && TextShapes.IsPlaceholder(element.Parent.Parent))
            || (name is "ea" or "cs" or "sym" && ((string?)element.Attribute("typeface"))?.StartsWith('+') == true)
            || (name is "spcBef" or "spcAft" && element.Descendants().All(child => (string?)child.Attribute("val") is null or "0"))
            || (name == "lnSpc" && element.Descendants().All(child => (string?)child.Attribute("val") is null or "100000"));
    }
}
