using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CourseGen.Contracts;

namespace CourseGen.Models;

/// <summary>
/// Failures injected to show what becomes of them: a share of the items is refused, and a share is throttled at its first call.
/// Which ones depends on seed, kind and item alone, so every run fails alike.
/// </summary>
public sealed class SeededFailures
{
    readonly ConcurrentDictionary<(WorkKind, string), bool> _throttled = [];
    readonly double _rate;
    readonly int _seed;

    /// <param name="rate">Share of the items, 0 to 1.</param>
    public SeededFailures(double rate, int seed)
    {
        if (rate is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "Expected a share from 0 to 1.");
        (_rate, _seed) = (rate, seed);
    }

    /// <exception cref="ModelThrottledException">The item's first call is to be throttled.</exception>
    /// <exception cref="ModelRefusedException">The item is to be refused, at each call.</exception>
    public void Strike(WorkKind kind, string item, ModelRef model)
    {
        if (IsChosen("throttle", kind, item) && _throttled.TryAdd((kind, item), true))
            throw new ModelThrottledException(model);
        if (IsChosen("refuse", kind, item))
            throw new ModelRefusedException($"{kind.InWords()} {item} (injected by --seed-failures)");
    }

    bool IsChosen(string what, WorkKind kind, string item)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{_seed}\n{what}\n{kind}\n{item}"));
        return BinaryPrimitives.ReadUInt32BigEndian(hash) / (uint.MaxValue + 1.0) < _rate;
    }
}
