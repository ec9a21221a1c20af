using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CourseGen.Servers;

public sealed class PatientManagementTests
{
    [Fact]
    public async Task A_listing_that_fails_is_asked_for_again_and_a_change_is_not()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = Answer(listener, "500 Internal Server Error", "200 OK", "500 Internal Server Error");
        using var http = new HttpClient(new PatientManagement()) { BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/") };

        (await http.GetAsync("api/queues")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.DeleteAsync("api/queues/one")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        await answering;
    }

    static async Task Answer(TcpListener listener, params IEnumerable<string> statuses)
    {
        foreach (var status in statuses)
        {
            using var client = await listener.AcceptTcpClientAsync();
            using var stream = client.GetStream();
            using var reader = new StreamReader(stream, leaveOpen: true);
            while (await reader.ReadLineAsync() is { Length: > 0 })
            {
            }
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        }
    }
}
