using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace CourseGen.Planner.Postgres;

/// <summary>One numbered SQL file of the folder Migrations, as it lies in this assembly.</summary>
/// <param name="Name">For example <c>0001_planner</c>; its number is the version.</param>
/// <param name="Checksum">Of its text, whatever line ends the file had.</param>
sealed record Migration(int Version, string Name, string Sql, string Checksum)
{
    const string Folder = "CourseGen.Planner.Migrations.";

    public static IReadOnlyList<Migration> All { get; } =
        [.. typeof(Migration).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Read)];

    public static Migration Of(string name, string sql) =>
        new(int.Parse(name[..4]), name, sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql.ReplaceLineEndings("\n")))));

    static Migration Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return Of(resource[Folder.Length..^".sql".Length], reader.ReadToEnd());
    }
}
