namespace CourseGen.Planner.Courses;

/// <summary>What is wrong with an option, in words that name its key.</summary>
static class OptionFaults
{
    public static IEnumerable<string> Positive(string section, params IEnumerable<(string Key, TimeSpan Value)> options) =>
        options.Where(option => option.Value <= TimeSpan.Zero)
            .Select(option => $"{section}:{option.Key} is {option.Value}; expected a time span above zero, for example 00:00:30.");

    public static IEnumerable<string> NotNegative(string section, params IEnumerable<(string Key, TimeSpan Value)> options) =>
        options.Where(option => option.Value < TimeSpan.Zero)
            .Select(option => $"{section}:{option.Key} is {option.Value}; expected a time span of zero or more, for example 00:00:30.");

    public static IEnumerable<string> AtLeastOne(string section, params IEnumerable<(string Key, int Value)> options) =>
        options.Where(option => option.Value < 1).Select(option => $"{section}:{option.Key} is {option.Value}; expected a whole number of 1 or more.");
}
