using System.Collections.Concurrent;
using CourseGen.BedrockSim.Answers;
using CourseGen.BedrockSim.Faults;
using CourseGen.BedrockSim.Quota;
using CourseGen.BedrockSim.Report;
using CourseGen.BedrockSim.Wire;

namespace CourseGen.BedrockSim;

/// <summary>Everything between two resets: full buckets, empty accounts, and a time that began at 0.</summary>
sealed class Simulation(SimulatorOptions options, TimeProvider time)
{
    /// <summary>Real seconds between two samples, at least.</summary>
    const double SampleInterval = 0.1;

    readonly long _began = time.GetTimestamp();
    readonly ConcurrentDictionary<string, QuotaKeeper> _keepers = [];
    readonly ConcurrentDictionary<string, SimulatedQuota> _quotas = new(options.Quotas);

    public SimulatorOptions Options => options;
    public CallDraws Draws { get; } = new(options.Seed, options.Course);
    public AnswerWriter Answers { get; } = new(new CallDraws(options.Seed, options.Course));
    public PromptCache Cache { get; } = new(options.CacheMinimum);
    public FaultDraws Faults { get; } = new(options.Seed, options.Faults);

    /// <summary>Model seconds since the beginning.</summary>
    public double Now => time.GetElapsedTime(_began).TotalSeconds * options.Compression;

    /// <param name="moment">In model seconds.</param>
    public async Task Until(double moment, CancellationToken token)
    {
        for (var left = moment - Now; left > 0; left = moment - Now)
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left / options.Compression * 1000)), time, token);
    }

    public QuotaKeeper KeeperOf(string model)
    {
        var name = ModelNames.QuotaOf(model, _quotas.Keys);
        return _keepers.GetOrAdd(name, name => new QuotaKeeper(
            name, _quotas.GetValueOrDefault(name, SimulatedQuota.Unlimited), options.Settlement, options.Refill, SampleInterval * options.Compression));
    }

    /// <param name="name">As in <see cref="SimulatorOptions.Quotas"/>.</param>
    public void SetQuota(string name, SimulatedQuota quota)
    {
        _quotas[name] = quota;
        if (_keepers.TryGetValue(name, out var keeper))
            keeper.SetQuota(quota, Now);
    }

    public SimulatorReport Report()
    {
        var models = _keepers.OrderBy(keeper => keeper.Key, StringComparer.Ordinal).Select(keeper => keeper.Value.Report(Now)).ToList();
        return new SimulatorReport(
            options.Seed, options.Compression, Lower(options.Settlement), Lower(options.Refill),
            Math.Max(0, (models.Max(model => model.Last) - models.Min(model => model.First)) ?? 0), models);
    }

    static string Lower(Enum value) => value.ToString().ToLowerInvariant();
}
