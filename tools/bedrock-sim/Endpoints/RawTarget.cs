using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CourseGen.BedrockSim.Endpoints;

/// <summary>The request's path as it was sent: signatures are made of it, and an ARN in it keeps its slash.</summary>
static class RawTarget
{
    public static string Of(HttpContext context) => context.Features.Get<IHttpRequestFeature>()!.RawTarget;

    /// <param name="index">0 is what stands before the first slash.</param>
    public static string Segment(string target, int index) => Uri.UnescapeDataString(target.Split('?')[0].Split('/')[index]);
}
