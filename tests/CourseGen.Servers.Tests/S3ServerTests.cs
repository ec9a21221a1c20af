using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace CourseGen.Servers;

public sealed class S3ServerTests
{
    [Fact]
    public async Task A_create_only_put_leaves_what_is_there()
    {
        await using var server = await S3Server.Start();
        var bucket = await server.CreateBucket();
        using var client = server.Client();
        await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "a", ContentBody = "first", IfNoneMatch = "*" });

        var refused = await Should.ThrowAsync<AmazonS3Exception>(
            () => client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "a", ContentBody = "second", IfNoneMatch = "*" }));

        refused.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        using var found = await client.GetObjectAsync(bucket, "a");
        using var reader = new StreamReader(found.ResponseStream);
        (await reader.ReadToEndAsync()).ShouldBe("first");
    }
}
