namespace CourseGen.Cli.Dev;

/// <summary>The broker's definitions file (policies), which lies in the repository that this program was built in.</summary>
static class BrokerDefinitions
{
    const string File = "deploy/rabbitmq/definitions.json";

    /// <summary>Its path, or null when there is none.</summary>
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, File)))
                return Path.Combine(folder.FullName, File);
        }
        return null;
    }
}
