using System.Security.Cryptography;
using System.Text;
using CourseGen.Contracts;

namespace CourseGen.Planner.Intake;

/// <summary>A course's id: a UUID version 5 (RFC 9562) of its bucket and folder, so that whoever names the course names the same saga.</summary>
public static class CourseId
{
    static readonly Guid Namespace = new("4d1bb5a4-9c5f-4b52-8f0e-6f1f5f2f0a61");

    public static Guid Of(CourseLocation location)
    {
        Span<byte> hash = stackalloc byte[20];
        SHA1.HashData([.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes($"{location.Bucket}/{location.Folder}")], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
