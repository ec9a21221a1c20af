namespace CourseGen.BedrockSim.Testing;

/// <summary>One simulator for a class of tests.</summary>
public sealed class FastSimulator : IAsyncLifetime
{
    public BedrockSimulator Simulator { get; private set; } = null!;

    public async Task InitializeAsync() => Simulator = await BedrockSimulator.Start(Caller.Fast);

    public Task DisposeAsync() => Simulator.DisposeAsync().AsTask();
}
