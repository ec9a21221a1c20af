using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Quota;
using CourseGen.Storage;

namespace CourseGen.Hosting.Configuration;

/// <summary>The table of settings in <c>docs/operations.md</c>. With <c>COURSEGEN_ACCEPT=1</c> it is written anew.</summary>
public sealed class OperationsPageTests
{
    const string Begin = "<!-- settings: checked against the code by a test -->", End = "\n\n`ASPNETCORE_HTTP_PORTS`", First = "| `SecretsFolder`";

    static readonly (string Section, Type Options)[] Sections =
    [
        ("RabbitMq", typeof(BrokerOptions)), ("Store", typeof(StoreOptions)), ("Work", typeof(WorkOptions)), ("Models", typeof(PaidOnceOptions)),
        ("Models", typeof(ProviderOptions)), ("Leases", typeof(LeaseOptions)), ("Planner", typeof(PlannerOptions)), ("Quota", typeof(QuotaOptions)),
    ];

    [Fact]
    public void Every_setting_is_in_its_table_with_default_and_limits()
    {
        var page = File.ReadAllText(Page()).ReplaceLineEndings("\n");
        var start = page.IndexOf('\n', page.IndexOf(First, page.IndexOf(Begin, StringComparison.Ordinal), StringComparison.Ordinal)) + 1;
        var end = page.IndexOf(End, start, StringComparison.Ordinal);
        var table = string.Join('\n', Sections.SelectMany(section => Rows(section.Section, section.Options)));

        if (Environment.GetEnvironmentVariable("COURSEGEN_ACCEPT") == "1")
            File.WriteAllText(Page(), page[..start] + table + page[end..]);
        else
            page[start..end].ShouldBe(table, "docs/operations.md is not what the code says: run this test with COURSEGEN_ACCEPT=1");
    }

    [Fact]
    public void Every_number_and_duration_has_limits() =>
        Sections.Where(section => section.Options != typeof(StoreOptions)) // its own Problems() checks them
            .SelectMany(section => AllSettings(section.Section, section.Options))
            .Where(one => (Nullable.GetUnderlyingType(one.Setting.PropertyType) ?? one.Setting.PropertyType) is var type
                && (type == typeof(int) || type == typeof(TimeSpan)) && one.Setting.GetCustomAttribute<RangeAttribute>() is null)
            .Select(one => one.Key).ShouldBeEmpty();

    [Fact]
    public void Every_default_is_within_its_limits() =>
        Sections.SelectMany(section => AllSettings(section.Section, section.Options))
            .Where(one => one.Setting.GetCustomAttribute<RangeAttribute>()?.IsValid(Default(one.Options, one.Setting)) == false)
            .Select(one => one.Key).ShouldBeEmpty();

    static IEnumerable<string> Rows(string section, Type options) => AllSettings(section, options).Select(one =>
        $"| `{one.Key}`{(one.Setting.PropertyType == typeof(ModelRef) ? "`:Provider`, `…:Model`" : "")} | {Shown(one.Options, one.Setting)} | {Limits(one.Setting)} |".Replace("``", ""));

    /// <summary>With those of a record within the record.</summary>
    static IEnumerable<(string Key, Type Options, PropertyInfo Setting)> AllSettings(string section, Type options) => Settings(options).SelectMany(setting =>
        setting.PropertyType.IsClass && setting.PropertyType.GetConstructor([]) is not null
            ? AllSettings($"{section}:{setting.Name}", setting.PropertyType)
            : [($"{section}:{setting.Name}", options, setting)]);

    static string Shown(Type options, PropertyInfo setting)
    {
        if (setting.Name == nameof(WorkOptions.ConcurrentBuilds))
            return "the processors";
        if (setting.IsDefined(typeof(RequiredMemberAttribute)))
            return "required by the planner";
        return Default(options, setting) switch
        {
            null => "none",
            string text => text,
            IEnumerable list => list.Cast<object>().Any() ? string.Join(", ", list.Cast<object>()) : "empty",
            bool flag => flag ? "true" : "false",
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            var other => $"{other}",
        };
    }

    static string Limits(PropertyInfo setting)
    {
        if (setting.GetCustomAttribute<RangeAttribute>() is { } range)
            return $"{range.Minimum} to {range.Maximum}";
        return setting.PropertyType.IsEnum ? string.Join(", ", Enum.GetNames(setting.PropertyType)) : "";
    }

    static object? Default(Type options, PropertyInfo setting) => setting.GetValue(Activator.CreateInstance(options));

    static IEnumerable<PropertyInfo> Settings(Type options) => options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    static string Page([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "docs", "operations.md"));
}
