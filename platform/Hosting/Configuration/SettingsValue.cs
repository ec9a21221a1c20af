using System.Globalization;
using System.Text.RegularExpressions;

namespace CourseGen.Hosting;

/// <summary>One value of the configuration, which is text.</summary>
static partial class SettingsValue
{
    public static bool IsSimple(Type type) =>
        type.IsEnum || type == typeof(string) || type == typeof(bool) || type == typeof(TimeSpan) || type == typeof(DateOnly)
        || type == typeof(Uri) || IsNumber(type);

    /// <returns>Null when the text is none of the type.</returns>
    public static object? Parse(Type type, string text)
    {
        if (type == typeof(string))
            return text.Length > 0 ? text : null;
        if (type == typeof(bool))
            return bool.TryParse(text, out var flag) ? flag : null;
        if (type == typeof(TimeSpan))
            return Duration(text);
        if (type == typeof(DateOnly))
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        if (type == typeof(Uri))
            return Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null;
        if (type.IsEnum)
            return Enum.GetNames(type).Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse(type, text, ignoreCase: true) : null;
        return Number(type, text);
    }

    public static string Expected(Type type)
    {
        if (type == typeof(bool))
            return "true or false";
        if (type == typeof(TimeSpan))
            return "a duration such as 00:15:00, 90s or 250ms";
        if (type == typeof(DateOnly))
            return "a date such as 2026-09-30";
        if (type == typeof(Uri))
            return "a URI such as http://host:port/";
        if (type.IsEnum)
            return string.Join(" or ", Enum.GetNames(type));
        return IsNumber(type) ? "a number" : "text";
    }

    public static string Write(object value) => value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : $"{value}";

    static bool IsNumber(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal);

    static object? Number(Type type, string text)
    {
        if (type == typeof(int))
            return int.TryParse(text, CultureInfo.InvariantCulture, out var whole) ? whole : null;
        if (type == typeof(long))
            return long.TryParse(text, CultureInfo.InvariantCulture, out var large) ? large : null;
        if (type == typeof(double))
            return double.TryParse(text, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? real : null;
        return decimal.TryParse(text, CultureInfo.InvariantCulture, out var exact) ? exact : null;
    }

    /// <summary>A bare number is refused: .NET takes it for days.</summary>
    static object? Duration(string text)
    {
        if (WithUnit().Match(text) is not { Success: true } match)
            return text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) ? duration : null;
        var amount = double.Parse(match.Groups["amount"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "ms" => TimeSpan.FromMilliseconds(amount),
            "s" => TimeSpan.FromSeconds(amount),
            "m" => TimeSpan.FromMinutes(amount),
            _ => TimeSpan.FromHours(amount),
        };
    }

    [GeneratedRegex(@"^(?<amount>\d{1,9}(\.\d{1,3})?) ?(?<unit>ms|s|m|h)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WithUnit();
}
