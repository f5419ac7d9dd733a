using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users.Roles;

namespace OrchardSite.Deployment.Fleet;

/// <summary>How a site works, without its content: definitions, layers, settings, menus, roles and features, each as JSON under its name.</summary>
internal static class SiteState
{
    public const string Roles = "roles";
    public const string Features = "features";

    /// <summary>As it is in the context's transaction.</summary>
    public static async Task<JsonObject> ReadAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        var state = new JsonObject();
        foreach (var document in await db.Set<SiteDocument>().AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken))
        {
            state[document.Name] = JsonNode.Parse(document.Json);
        }

        var roles = await db.Set<Role>().AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
        state[Roles] = new JsonObject(roles.Select(role => KeyValuePair.Create<string, JsonNode?>(
            role.Name, new JsonObject { ["Description"] = role.Description, ["Permissions"] = Texts(role.Permissions) })));
        var features = await db.Set<TenantFeature>().Where(row => row.TenantId == db.TenantId).Select(row => row.FeatureId).ToListAsync(cancellationToken);
        state[Features] = Texts(features.Order(StringComparer.Ordinal));
        return state;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
