using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Home;
using OrchardSite.Content.Listing;
using OrchardSite.Content.Operations;
using OrchardSite.Data;

namespace OrchardSite.Content.Desk;

/// <summary>Items on a person's desk. Scoped.</summary>
internal sealed class DeskItems(SiteDbContext db, ContentList list)
{
    public const string View = "/Pages/Admin/Desk/_Items.cshtml";

    private const int Most = 6;

    /// <summary>The items of a kind, last edited first, of types that the person may do something with.</summary>
    public async Task<IReadOnlyList<ContentItem>> FindAsync(
        Actor actor, Func<string, bool> mayDo, Func<IQueryable<ContentItem>, IQueryable<ContentItem>> narrow, CancellationToken cancellationToken)
    {
        var types = (await list.TypesAsync(actor)).Select(type => type.Name).Where(mayDo).ToArray();
        return types.Length == 0
            ? []
            : await narrow(db.Set<ContentItem>().AsNoTracking().Where(row => types.Contains(row.ContentType) && row.DeletedUtc == null)).Take(Most).ToListAsync(cancellationToken);
    }
}

/// <summary>Drafts that others have written and the person may publish; those of a workflow wait in its inbox.</summary>
internal sealed class AwaitingPublication(DeskItems items, IContentMoves moves, IStringLocalizer localizer) : IDashboardTile
{
    public int Position => 10;

    public async Task<DashboardTile?> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        var found = await items.FindAsync(
            actor,
            type => actor.MayPublish(type) && !moves.HasWay(type),
            rows => rows.Where(row => row.PublishedVersionId != row.LatestVersionId || row.PublishedVersionId == null)
                .Where(row => row.OwnerId != actor.AccountId || row.OwnerId == null)
                .OrderByDescending(row => row.EditedUtc),
            cancellationToken);
        return found.Count > 0 ? new DashboardTile(localizer["Waits for publication"], DeskItems.View, found) : null;
    }
}

internal sealed class MyDrafts(DeskItems items, IStringLocalizer localizer) : IDashboardTile
{
    public int Position => 20;

    public async Task<DashboardTile?> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        var found = await items.FindAsync(
            actor,
            actor.MayCreate,
            rows => rows.Where(row => row.PublishedVersionId != row.LatestVersionId || row.PublishedVersionId == null)
                .Where(row => row.OwnerId == actor.AccountId)
                .OrderByDescending(row => row.EditedUtc),
            cancellationToken);
        return found.Count > 0 ? new DashboardTile(localizer["My drafts"], DeskItems.View, found) : null;
    }
}

internal sealed class RecentlyPublished(DeskItems items, TimeProvider time, IStringLocalizer localizer) : IDashboardTile
{
    public int Position => 30;

    public async Task<DashboardTile?> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var found = await items.FindAsync(
            actor,
            actor.MayList,
            rows => rows.Where(row => row.IsPublic && row.PublishedUtc <= now).OrderByDescending(row => row.PublishedUtc),
            cancellationToken);
        return found.Count > 0 ? new DashboardTile(localizer["Recently published"], DeskItems.View, found) : null;
    }
}

/// <summary>Links to the empty forms of what the person may write.</summary>
internal sealed class QuickCreate(ContentList list, IStringLocalizer localizer) : IDashboardTile
{
    public int Position => 0;

    public async Task<DashboardTile?> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        var types = (await list.TypesAsync(actor)).Where(type => type.IsCreatable && !type.ShapesWholeSite && actor.MayBegin(type.Name)).ToArray();
        return types.Length > 0 ? new DashboardTile(localizer["Write something new"], "/Pages/Admin/Desk/_QuickCreate.cshtml", types) : null;
    }
}
