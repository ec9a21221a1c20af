using System.Text;
using CourseGen.BookBuilder.Books;
using CourseGen.BookBuilder.Formats;
using CourseGen.Contracts.Documents;
using CourseGen.Models;

namespace CourseGen.BookBuilder;

/// <summary>The key of each format of one book.</summary>
/// <param name="Formats">Those asked for.</param>
/// <param name="Key">By extension without the dot.</param>
sealed record BookKeys(IReadOnlyList<string> Formats, Func<string, string> Key, string Data);

/// <summary>Stores a book in the formats that the course asks for.</summary>
sealed class BookPublisher(ArtifactMaker maker, InlinePictures pictures)
{
    public async Task<IReadOnlyList<MadeArtifact>> Publish(
        UnitContext unit, string fingerprint, Book book, BookSources sources, BookKeys keys, CancellationToken token)
    {
        var made = new List<MadeArtifact>();
        foreach (var format in keys.Formats.Distinct())
        {
            Task<MadeArtifact> Build(string key, Func<CancellationToken, Task<byte[]>> write) => maker.Build(unit, key, fingerprint, write, token);
            var building = format switch
            {
                "md" => Build(keys.Key("md"), _ => Task.FromResult(Encoding.UTF8.GetBytes(MarkdownBook.Write(book)))),
                "json" => Build(keys.Data, _ => Task.FromResult(DocumentJson.Write(book))),
                "html" => Build(keys.Key("html"), async stop =>
                    HtmlBook.Write(book, await pictures.Read(unit.Location, sources.Pictures.Values, stop))),
                _ => null,
            };
            if (building is not null)
                made.Add(await building);
        }
        return made;
    }
}
