using CourseGen.BedrockSim;
using CourseGen.BedrockSim.Options;

// A stand-in for Amazon Bedrock on one machine: it speaks its wire, keeps its quotas, takes a model's time and answers what CourseGen
// asks for, so that a run can be measured without an account. See docs/bedrock-sim.md.
try
{
    if (args.Contains("--help"))
    {
        Console.WriteLine(CommandLine.Help);
        return 0;
    }
    await using var simulator = await BedrockSimulator.Start(CommandLine.Read(args));
    Console.WriteLine($"bedrock-sim listens on {simulator.Endpoint.GetLeftPart(UriPartial.Authority)}");
    await simulator.Ended;
    return 0;
}
catch (SimulatorOptionException wrong)
{
    await Console.Error.WriteLineAsync($"{wrong.Message}\nSee bedrock-sim --help.");
    return 2;
}
catch (IOException unable)
{
    await Console.Error.WriteLineAsync($"bedrock-sim cannot listen: {unable.Message} Choose another --port; 0 takes a free one.");
    return 1;
}
