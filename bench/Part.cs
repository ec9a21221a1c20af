namespace CourseGen.Bench;

/// <summary>A part of a benchmark that does not take the others down with it.</summary>
static class Part
{
    /// <summary>What cannot be measured is a bar that fails, so that the rest is still told.</summary>
    public static async Task<IEnumerable<Bar>> Measure(string name, Func<Task<IEnumerable<Bar>>> measure)
    {
        try
        {
            return await measure();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            await Console.Error.WriteLineAsync($"{name} could not be measured: {failure.Message}");
            return [new Bar($"{name}: not measured", 1, "", 0, failure.Message.Split('\n')[0])];
        }
    }
}
