namespace CourseGen.BedrockSim.Options;

/// <summary>An option has a value that it cannot have; the message names it.</summary>
public sealed class SimulatorOptionException(string message) : Exception(message);
