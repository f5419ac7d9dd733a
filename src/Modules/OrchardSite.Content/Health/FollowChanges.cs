using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Health;

/// <summary>Checks anew what was changed, and everything whose links lead there.</summary>
internal sealed class FollowChanges(IDbContextFactory<SiteDbContext> contexts, TenantDirectory tenants, TenantCache<SiteSettings> settings, CheckItems items, CheckSite sites)
{
    private const int Batch = 300;

    /// <summary>The kinds of change that may break a link or mend one.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } =
        [ChangeKind.TenantChanged, ChangeKind.SiteChanged, ChangeKind.DefinitionsChanged, ChangeKind.ContentPublished, ChangeKind.MediaChanged, ChangeKind.HealthAsked];

    public async Task RunAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var ofSite in changes.GroupBy(change => change.TenantId))
        {
            var site = tenants.Find(ofSite.Key);
            if (ofSite.Any(ConcernsAll))
            {
                await CheckAllAsync(ofSite.Key, site, isMoved: ofSite.Any(change => change.Kind == ChangeKind.TenantChanged), cancellationToken);
            }
            else if (site is not null)
            {
                await CheckSomeAsync(site, [.. ofSite], cancellationToken);
            }
        }
    }

    private static bool ConcernsAll(Change change) => change.Kind switch
    {
        ChangeKind.TenantChanged or ChangeKind.DefinitionsChanged or ChangeKind.HealthAsked => true,
        ChangeKind.ContentPublished => change.ItemId is null,
        _ => false,
    };

    private async Task CheckAllAsync(int siteId, Tenant? site, bool isMoved, CancellationToken cancellationToken)
    {
        if (site is { State: not TenantState.Uninitialized })
        {
            await sites.RunAsync(site, cancellationToken);
        }

        await CheckLinkingAsync(links => links.Where(link => link.TargetTenantId == siteId && link.TenantId != siteId), cancellationToken);
        if (isMoved && site is { Prefix.Length: > 0 })
        {
            // What was no page of the site at the root may be one of this site now.
            var (prefix, below) = (site.Prefix, site.Prefix + "/");
            await CheckLinkingAsync(links => links.Where(link => link.TargetTenantId != siteId && (link.Target == prefix || link.Target.StartsWith(below))), cancellationToken);
        }
    }

    private async Task CheckSomeAsync(Tenant site, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        string[] changed = [.. changes.Where(change => change.Kind == ChangeKind.ContentPublished).Select(change => change.ItemId!).Distinct()];
        await items.RunAsync(site, changed, cancellationToken);
        var targets = await AddressesAsync(site, changed, cancellationToken);
        if (changes.Any(change => change.Kind == ChangeKind.SiteChanged))
        {
            await items.RunOnSettingsAsync(site, cancellationToken);
            targets.Add("");
        }

        var files = changes.Where(change => change.Kind == ChangeKind.MediaChanged).ToArray();
        targets.UnionWith(files.SelectMany(change => change.Tags?.Split(' ') ?? []).Select(FileOf).OfType<string>());
        foreach (var some in targets.Chunk(Batch))
        {
            await CheckLinkingAsync(links => links.Where(link => link.TargetTenantId == site.Id && some.Contains(link.Target)), cancellationToken);
        }

        if (files.Any(change => change.Tags is null))
        {
            await CheckLinkingAsync(links => links.Where(link => link.TargetTenantId == site.Id && link.Target.StartsWith(LinkTarget.MediaStart)), cancellationToken);
        }
    }

    // With those that it had before: they lead to the item, or nowhere.
    private async Task<HashSet<string>> AddressesAsync(Tenant site, string[] changed, CancellationToken cancellationToken)
    {
        var addresses = changed.Select(id => LinkTarget.Item(site.Id, id).Path).ToHashSet(StringComparer.Ordinal);
        await using var db = contexts.CreateForTenant(site.Id);
        foreach (var some in changed.Chunk(Batch))
        {
            addresses.UnionWith(await db.Set<ContentRoute>().Where(route => some.Contains(route.ItemId)).Select(route => route.Path).ToListAsync(cancellationToken));
        }

        if ((await settings.GetAsync(site.Id)).HomeItemId is { } home && changed.Contains(home))
        {
            addresses.Add("");
        }

        return addresses;
    }

    private async Task CheckLinkingAsync(Func<IQueryable<SiteLink>, IQueryable<SiteLink>> which, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var linking = await which(db.Set<SiteLink>()).Select(link => new { link.TenantId, link.ItemId }).Distinct().ToListAsync(cancellationToken);
        foreach (var ofSite in linking.GroupBy(link => link.TenantId, link => link.ItemId))
        {
            if (tenants.Find(ofSite.Key) is { } site)
            {
                await items.RunAsync(site, [.. ofSite], cancellationToken);
                await CheckSettingsAsync(site, [.. ofSite], cancellationToken);
            }
        }
    }

    // Custom settings are no items: they have been forgotten by now.
    private async Task CheckSettingsAsync(Tenant site, string[] ids, CancellationToken cancellationToken)
    {
        var own = (await settings.GetAsync(site.Id)).Custom.Values.Select(custom => custom.TryGetProperty("ContentItemId", out var id) ? id.ToString() : "");
        if (own.Intersect(ids).Any())
        {
            await items.RunOnSettingsAsync(site, cancellationToken);
        }
    }

    private static string? FileOf(string tag)
    {
        var start = CacheTag.Media("");
        return tag.StartsWith(start, StringComparison.Ordinal) ? LinkTarget.MediaStart + Uri.UnescapeDataString(tag[start.Length..]) : null;
    }
}
