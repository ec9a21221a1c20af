using System.Collections;

namespace CourseGen.Contracts.Testing;

/// <summary>Instances of records with every parameter and property set, none to its default, no two strings or numbers alike.</summary>
sealed class Filled
{
    int _next;

    public static object Of(Type type) => new Filled().Value(type);

    object Value(Type type)
    {
        _next++;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Value(underlying);
        if (type.IsEnum)
            return type.GetEnumValues().GetValue(type.GetEnumValues().Length - 1)!;
        if (type.IsGenericType)
            return Collection(type);
        return type switch
        {
            _ when type == typeof(string) => $"text {_next} 潮 \"'<",
            _ when type == typeof(int) => _next,
            _ when type == typeof(long) => _next + 5_000_000_000L,
            _ when type == typeof(double) => _next + 0.25,
            _ when type == typeof(decimal) => _next + 0.1m,
            _ when type == typeof(bool) => true,
            _ when type == typeof(Guid) => new Guid(_next, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)).AddTicks(_next),
            _ when type == typeof(TimeSpan) => TimeSpan.FromMilliseconds(_next),
            _ => Record(type),
        };
    }

    object Collection(Type type)
    {
        var arguments = type.GetGenericArguments();
        if (arguments.Length == 2)
        {
            var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
            dictionary.Add(Value(arguments[0]), Value(arguments[1]));
            return dictionary;
        }
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments))!;
        list.Add(Value(arguments[0]));
        list.Add(Value(arguments[0]));
        return list;
    }

    object Record(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        var record = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType))]);
        var given = constructor.GetParameters().Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && !given.Contains(property.Name)))
            property.SetValue(record, Value(property.PropertyType));
        return record;
    }
}
