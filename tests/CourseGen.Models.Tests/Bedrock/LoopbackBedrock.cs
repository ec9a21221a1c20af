using System.Collections.Concurrent;
using System.Text;
using Amazon.Runtime;
using CourseGen.Contracts.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Models.Bedrock;

/// <param name="Target">The path as it came, still escaped.</param>
sealed record SeenRequest(string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>An HTTP server on the loopback that answers as a test says, and a client of it.</summary>
sealed class LoopbackBedrock : IAsyncDisposable
{
    public const string Model = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    public const string Region = "us-west-2";
    public static readonly ImmutableCredentials Secret = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "session-token-of-the-test");
    static readonly ChatMessage[] Prompt = [new(ChatRole.System, "You teach."), new(ChatRole.User, "Write of tides.")];

    readonly WebApplication _server;
    readonly ConcurrentQueue<SeenRequest> _seen = [];
    BedrockProvider? _provider;

    LoopbackBedrock(WebApplication server) => _server = server;

    /// <summary>What the server does with a request; its body is read already.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public BedrockOptions Options { get; set; } = new();

    public string? BearerToken { get; set; }

    public IReadOnlyList<SeenRequest> Seen => [.. _seen];

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public BedrockProvider Provider => _provider ??= new BedrockProvider(
        Options with { Endpoint = Options.Endpoint ?? Address, Region = Region }, BearerToken, TimeProvider.System, new SessionAWSCredentials(Secret.AccessKey, Secret.SecretKey, Secret.Token));

    public static async Task<LoopbackBedrock> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var loopback = new LoopbackBedrock(server);
        server.Run(loopback.Serve);
        await server.StartAsync();
        return loopback;
    }

    public Task<ChatResponse> Ask(params ChatMessage[] messages) => Ask(cacheMinimum: 0, new ChatOptions { MaxOutputTokens = 100 }, messages);

    public Task<ChatResponse> Ask(int cacheMinimum, ChatOptions options, params ChatMessage[] messages) =>
        Provider.Text(Model, cacheMinimum).GetResponseAsync(messages.Length > 0 ? messages : Prompt, options);

    public Task<Picture> Draw(string model, string prompt = "A harbour at dusk") => Provider.Pictures(model).Draw(
        new PictureRequest(new Visual("01-02-0003", "01-02", "A harbour", VisualType.ArtisticImage, prompt, "A harbour at dusk", "01-02-0003.png"), "en"), default);

    /// <summary>Answers every request with an error as Bedrock does.</summary>
    public void Refuse(int status, string type, string message) => Answer = context =>
    {
        context.Response.StatusCode = status;
        if (type.Length > 0)
            context.Response.Headers["x-amzn-ErrorType"] = $"{type}:http://internal.amazon.com/coral/com.amazon.bedrock/";
        return context.Response.WriteAsync(type.Length > 0 ? $$"""{"message":"{{message}}"}""" : message);
    };

    public void AnswerJson(string json) => Answer = context =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    };

    /// <summary>Each as it stands on the wire; see <see cref="Frames"/>.</summary>
    public void AnswerStream(params byte[][] frames) => Answer = async context =>
    {
        context.Response.ContentType = "application/vnd.amazon.eventstream";
        foreach (var frame in frames)
            await context.Response.Body.WriteAsync(frame);
    };

    public async ValueTask DisposeAsync()
    {
        _provider?.Dispose();
        await _server.DisposeAsync();
    }

    async Task Serve(HttpContext context)
    {
        var body = await new StreamReader(context.Request.Body, Encoding.UTF8).ReadToEndAsync();
        var headers = context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        _seen.Enqueue(new(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, headers, body));
        await Answer(context);
    }
}
