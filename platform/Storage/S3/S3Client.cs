using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace CourseGen.Storage;

/// <summary>The AWS SDK's client, set up for AWS and for servers that know only the older part of S3.</summary>
static class S3Client
{
    const string AnyRegion = "us-east-1";

    /// <param name="credentials">Null: the SDK's own chain.</param>
    /// <exception cref="StoreUnusableException">There is no region.</exception>
    public static AmazonS3Client Create(StoreOptions options, AWSCredentials? credentials, S3HttpClients http)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = options.PathStyle,
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = options.Retries,
            // Ceph 16 and others refuse the checksum trailers that the SDK sends otherwise; ours go in Content-MD5 and x-amz-content-sha256.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            HttpClientFactory = http,
        };
        if (options.Endpoint is { } endpoint)
            (config.ServiceURL, config.AuthenticationRegion) = (endpoint.ToString(), options.Region ?? AnyRegion);
        else if (options.Region is { } region)
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        try
        {
            return credentials is null ? new AmazonS3Client(config) : new AmazonS3Client(credentials, config);
        }
        catch (AmazonClientException failure)
        {
            throw new StoreUnusableException(
                $"The buckets {string.Join(", ", options.Buckets)} have neither a region nor an endpoint.",
                $"Set {StoreOptions.Section}:Region to the buckets' region, or {StoreOptions.Section}:Endpoint to an S3 server.", failure);
        }
    }
}

/// <summary>One HTTP client for all requests of a store; each try of a request has a time limit that grows with its body.</summary>
/// <param name="transport">Null: a socket handler.</param>
sealed class S3HttpClients(StoreOptions options, TimeProvider time, HttpMessageHandler? transport = null) : HttpClientFactory, IDisposable
{
    static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    readonly HttpClient _client = new(new TimedRequests(options, time, transport ?? Sockets(options))) { Timeout = Timeout.InfiniteTimeSpan };

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose() => _client.Dispose();

    static SocketsHttpHandler Sockets(StoreOptions options) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
    };

    sealed class TimedRequests(StoreOptions options, TimeProvider time, HttpMessageHandler transport) : DelegatingHandler(transport)
    {
        const long WaitForLeaveFrom = 1 << 20;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var bytes = request.Content?.Headers.ContentLength ?? 0;
            // The SDK has every put wait for the server's leave: a round trip more, worth it for large bodies only.
            if (bytes < WaitForLeaveFrom)
                request.Headers.ExpectContinue = false;
            var limit = options.Timeout + TimeSpan.FromSeconds((double)bytes / options.SlowestUpload);
            using var late = new CancellationTokenSource(limit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
            try
            {
                return await base.SendAsync(request, either.Token);
            }
            catch (OperationCanceledException cancelled) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                // What the SDK tries again.
                throw new IOException($"no answer within {limit.TotalSeconds:0} s", cancelled);
            }
        }
    }
}
