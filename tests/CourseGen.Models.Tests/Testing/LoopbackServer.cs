using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Models.Testing;

/// <param name="Target">Path and query.</param>
sealed record ReceivedRequest(string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>An HTTP server on the loopback that answers as a test says, and remembers what it was asked.</summary>
sealed class LoopbackServer : IAsyncDisposable
{
    readonly WebApplication _server;
    readonly ConcurrentQueue<ReceivedRequest> _received = [];

    LoopbackServer(WebApplication server) => _server = server;

    /// <summary>What it does with a request; the body is read already.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<ReceivedRequest> Received => [.. _received];

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<LoopbackServer> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var loopback = new LoopbackServer(server);
        server.Run(loopback.Serve);
        await server.StartAsync();
        return loopback;
    }

    public void AnswerJson(string json, int status = 200) => Answer = context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    };

    /// <summary>The answer's head and a piece of its body, then nothing more.</summary>
    public void BreakOff() => Answer = async context =>
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("{");
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    /// <summary>Until the caller goes away.</summary>
    public void NeverAnswer() => Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _server.StopAsync(now.Token);
        await _server.DisposeAsync();
    }

    async Task Serve(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        _received.Enqueue(new(
            $"{context.Request.Path}{context.Request.QueryString}",
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body));
        await Answer(context);
    }
}
