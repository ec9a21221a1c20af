using System.Diagnostics;
using CourseGen.Contracts;
using CourseGen.Servers;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Bench.Messaging;

/// <param name="PerMinute">Courses.</param>
/// <param name="Megabytes">Of each service: after the first fifth of the courses, and at the end.</param>
sealed record Throughput(double PerMinute, IReadOnlyDictionary<string, (double Early, double Late)> Megabytes);

/// <summary>Courses of twelve lessons through the five services, with the simulated model at zero latency: what is measured is CourseGen and its servers.</summary>
static class CourseThroughput
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Courses under way at a time, so that memory is that of steady work.</summary>
    const int AtATime = 4;

    public static async Task<Throughput> Measure(string root, RabbitMqServer rabbit, PostgresServer postgres, S3Server store, int courses)
    {
        await using var services = await RunningServices.Start(rabbit, postgres, store, new ServicesOptions { Repository = root });
        var (ends, outline) = (new CourseEnds(), await File.ReadAllTextAsync(Path.Combine(root, "samples", "data-engineering", "outline.yaml")));
        using var visitor = await Visitor.Connect(services.Broker, add => add.AddSingleton(ends), bus => bus.AddConsumer<CourseEndsConsumer>());
        var bus = visitor.Services.GetRequiredService<IBus>();
        var (begun, early) = (0, services.Megabytes());
        var clock = Stopwatch.GetTimestamp();
        while (begun < AtATime)
            await Begin();
        for (var ended = 1; ended <= courses; ended++)
        {
            await ends.Next(Patience);
            if (ended == Math.Max(AtATime, courses / 5))
                early = services.Megabytes();
            if (begun < courses)
                await Begin();
        }
        var minutes = Stopwatch.GetElapsedTime(clock).TotalMinutes;
        var late = services.Megabytes();
        await visitor.StopAsync();
        return new Throughput(courses / minutes, late.ToDictionary(service => service.Key, service => (early[service.Key], service.Value)));

        Task Begin() => bus.Publish(new StartCourse { ProjectFolder = $"course-{++begun:000}", OutlineYaml = outline, ModulesToGenerate = "1-2" });
    }
}
