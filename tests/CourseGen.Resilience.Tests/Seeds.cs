namespace CourseGen.Resilience.Tests;

/// <summary>Where a suite's randomness begins: given by an environment variable to replay a round.</summary>
static class Seeds
{
    public static int First(string variable, int otherwise = 1) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var seed) ? seed : otherwise;
}
