using System.Text.Json;
using CourseGen.Contracts.Documents;

namespace CourseGen.Cli.Dev;

/// <summary>What a person reads.</summary>
static class DevText
{
    public static string Of(DevAddresses addresses)
    {
        var login = new Uri(addresses.RabbitMq).UserInfo.Split(':');
        return $"""
            RabbitMQ  {addresses.RabbitMq}
                      management page {addresses.Management} (user {login[0]}, password {login[1]})
            Postgres  {addresses.Postgres}
            S3        {addresses.S3} (access key {addresses.AccessKey}, secret key {addresses.SecretKey}, bucket {addresses.Bucket}; in memory: gone at 'dev down')

            """;
    }

    public static string Of(IEnumerable<DevStatus> servers) =>
        string.Concat(servers.Select(server => $"{server.Server,-9} {server.State,-14} {server.Address}".TrimEnd() + Environment.NewLine));

    public static string Json(object value) => JsonSerializer.Serialize(value, DocumentJson.Options) + Environment.NewLine;
}
