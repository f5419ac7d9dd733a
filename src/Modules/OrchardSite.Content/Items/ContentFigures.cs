using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants.Figures;

namespace OrchardSite.Content;

/// <summary>How many items a site has, and when one was last edited.</summary>
internal sealed class ContentFigures : ITenantFigureSource
{
    public async Task ReadAsync(SiteDbContext db, TenantFigures figures, CancellationToken cancellationToken)
    {
        figures.Items = await db.Set<ContentItem>().CountAsync(item => item.DeletedUtc == null, cancellationToken);
        figures.LastEditUtc = await db.Set<ContentItem>().MaxAsync(item => (DateTime?)item.EditedUtc, cancellationToken);
    }
}
