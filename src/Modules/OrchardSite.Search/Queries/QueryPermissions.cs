using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users.Roles;

namespace OrchardSite.Search.Queries;

/// <summary>Who may run queries through the API, in Orchard Core's names.</summary>
internal static class QueryPermissions
{
    public static readonly Permission ExecuteAll = new("ExecuteApiAll", "Run all queries through the API");

    public static Permission Execute(string query) => new($"ExecuteApi_{query}", query, ExecuteAll);
}

/// <summary>A permission for each query of the site.</summary>
internal sealed class NamedQueryPermissions(TenantCache<NamedQueries> queries, SiteDbContext db, IStringLocalizer localizer) : IPermissionSource
{
    public async ValueTask<IReadOnlyList<PermissionGroup>> GroupsAsync(CancellationToken cancellationToken)
    {
        Permission[] own = [.. (await queries.GetAsync(db.TenantId)).All.OrderBy(query => query.Name, StringComparer.Ordinal).Select(query => QueryPermissions.Execute(query.Name))];
        return own.Length == 0 ? [] : [new PermissionGroup(localizer["Run single queries through the API"], own)];
    }
}
