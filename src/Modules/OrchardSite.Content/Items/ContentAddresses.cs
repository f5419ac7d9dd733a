using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content;

/// <summary>A prefix of another tenant must not hide an item's or a term's page.</summary>
internal sealed class ContentAddresses : ITenantAddresses
{
    public Task<bool> ContainAsync(SiteDbContext db, string segment, CancellationToken cancellationToken)
    {
        var below = segment + "/";
        return db.Set<ContentRoute>().AnyAsync(route => route.IsCurrent && (route.Path == segment || route.Path.StartsWith(below)), cancellationToken);
    }
}
