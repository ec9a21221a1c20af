using System.Collections;
using System.CommandLine;
using CourseGen.Storage;

namespace CourseGen.Cli.Servers;

/// <summary>Where the servers are, as options of every command that talks to them.</summary>
sealed class ServerOptions
{
    readonly Option<string?> _rabbitMq = new("--rabbitmq") { Description = "Default: ConnectionStrings__RabbitMq, else .coursegen-dev/env", HelpName = "amqp://user:password@host:port/vhost" };
    readonly Option<string?> _endpoint = new("--store-endpoint") { Description = "An S3 server other than AWS (Store__Endpoint)", HelpName = "url" };
    readonly Option<string?> _region = new("--store-region") { Description = "Store__Region", HelpName = "region" };
    readonly Option<bool?> _pathStyle = new("--store-path-style") { Description = "Buckets in the path (Store__PathStyle)", HelpName = "true|false", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<string?> _folder = new("--store-folder") { Description = "A folder as the store, in place of S3 (Store__Folder)", HelpName = "dir" };
    readonly Option<string[]> _buckets = new("--buckets") { Description = "The services' buckets; the first is the default (Store__Buckets__0 …)", HelpName = "names", AllowMultipleArgumentsPerToken = true };
    readonly Option<string?> _bucket = new("--bucket", "--course-bucket") { Description = "The course's bucket (the first)", HelpName = "name" };

    /// <param name="broker">False for a command that needs the store alone.</param>
    public void AddTo(Command command, bool broker = true)
    {
        foreach (var option in (Option[])[.. broker ? [_rabbitMq] : (Option[])[], _bucket, _buckets, _endpoint, _region, _pathStyle, _folder])
            command.Options.Add(option);
    }

    public string? Bucket(ParseResult parsed) => parsed.GetValue(_bucket);

    /// <exception cref="CommandException">An address or a value is none (2).</exception>
    public ServerSettings Read(ParseResult parsed)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal);
        var settings = ServerSettings.Read(Asked(parsed), environment, Environment.CurrentDirectory);
        if (settings.Source is { } source)
            Console.Error.WriteLine($"Servers: as {source} says.");
        return settings;
    }

    Dictionary<string, string?> Asked(ParseResult parsed)
    {
        var asked = new Dictionary<string, string?>(StringComparer.Ordinal);
        Set("ConnectionStrings:RabbitMq", parsed.GetValue(_rabbitMq));
        Set($"{StoreOptions.Section}:{nameof(StoreOptions.Endpoint)}", parsed.GetValue(_endpoint));
        Set($"{StoreOptions.Section}:{nameof(StoreOptions.Region)}", parsed.GetValue(_region));
        Set($"{StoreOptions.Section}:{nameof(StoreOptions.PathStyle)}", PathStyle(parsed)?.ToString());
        Set($"{StoreOptions.Section}:{nameof(StoreOptions.Folder)}", parsed.GetValue(_folder));
        Set($"{StoreOptions.Section}:{nameof(StoreOptions.Kind)}", parsed.GetValue(_folder) is null ? null : nameof(StoreKind.Folder));
        var buckets = (parsed.GetValue(_buckets) ?? []).SelectMany(names => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        foreach (var (place, bucket) in buckets.Index())
            Set($"{StoreOptions.Section}:{nameof(StoreOptions.Buckets)}:{place}", bucket);
        return asked;

        void Set(string key, string? value)
        {
            if (value is not null)
                asked[key] = value;
        }
    }

    /// <summary>Without a value it means true.</summary>
    bool? PathStyle(ParseResult parsed) => parsed.GetResult(_pathStyle) is null ? null : parsed.GetValue(_pathStyle) ?? true;
}
