using OrchardSite.Audit;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Web.Commands;

/// <summary>The lines of a file that somebody has kept, and which of them the chain has proven.</summary>
internal sealed class KeptLines
{
    private readonly Dictionary<(string Site, long Number), List<(int Place, IReadOnlyList<string> Cells)>> _waiting = [];
    private readonly SortedSet<int> _unproven = [];

    /// <param name="file">Null: nothing was kept.</param>
    public KeptLines(string? file)
    {
        IsAsked = file is not null;
        if (file is null)
        {
            return;
        }

        using var reader = new StreamReader(file);
        // The first line has the heads.
        foreach (var (cells, place) in CsvReader.Read(reader).Select((cells, place) => (cells, place + 1)).Skip(1))
        {
            Count++;
            _unproven.Add(place);
            if (AuditTable.PlaceOf(cells) is { } found)
            {
                (_waiting.TryGetValue(found, out var lines) ? lines : _waiting[found] = []).Add((place, cells));
            }
        }
    }

    public bool IsAsked { get; }

    public int Count { get; }

    /// <summary>The lines, as an editor counts the records of the file from 1, that no entry of a whole chain agrees with.</summary>
    public IEnumerable<int> Unproven => _unproven;

    /// <summary>Hears of an entry that fits its chain.</summary>
    public void Compare(Tenant site, AuditEntry entry)
    {
        if (_waiting.TryGetValue((site.Name, entry.Number!.Value), out var lines))
        {
            _unproven.ExceptWith(lines.Where(line => AuditTable.IsSame(line.Cells, site, entry)).Select(line => line.Place));
        }
    }
}
