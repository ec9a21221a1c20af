using CourseGen.Deploy.Rules;
using CourseGen.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Deploy;

public sealed class HealthRouteTests
{
    [Fact]
    public async Task The_probes_routes_are_those_that_every_service_maps()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddHealthChecks();
        await using var app = builder.Build();

        app.MapHealth();

        ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText)
            .ShouldBe([ProbeRule.Live, ProbeRule.Ready], ignoreOrder: true);
    }
}
