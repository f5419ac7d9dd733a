using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Recipes;

/// <summary>
/// The parameters that the recipe of the current site is run with again: those it was set up with, and the name that the site
/// has now. Scoped.
/// </summary>
public sealed class SiteParameters(SiteDbContext db, TenantCache<SiteSettings> settings)
{
    private const string Document = "setup";

    // Who the first administrator was is of no use later, and is nobody else's business.
    private const string OfAdministrator = "Admin";

    public async Task<Dictionary<string, string>> ReadAsync(CancellationToken cancellationToken)
    {
        var stored = await db.Set<SiteDocument>().AsNoTracking().Where(document => document.Name == Document).Select(document => document.Json).FirstOrDefaultAsync(cancellationToken);
        var parameters = stored is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(stored)!;
        parameters[SetUpTenant.SiteName] = (await settings.GetAsync(db.TenantId)).SiteName;
        return parameters;
    }

    internal static SiteDocument DocumentOf(IReadOnlyDictionary<string, string> parameters) => new()
    {
        Name = Document,
        Json = JsonSerializer.Serialize(parameters.Where(pair => !pair.Key.StartsWith(OfAdministrator, StringComparison.Ordinal)).ToDictionary()),
    };
}
