using System.Xml.Linq;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <summary>What the list style of a text says of its runs on one level; made when it is to say more.</summary>
/// <param name="text">A <c>txBody</c>.</param>
/// <param name="level">From 0.</param>
sealed class TextLevel(XElement text, int level)
{
    /// <summary>How many levels text can have (ECMA-376 Part 1, 21.1.2.4).</summary>
    internal const int Most = 9;

    static readonly string[] Fills = ["noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"];

    /// <summary>Of a run's properties (ECMA-376 Part 1, 21.1.2.3.2).</summary>
    static readonly string[] Order =
    [
        "ln", .. Fills, "effectLst", "effectDag", "highlight", "uLnTx", "uLn", "uFillTx", "uFill", "latin", "ea", "cs", "sym", "hlinkClick", "hlinkMouseOver", "rtl", "extLst",
    ];

    XElement? _runs = text.Element(A + "lstStyle")?.Element(NameOf(level))?.Element(A + "defRPr");

    internal bool Changed { get; private set; }

    internal bool SaysSize => _runs?.Attribute("sz") is not null;

    internal bool Says(XElement property) => Says(_runs, property);

    /// <param name="run">Its properties.</param>
    internal static bool Says(XElement? run, XElement property) =>
        run?.Elements().Any(element => element.Name == property.Name || (IsFill(element) && IsFill(property))) == true;

    internal static bool IsFill(XElement element) => Fills.Contains(element.Name.LocalName);

    internal void Set(int size)
    {
        Made().SetAttributeValue("sz", size);
        Changed = true;
    }

    internal void Add(XElement property)
    {
        var runs = Made();
        runs.ReplaceNodes(runs.Elements().Append(new XElement(property)).OrderBy(element => Array.IndexOf(Order, element.Name.LocalName)));
        Changed = true;
    }

    XElement Made()
    {
        if (_runs is not null)
            return _runs;
        var list = text.Element(A + "lstStyle") ?? Listed();
        if (list.Element(NameOf(level)) is null)
            list.ReplaceNodes(list.Elements().Append(new XElement(NameOf(level))).OrderBy(element => element.Name == A + "extLst").ThenBy(element => element.Name.LocalName, StringComparer.Ordinal));
        var style = list.Element(NameOf(level))!;
        _runs = new XElement(A + "defRPr");
        if (style.Element(A + "extLst") is { } extensions)
            extensions.AddBeforeSelf(_runs);
        else
            style.Add(_runs);
        return _runs;
    }

    XElement Listed()
    {
        var list = new XElement(A + "lstStyle");
        if (text.Element(A + "bodyPr") is { } body)
            body.AddAfterSelf(list);
        else
            text.AddFirst(list);
        return list;
    }

    static XName NameOf(int level) => A + $"lvl{level + 1}pPr";
}
