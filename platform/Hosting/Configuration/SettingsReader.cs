using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Models.Simulated;
using Microsoft.Extensions.Configuration;

namespace CourseGen.Hosting;

/// <summary>
/// Reads a record of options from its section, instead of the framework's binder: that one ignores unknown keys, adds to a list's
/// defaults, and says neither key nor expectation. Limits are the record's own <see cref="ValidationAttribute"/>s.
/// </summary>
public static class SettingsReader
{
    /// <param name="sharers">Records that read other keys of the same section.</param>
    /// <exception cref="SettingsException">A key is unknown, missing or out of its limits.</exception>
    public static T ReadSettings<T>(this IConfiguration configuration, string section, params Type[] sharers) where T : class
    {
        var problems = new List<string>();
        var read = ReadRecord(typeof(T), configuration.GetSection(section), [.. sharers.SelectMany(NamesOf)], problems);
        return problems.Count == 0 ? (T)read! : throw new SettingsException(problems);
    }

    static object? ReadRecord(Type type, IConfigurationSection section, IReadOnlyList<string> others, List<string> problems)
    {
        var names = NamesOf(type).ToList();
        FindUnknown(section, [.. names, .. others], problems);
        return type.GetConstructor([]) is null ? ReadByConstructor(type, section, problems) : ReadByProperties(type, section, problems);
    }

    static object ReadByProperties(Type type, IConfigurationSection section, List<string> problems)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var property in PropertiesOf(type))
        {
            var key = section.GetSection(property.Name);
            if (!key.Exists())
            {
                if (property.IsDefined(typeof(RequiredMemberAttribute)))
                    problems.Add($"{key.Path} is missing: expected {Expected(property.PropertyType)}.");
                continue;
            }
            if (ReadValue(property.PropertyType, key, problems) is not { } value)
                continue;
            property.SetValue(record, value);
            Check(property, value, key, problems);
        }
        return record;
    }

    static object? ReadByConstructor(Type type, IConfigurationSection section, List<string> problems)
    {
        var before = problems.Count;
        var parameters = type.GetConstructors()[0].GetParameters();
        var values = parameters.Select(parameter =>
        {
            var key = section.GetSection(char.ToUpperInvariant(parameter.Name![0]) + parameter.Name[1..]);
            if (key.Exists())
                return ReadValue(parameter.ParameterType, key, problems);
            if (!parameter.HasDefaultValue)
                problems.Add($"{key.Path} is missing: expected {Expected(parameter.ParameterType)}.");
            return parameter.HasDefaultValue ? parameter.DefaultValue : null;
        }).ToArray();
        return problems.Count == before ? Activator.CreateInstance(type, values) : null;
    }

    static object? ReadValue(Type type, IConfigurationSection key, List<string> problems)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(ModelRef))
            return ReadModel(key, problems);
        if (ElementOf(type) is { } element)
            return ReadList(element, key, problems);
        if (!SettingsValue.IsSimple(type))
            return ReadRecord(type, key, [], problems);
        if (SettingsValue.Parse(type, key.Value ?? "") is { } value)
            return value;
        problems.Add($"{key.Path} is '{key.Value}': expected {SettingsValue.Expected(type)}.");
        return null;
    }

    /// <summary>A provider's default model need not be named.</summary>
    static ModelRef? ReadModel(IConfigurationSection key, List<string> problems)
    {
        FindUnknown(key, [nameof(ModelRef.Provider), nameof(ModelRef.Model)], problems);
        if (key[nameof(ModelRef.Provider)] is { Length: > 0 } provider)
            return key[nameof(ModelRef.Model)] is { Length: > 0 } model ? new(provider, model) : ModelProfile.DefaultOf(provider, KindOf(key));
        problems.Add($"{key.Path}:{nameof(ModelRef.Provider)} is missing: expected a provider's name, such as {SimulatedChatClient.ProviderName}.");
        return null;
    }

    /// <summary>A provider's model of pictures is another than its model of text.</summary>
    static WorkKind KindOf(IConfigurationSection key) =>
        key.Key.StartsWith(nameof(WorkKind.Image), StringComparison.OrdinalIgnoreCase) ? WorkKind.Image : WorkKind.Lesson;

    static object ReadList(Type element, IConfigurationSection key, List<string> problems)
    {
        var values = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        if (key.Value is not null)
            problems.Add($"{key.Path} is '{key.Value}': expected a list, {key.Path}:0, {key.Path}:1 and so on.");
        foreach (var child in key.GetChildren().OrderBy(child => int.TryParse(child.Key, out var index) ? index : int.MaxValue))
        {
            if (ReadValue(element, child, problems) is { } value)
                values.Add(value);
        }
        return values;
    }

    static void Check(PropertyInfo property, object value, IConfigurationSection key, List<string> problems)
    {
        foreach (var limit in property.GetCustomAttributes<RangeAttribute>().Where(limit => !limit.IsValid(value)))
            problems.Add($"{key.Path} is {SettingsValue.Write(value)}: expected {limit.Minimum} to {limit.Maximum}.");
    }

    static void FindUnknown(IConfigurationSection section, IReadOnlyList<string> names, List<string> problems)
    {
        foreach (var child in section.GetChildren().Where(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
        {
            var near = names.Where(name => Nearness.Between(name, child.Key) <= 3).MinBy(name => Nearness.Between(name, child.Key));
            var expected = near is null ? $"expected one of {string.Join(", ", names.Order(StringComparer.Ordinal))}" : $"did you mean {section.Path}:{near}?";
            problems.Add($"{child.Path} is no setting: {expected}{(near is null ? "." : "")}");
        }
    }

    static string Expected(Type type) => SettingsValue.IsSimple(type) ? SettingsValue.Expected(type) : string.Join(", ", NamesOf(type));

    static IEnumerable<string> NamesOf(Type type) => PropertiesOf(type).Select(property => property.Name);

    static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
}
