using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace CourseGen.Ppt.Slides;

/// <summary>The JSON schema of a slide plan, exported from <see cref="AnswerPlan"/>: the prompt shows it, and each answer is held against it.</summary>
static class SlidePlanSchema
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    internal static JsonSchema Schema { get; } = new(Options.GetJsonSchemaAsNode(typeof(AnswerPlan), new JsonSchemaExporterOptions { TransformSchemaNode = WithLimits }));

    /// <summary>What the attributes of a property say, in the schema's keywords; what is required is not null either.</summary>
    static JsonNode WithLimits(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
            return node;
        if (Required(context.TypeInfo) is { Count: > 0 } required)
            schema["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        if (context.PropertyInfo is null)
        {
            schema["type"] = context.Path.Length == 0 || schema["type"] is not JsonArray types ? schema["type"]?.DeepClone() : types[0]!.DeepClone();
            return schema;
        }
        foreach (var attribute in context.PropertyInfo.AttributeProvider?.GetCustomAttributes(inherit: false) ?? [])
            Apply(attribute, schema, context.TypeInfo.Kind == JsonTypeInfoKind.Enumerable);
        return schema;
    }

    static void Apply(object attribute, JsonObject schema, bool isList)
    {
        switch (attribute)
        {
            case RequiredAttribute when schema["type"] is JsonArray types:
                schema["type"] = types[0]!.DeepClone();
                break;
            case AllowedValuesAttribute allowed:
                schema["enum"] = new JsonArray([.. allowed.Values.Select(value => JsonValue.Create((string?)value))]);
                break;
            case MinLengthAttribute least:
                schema[isList ? "minItems" : "minLength"] = least.Length;
                break;
            case MaxLengthAttribute most:
                schema[isList ? "maxItems" : "maxLength"] = most.Length;
                break;
        }
    }

    static List<string> Required(JsonTypeInfo type) =>
        [.. type.Properties.Where(property => property.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: false) == true).Select(property => property.Name)];
}
