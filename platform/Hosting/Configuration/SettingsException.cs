namespace CourseGen.Hosting;

/// <summary>The configuration is wrong; the message names each key, what it is, and what is expected. The service ends with it at start.</summary>
public sealed class SettingsException(params IEnumerable<string> problems) : Exception(string.Join(" ", problems));
