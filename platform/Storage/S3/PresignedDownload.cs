using System.Text;
using Amazon.S3;
using Amazon.S3.Model;

namespace CourseGen.Storage;

/// <summary>Links to objects for people without credentials.</summary>
static class PresignedDownload
{
    static readonly TimeSpan MaxLifetime = TimeSpan.FromMinutes(15);

    public static async Task<Uri> Sign(IAmazonS3 client, ArtifactAddress address, Uri? endpoint, TimeSpan lifetime, TimeProvider time)
    {
        if (lifetime <= TimeSpan.Zero || lifetime > MaxLifetime)
            throw new ArgumentOutOfRangeException(nameof(lifetime), lifetime, $"A link lives for more than zero and at most {MaxLifetime.TotalMinutes} minutes.");
        return new(await client.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = address.Bucket,
            Key = address.Key,
            Verb = HttpVerb.GET,
            Protocol = endpoint?.Scheme == Uri.UriSchemeHttp ? Protocol.HTTP : Protocol.HTTPS,
            Expires = time.GetUtcNow().UtcDateTime + lifetime,
            ResponseHeaderOverrides = new() { ContentDisposition = Disposition(address.Key[(address.Key.LastIndexOf('/') + 1)..]) },
        }));
    }

    // RFC 6266: ASCII for old clients, UTF-8 for the others.
    static string Disposition(string fileName)
    {
        var ascii = new StringBuilder();
        foreach (var letter in fileName)
            ascii.Append(char.IsAscii(letter) && letter is not ('"' or '%') ? letter : '_');
        return $"attachment; filename=\"{ascii}\"; filename*=UTF-8''{Uri.EscapeDataString(fileName)}";
    }
}
