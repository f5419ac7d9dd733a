using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OrchardSite.Visits.Counting;

/// <summary>
/// Who reads now, in memory alone: told apart for half an hour by a hash of network address and browser under a key that each
/// site makes up anew each day and that is written nowhere. At midnight nobody is known any more.
/// </summary>
public sealed class Visitors(TimeProvider time)
{
    // Somebody reads a page for some minutes; who has opened none for that long is taken to be gone.
    private const int OnlineMinutes = 10;
    private const int PauseMinutes = 30;

    // About five megabytes of a site; whoever comes beyond them is counted as a view alone.
    private const int MostOfSite = 100_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<int, Site> _sites = [];

    /// <summary>Tells this node from others that write to the same database.</summary>
    public string Node { get; } = UniqueId.New();

    /// <returns>True where a visit begins.</returns>
    public bool Meet(int tenantId, DateOnly day, string address, string browser)
    {
        var minute = Minute;
        lock (_gate)
        {
            if (!_sites.TryGetValue(tenantId, out var site) || site.Day != day)
            {
                _sites[tenantId] = site = new Site(day);
            }

            return site.Meet(address, browser, minute);
        }
    }

    internal int OnlineAt(int tenantId)
    {
        lock (_gate)
        {
            return _sites.TryGetValue(tenantId, out var site) ? site.Online : 0;
        }
    }

    /// <summary>Forgets who is gone; called each minute.</summary>
    /// <returns>How many are there, of the sites that somebody reads.</returns>
    internal IReadOnlyList<(int TenantId, int Readers)> Tidy()
    {
        var minute = Minute;
        lock (_gate)
        {
            foreach (var (tenantId, site) in _sites)
            {
                if (site.Tidy(minute) == 0)
                {
                    _sites.Remove(tenantId);
                }
            }

            return [.. _sites.Where(site => site.Value.Online > 0).Select(site => (site.Key, site.Value.Online))];
        }
    }

    private long Minute => time.GetUtcNow().ToUnixTimeSeconds() / 60;

    private sealed class Site(DateOnly day)
    {
        private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
        private readonly Dictionary<ulong, long> _lastSeen = [];

        public DateOnly Day => day;

        public int Online { get; private set; }

        public bool Meet(string address, string browser, long minute)
        {
            var visitor = BinaryPrimitives.ReadUInt64LittleEndian(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{address}\n{browser}")));
            var isKnown = _lastSeen.TryGetValue(visitor, out var seen);
            if (!isKnown && _lastSeen.Count >= MostOfSite)
            {
                return false;
            }

            _lastSeen[visitor] = minute;
            if (!isKnown || minute - seen >= OnlineMinutes)
            {
                Online++;
            }

            return !isKnown || minute - seen >= PauseMinutes;
        }

        /// <returns>How many are still told apart.</returns>
        public int Tidy(long minute)
        {
            Online = 0;
            foreach (var (visitor, seen) in _lastSeen)
            {
                if (minute - seen >= PauseMinutes)
                {
                    _lastSeen.Remove(visitor);
                }
                else if (minute - seen < OnlineMinutes)
                {
                    Online++;
                }
            }

            return _lastSeen.Count;
        }
    }
}
