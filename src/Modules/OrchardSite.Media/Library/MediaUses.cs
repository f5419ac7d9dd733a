using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Media;

/// <summary>Knows where files of the library are shown. Scoped: it works for the current tenant.</summary>
public interface IMediaUses
{
    /// <param name="paths">Of one file: its own and its former ones.</param>
    /// <returns>Places in an order that people understand.</returns>
    Task<IReadOnlyList<MediaUse>> FindAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken);
}

/// <param name="Title">In the person's language.</param>
/// <param name="Address">Where it can be changed, inside the site and without a slash before it; null where there is no such page.</param>
public sealed record MediaUse(string Title, string? Address);

/// <summary>Everywhere that a file is shown. Scoped.</summary>
public sealed class MediaUses(SiteDbContext db, IEnumerable<IMediaUses> sources)
{
    public async Task<IReadOnlyList<MediaUse>> OfAsync(string path, CancellationToken cancellationToken)
    {
        var former = await db.Set<FormerMediaPath>().Where(row => row.Target == path).Select(row => row.Path).ToListAsync(cancellationToken);
        var uses = new List<MediaUse>();
        foreach (var source in sources)
        {
            uses.AddRange(await source.FindAsync([path, .. former], cancellationToken));
        }

        return uses;
    }
}

/// <summary>The site's own settings, such as its logo.</summary>
internal sealed class MediaOfSettings(SiteDbContext db, IStringLocalizer localizer) : IMediaUses
{
    public async Task<IReadOnlyList<MediaUse>> FindAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        var documents = await db.Set<SiteDocument>().AsNoTracking().Select(document => document.Json).ToListAsync(cancellationToken);
        return documents.Any(json => JsonNode.Parse(json) is { } node && MediaReferences.In(node).Any(paths.Contains))
            ? [new MediaUse(localizer["Settings of the site"], null)]
            : [];
    }
}
