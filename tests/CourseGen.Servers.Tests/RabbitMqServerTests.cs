using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace CourseGen.Servers;

public sealed class RabbitMqServerTests
{
    [Fact]
    public async Task Messages_survive_a_stop_and_a_kill_on_the_same_ports()
    {
        await using var server = await RabbitMqServer.Start();
        var host = await server.CreateVirtualHost();
        await Declare(server, host, "kept");
        await Publish(server, host, "kept");

        await server.Stop();
        await server.StartAgain();
        await server.Kill();
        await server.StartAgain();

        (await Count(server, host, "kept")).ShouldBe(1);
    }

    static HttpClient Client(RabbitMqServer server) => new()
    {
        BaseAddress = server.Management,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(server.Uri.UserInfo))) },
    };

    static async Task Declare(RabbitMqServer server, Uri host, string queue)
    {
        using var client = Client(server);
        using var response = await client.PutAsJsonAsync($"api/queues{host.AbsolutePath}/{queue}",
            new { durable = true, arguments = new Dictionary<string, string> { ["x-queue-type"] = "quorum" } });
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    static async Task Publish(RabbitMqServer server, Uri host, string queue)
    {
        using var client = Client(server);
        using var response = await client.PostAsJsonAsync($"api/exchanges{host.AbsolutePath}/amq.default/publish",
            new { properties = new { delivery_mode = 2 }, routing_key = queue, payload = "{}", payload_encoding = "string" });
        (await response.Content.ReadAsStringAsync()).ShouldContain("\"routed\":true");
    }

    static async Task<int> Count(RabbitMqServer server, Uri host, string queue)
    {
        using var client = Client(server);
        using var response = await client.PostAsJsonAsync($"api/queues{host.AbsolutePath}/{queue}/get",
            new { count = 10, ackmode = "ack_requeue_true", encoding = "auto" });
        return (await response.Content.ReadFromJsonAsync<object[]>())!.Length;
    }
}
