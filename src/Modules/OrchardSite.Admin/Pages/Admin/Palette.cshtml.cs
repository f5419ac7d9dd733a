using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin.Palette;

namespace OrchardSite.Admin.Pages.Admin;

public sealed class PaletteModel(IEnumerable<IPaletteSource> sources) : AdminPage
{
    private const int MostOfOneSource = 8;
    private const int LongestQuery = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public IReadOnlyList<PaletteEntry> Entries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var query = (Query ?? "").Trim();
        query = query[..Math.Min(query.Length, LongestQuery)];
        var entries = new List<PaletteEntry>();
        foreach (var source in sources)
        {
            entries.AddRange(await source.FindAsync(query, MostOfOneSource, Actor, cancellationToken));
        }

        Entries = entries;
    }
}
