using System.Text;
using CourseGen.BookBuilder.Books;
using CourseGen.Contracts;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.BookBuilder;

/// <summary>Assembles the lab guide, and the setup guide when there is a lab plan.</summary>
sealed class BuildLabGuideConsumer(WorkRules rules, BookSourceReader reader, BookPublisher publisher, ArtifactMaker maker)
    : WorkConsumer<BuildLabGuide>(rules)
{
    protected override WorkKind Kind => WorkKind.LabGuide;

    protected override async Task<object> Work(BuildLabGuide command, UnitContext unit, CancellationToken token)
    {
        var sources = await reader.Read(command.Order, command.Inputs, token);
        var fingerprint = Fingerprint.Of(Kind, unit.Unit, command.Inputs.Sha256);
        var slug = sources.Plan.Slug;
        var keys = new BookKeys(command.Formats, extension => ArtifactKeys.LabGuide(slug, extension), ArtifactKeys.LabGuideData(slug));
        var made = await publisher.Publish(unit, fingerprint, LabGuideAssembly.Assemble(sources), sources, keys, token);
        if (sources.LabPlan is { } labPlan)
            made = [.. made, await maker.Build(unit, ArtifactKeys.SetupGuide, fingerprint,
                _ => Task.FromResult(Encoding.UTF8.GetBytes(SetupGuide.Write(sources.Plan, labPlan))), token)];
        return new LabGuideBuilt(command.CourseId, unit.Receipt(fingerprint, made.All(book => book.Reused)), [.. made.Select(book => book.Artifact)]);
    }
}

sealed class BuildLabGuideDefinition(WorkOptions options) : WorkDefinition<BuildLabGuideConsumer>(QueueNames.LabGuides, options.ConcurrentBuilds);
