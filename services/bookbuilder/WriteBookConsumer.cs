using CourseGen.BookBuilder.Books;
using CourseGen.Contracts;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.BookBuilder;

/// <summary>Assembles the book and stores it in the formats asked for.</summary>
sealed class WriteBookConsumer(WorkRules rules, BookSourceReader reader, BookPublisher publisher) : WorkConsumer<WriteBook>(rules)
{
    protected override WorkKind Kind => WorkKind.Book;

    protected override async Task<object> Work(WriteBook command, UnitContext unit, CancellationToken token)
    {
        var sources = await reader.Read(command.Order, command.Inputs, token);
        var fingerprint = Fingerprint.Of(Kind, unit.Unit, command.Inputs.Sha256);
        var slug = sources.Plan.Slug;
        var keys = new BookKeys(command.Formats, extension => ArtifactKeys.Book(slug, extension), ArtifactKeys.BookData(slug));
        var made = await publisher.Publish(unit, fingerprint, BookAssembly.Assemble(sources), sources, keys, token);
        return new BookBuilt(command.CourseId, unit.Receipt(fingerprint, made.All(book => book.Reused)), [.. made.Select(book => book.Artifact)]);
    }
}

sealed class WriteBookDefinition(WorkOptions options) : WorkDefinition<WriteBookConsumer>(QueueNames.Books, options.ConcurrentBuilds);
