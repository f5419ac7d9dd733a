using System.Collections.Concurrent;
using System.Numerics;

namespace OrchardSite.Data.Counting;

/// <summary>What was counted on this node since it was written down last.</summary>
/// <param name="most">Of no more different things are there numbers at a time: people do not ask for more within a minute.</param>
public sealed class NodeCounter<TKey, TNumber>(int most)
    where TKey : struct, IEquatable<TKey>
    where TNumber : struct, IAdditionOperators<TNumber, TNumber, TNumber>
{
    private ConcurrentDictionary<TKey, TNumber> _numbers = new();

    public void Add(TKey key, TNumber number)
    {
        var numbers = _numbers;
        if (numbers.ContainsKey(key) || numbers.Count < most)
        {
            numbers.AddOrUpdate(key, number, (_, before) => before + number);
        }
    }

    /// <returns>What was counted so far; nothing at all where it was written down since.</returns>
    public TNumber Find(TKey key) => _numbers.GetValueOrDefault(key);

    /// <summary>All that was counted; from now on it is counted anew.</summary>
    public IReadOnlyList<KeyValuePair<TKey, TNumber>> Take() => [.. Interlocked.Exchange(ref _numbers, new())];
}
