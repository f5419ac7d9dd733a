using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Media;
using OrchardSite.Tenants;

namespace OrchardSite.Directives.Delivery;

/// <summary>Reads a directive where it is: on its issuer's site. Nothing of it is kept at the units. Scoped.</summary>
public sealed class DirectiveSource(IDbContextFactory<SiteDbContext> contexts, TenantDirectory tenants, TenantCache<ContentDefinitions> definitions, TenantCache<SiteSettings> settings)
{
    /// <returns>Null when it is no longer published.</returns>
    public async Task<SourceDirective?> ReadAsync(DirectiveDelivery delivery, CancellationToken cancellationToken)
    {
        if (tenants.Find(delivery.SourceId) is not { } issuer)
        {
            return null;
        }

        await using var db = contexts.CreateForTenant(issuer.Id);
        var item = await db.Set<ContentItem>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == delivery.ItemId && row.PublishedVersionId != null, cancellationToken);
        if (item is null)
        {
            return null;
        }

        var json = await db.Set<ContentVersion>().Where(row => row.Id == item.PublishedVersionId).Select(row => row.Json).FirstAsync(cancellationToken);
        var view = new ContentView(item, json);
        var paths = view.Texts(DirectiveData.ContentType, "Files", "Paths").ToArray();
        // A file that has moved since is found under the name that the directive knows.
        paths = [.. paths, .. await db.Set<FormerMediaPath>().Where(former => paths.Contains(former.Path)).Select(former => former.Target).ToListAsync(cancellationToken)];
        var files = await db.Set<MediaFile>().AsNoTracking().Where(file => paths.Contains(file.Path)).ToListAsync(cancellationToken);
        return new SourceDirective(issuer, (await settings.GetAsync(issuer.Id)).NameOf(issuer), view, new DirectiveVocabulary(await definitions.GetAsync(issuer.Id)), files);
    }
}

/// <param name="Site">Name of the issuer's site as its readers know it.</param>
public sealed record SourceDirective(Tenant Issuer, string Site, ContentView Item, DirectiveVocabulary Vocabulary, IReadOnlyList<MediaFile> Files)
{
    public string? Text(string field) => Item.Text(DirectiveData.ContentType, field);
}
