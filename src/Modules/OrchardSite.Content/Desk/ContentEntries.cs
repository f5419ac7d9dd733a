using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Palette;
using OrchardSite.Content.Listing;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Text;

namespace OrchardSite.Content.Desk;

/// <summary>Content by its title, and the forms of new content.</summary>
internal sealed class ContentEntries(SiteDbContext db, ContentList list, ContentRights rights, IStringLocalizer localizer) : IPaletteSource
{
    public async Task<IReadOnlyList<PaletteEntry>> FindAsync(string query, int take, Actor actor, CancellationToken cancellationToken)
    {
        var types = await list.TypesAsync(actor);
        var wanted = VietnameseText.Fold(query);
        var entries = types.Where(type => type.IsCreatable && actor.MayBegin(type.Name))
            .Select(type => new PaletteEntry(localizer["New: {0}", type.DisplayName], localizer["Do"], $"Admin/Contents/ContentTypes/{type.Name}/Create", "plus"))
            .Where(entry => VietnameseText.Fold(entry.Text).Contains(wanted, StringComparison.Ordinal))
            .ToList();
        if (wanted.Length > 0)
        {
            var found = await FindAsync(query, types.Select(type => type.Name).ToArray(), take, actor, cancellationToken);
            var editable = await rights.EditableAsync(actor, found, cancellationToken);
            entries.AddRange(found.Where(row => actor.MayOpen(row) || editable.Contains(row.Id)).Select(row => new PaletteEntry(
                row.LatestText,
                types.First(type => type.Name == row.ContentType).DisplayName,
                $"Admin/Contents/ContentItems/{row.Id}/{(editable.Contains(row.Id) ? "Edit" : "Versions")}",
                "file")));
        }

        return entries.Take(take).ToArray();
    }
    private async Task<IReadOnlyList<ContentItem>> FindAsync(string query, string[] types, int take, Actor actor, CancellationToken cancellationToken)
    {
        var filter = new ContentListFilter { Query = query };
        var rows = db.Set<ContentItem>().AsNoTracking().Where(row => row.DeletedUtc == null && types.Contains(row.ContentType));
        if (await list.FindByWordsAsync(types, filter, TimeZoneInfo.Utc, actor, take, inTitles: true, cancellationToken) is { } ids)
        {
            var byId = await rows.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancellationToken);
            return [.. ids.Where(byId.ContainsKey).Select(id => byId[id])];
        }

        foreach (var word in filter.Words())
        {
            rows = rows.Where(row => row.LatestKey.Contains(word));
        }

        return await rows.OrderByDescending(row => row.EditedUtc).Take(take).ToListAsync(cancellationToken);
    }
}
