using OrchardSite.Data;

namespace OrchardSite.Audit;

/// <summary>Knows what the item ids of audit entries mean. Registered by the module that the items belong to.</summary>
public interface IAuditItems
{
    /// <param name="db">Of the site whose log is read.</param>
    /// <returns>The items by id; without those it does not know.</returns>
    Task<IReadOnlyDictionary<string, AuditItem>> FindAsync(SiteDbContext db, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}

/// <param name="Page">Of the dashboard, inside the site, without a slash at its start.</param>
/// <param name="ChangePage">The page that shows what a version changed.</param>
public sealed record AuditItem(string Title, string Page, Func<int, string> ChangePage);
