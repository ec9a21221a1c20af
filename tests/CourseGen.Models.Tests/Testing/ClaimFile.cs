using System.Text;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Models.Testing;

/// <summary>Claims as other processes leave them.</summary>
static class ClaimFile
{
    public static readonly OwnerProcess Elsewhere = OwnerProcess.Current with { Host = "elsewhere" };

    /// <summary>No process has this id: it is above what systems give.</summary>
    public static readonly OwnerProcess Dead = OwnerProcess.Current with { ProcessId = int.MaxValue };

    public static Task Write(TestStore store, int takeover, DateTimeOffset until, OwnerProcess? process = null) => store.Keep(
        ArtifactKeys.Claim(Pod.Made, takeover), Encoding.UTF8.GetString(DocumentJson.Write(new Claim("another", until, process ?? Elsewhere))), "");

    public static async Task<Claim> Read(TestStore store, int takeover) =>
        DocumentJson.Read<Claim>(Encoding.UTF8.GetBytes(await store.Text(ArtifactKeys.Claim(Pod.Made, takeover))));
}
