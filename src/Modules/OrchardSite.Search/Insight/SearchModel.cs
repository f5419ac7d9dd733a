using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Search.Querying;

namespace OrchardSite.Search.Insight;

internal sealed class SearchModel : IModelPart
{
    public void Build(ModelBuilder model) => model.Entity<SearchCount>(count =>
    {
        count.ToTable("SearchCounts");
        count.HasKey(row => new { row.TenantId, row.Day, row.Words });
        count.Property(row => row.Words).HasMaxLength(SearchQuery.LongestText);
    });
}
