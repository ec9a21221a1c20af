using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CourseGen.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CourseGen.Planner.Postgres;

/// <summary>How values are kept in columns: names in snake_case, enums by name, lists and records as jsonb.</summary>
static partial class Columns
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>To be called after the properties that are no plain values are configured.</summary>
    public static void NameColumns<T>(this EntityTypeBuilder<T> entity) where T : class
    {
        foreach (var property in entity.Metadata.GetProperties().Where(property => property.Name != "xmin"))
        {
            property.SetColumnName(SnakeCase(property.Name));
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum)
                property.SetProviderClrType(typeof(string));
        }
    }

    /// <summary>The value is immutable and replaced as a whole, so that two are the same when they are one.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        var converter = new ValueConverter<T, string>(
            value => JsonSerializer.Serialize(value, Json), text => JsonSerializer.Deserialize<T>(text, Json)!);
        return property.HasConversion(converter, new ReplacedAsAWhole<T>()).HasColumnType("jsonb");
    }

    /// <summary>As <c>provider/model</c>.</summary>
    public static PropertyBuilder<ModelRef?> AsModel(this PropertyBuilder<ModelRef?> property) => property.HasConversion(
        new ValueConverter<ModelRef?, string?>(model => KeyOf(model), key => ModelOf(key)));

    /// <summary>As <c>provider/model</c>, where there is always one.</summary>
    public static readonly ValueConverter<ModelRef, string> Model = new(model => KeyOf(model)!, key => ModelOf(key)!);

    public static string? KeyOf(ModelRef? model) => model is null ? null : $"{model.Provider}/{model.Model}";

    public static ModelRef? ModelOf(string? key) => key is null ? null : new ModelRef(key[..key.IndexOf('/')], key[(key.IndexOf('/') + 1)..]);

    static string SnakeCase(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex WordStart();

    sealed class ReplacedAsAWhole<T>() : ValueComparer<T>(
        (left, right) => ReferenceEquals(left, right), value => value == null ? 0 : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value), value => value);
}
