using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants.Figures;

namespace OrchardSite.Media;

/// <summary>How large the library of a site is.</summary>
internal sealed class MediaFigures : ITenantFigureSource
{
    public async Task ReadAsync(SiteDbContext db, TenantFigures figures, CancellationToken cancellationToken) =>
        figures.MediaBytes = await db.Set<MediaFile>().SumAsync(file => file.Size, cancellationToken);
}
