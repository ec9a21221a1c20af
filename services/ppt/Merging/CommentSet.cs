using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <summary>
/// Comments as PowerPoint 2019 and before write them: a comment names its author by number, and itself by a number of the author's.
/// The same name and initials are one author; the numbers of his comments in a later deck go on where those of the earlier ended.
/// </summary>
sealed class CommentSet
{
    sealed class Author(int id, XElement element)
    {
        internal int Id { get; } = id;
        internal XElement Element { get; } = element;
        internal long LastIndex { get; set; }
    }

    readonly Dictionary<(string Name, string Initials), Author> _authors = [];
    readonly Dictionary<SourceDeck, Dictionary<string, (Author Author, long Offset)>> _byDeck = [];

    internal XElement? Authors => _authors.Count == 0 ? null : new XElement(P + "cmAuthorLst",
        new XAttribute(XNamespace.Xmlns + "p", P), _authors.Values.OrderBy(author => author.Id).Select(Element));

    /// <returns>Null when the comments can stay as they are.</returns>
    internal XElement? Copy(SourceDeck deck, string name)
    {
        var authors = AuthorsOf(deck);
        var comments = deck.Package.ReadXml(name);
        var changed = false;
        foreach (var comment in comments.Descendants().Where(element => element.Name == P + "cm" || element.Name == P15 + "parentCm"))
        {
            var (id, index) = ((string?)comment.Attribute("authorId") ?? "", (string?)comment.Attribute("idx"));
            if (!uint.TryParse(index, out var number))
                throw deck.Package.Damaged(name);
            if (!authors.TryGetValue(id, out var author))
                authors.Add(id, author = (AuthorOf("Unknown", "?", null), 0));
            author.Author.LastIndex = Math.Max(author.Author.LastIndex, number + author.Offset);
            changed |= id != $"{author.Author.Id}" || author.Offset != 0;
            comment.SetAttributeValue("authorId", author.Author.Id);
            comment.SetAttributeValue("idx", number + author.Offset);
        }
        return changed ? comments : null;
    }

    Dictionary<string, (Author Author, long Offset)> AuthorsOf(SourceDeck deck)
    {
        if (_byDeck.TryGetValue(deck, out var known))
            return known;
        var authors = new Dictionary<string, (Author, long)>();
        var elements = deck.PartOf(RelationshipTypes.CommentAuthors) is { } part ? deck.Package.ReadXml(part).Elements(P + "cmAuthor").ToList() : [];
        foreach (var element in elements)
        {
            var author = AuthorOf((string?)element.Attribute("name") ?? "", (string?)element.Attribute("initials") ?? "", element);
            authors.TryAdd((string?)element.Attribute("id") ?? "", (author, author.LastIndex));
        }
        foreach (var element in elements)
        {
            if (uint.TryParse((string?)element.Attribute("lastIdx"), out var last) && authors.TryGetValue((string?)element.Attribute("id") ?? "", out var found))
                found.Item1.LastIndex = Math.Max(found.Item1.LastIndex, last + found.Item2);
        }
        return _byDeck[deck] = authors;
    }

    Author AuthorOf(string name, string initials, XElement? element)
    {
        if (!_authors.TryGetValue((name, initials), out var author))
        {
            element ??= new XElement(P + "cmAuthor", new XAttribute("name", name), new XAttribute("initials", initials));
            _authors.Add((name, initials), author = new Author(_authors.Count, new XElement(element)));
        }
        return author;
    }

    static XElement Element(Author author)
    {
        author.Element.SetAttributeValue("id", author.Id);
        author.Element.SetAttributeValue("lastIdx", author.LastIndex);
        author.Element.SetAttributeValue("clrIdx", author.Id);
        return author.Element;
    }
}
