using System.Net;
using System.Text;
using Amazon.Runtime.Credentials;

namespace CourseGen.Storage;

/// <summary>Credentials of a Kubernetes service account's role: the SDK loads its STS client by name, so the assembly has to be there.</summary>
public sealed class WebIdentityTests
{
    const string Answer = """
        <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials>
        <AccessKeyId>ASIAOFTHEROLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>session</SessionToken>
        <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>
        """;

    [Fact]
    public async Task The_role_of_a_service_account_is_assumed()
    {
        var (sts, address) = Listen();
        using var listener = sts;
        var token = Path.GetTempFileName();
        await File.WriteAllTextAsync(token, "token-of-the-account");
        var asked = AnswerOnce(listener);

        var lines = await OwnProcess.Run(
            new Dictionary<string, string?>
            {
                ["AWS_WEB_IDENTITY_TOKEN_FILE"] = token,
                ["AWS_ROLE_ARN"] = "arn:aws:iam::123456789012:role/courses",
                ["AWS_REGION"] = "eu-central-1",
                ["AWS_ENDPOINT_URL_STS"] = address,
                ["AWS_ACCESS_KEY_ID"] = null,
                ["AWS_SECRET_ACCESS_KEY"] = null,
                ["AWS_EC2_METADATA_DISABLED"] = "true",
            },
            nameof(Resolve));
        File.Delete(token);

        lines.ShouldBe(["ASIAOFTHEROLE"]);
        (await asked).ShouldContain("WebIdentityToken=token-of-the-account");
    }

    /// <summary>Prints the access key that the SDK's own chain finds.</summary>
    internal static async Task Resolve() =>
        Console.WriteLine((await (await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync()).GetCredentialsAsync()).AccessKey);

    static (HttpListener Listener, string Address) Listen()
    {
        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        var listener = new HttpListener { Prefixes = { address } };
        listener.Start();
        return (listener, address);
    }

    static async Task<string> AnswerOnce(HttpListener listener)
    {
        var context = await listener.GetContextAsync();
        var request = await new StreamReader(context.Request.InputStream).ReadToEndAsync();
        context.Response.ContentType = "text/xml";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Answer));
        context.Response.Close();
        return context.Request.RawUrl + request;
    }
}
