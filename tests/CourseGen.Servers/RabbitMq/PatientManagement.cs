using System.Net;

namespace CourseGen.Servers;

/// <summary>
/// RabbitMQ's management API answers 500 to a listing now and then, while something that it lists is being deleted: what only reads is
/// asked again for a while.
/// </summary>
public sealed class PatientManagement : DelegatingHandler
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public PatientManagement() : base(new SocketsHttpHandler())
    {
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (request.Method != HttpMethod.Get || response.StatusCode != HttpStatusCode.InternalServerError || deadline.IsCancellationRequested)
                return response;
            response.Dispose();
            await Task.Delay(Pause, cancellationToken);
        }
    }
}
