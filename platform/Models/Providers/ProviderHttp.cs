namespace CourseGen.Models;

/// <summary>Connections to a provider over HTTP. They follow no redirect, which would carry the key elsewhere, and have no time limit of their own.</summary>
public static class ProviderHttp
{
    const int MaxAnswerBytes = 64 * 1024 * 1024;

    public static HttpClient Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = MaxAnswerBytes,
    };

    /// <returns>What is wrong with the address; null when nothing is.</returns>
    public static string? Problem(string key, Uri? endpoint) =>
        endpoint is null || (endpoint.IsAbsoluteUri && endpoint.Scheme is "http" or "https" && endpoint.Query.Length == 0 && endpoint.UserInfo.Length == 0)
            ? null
            : $"{key} is no such address: expected http://host:port/ or https://host/, without user name or query.";
}
