using System.ComponentModel;
using OrchardSite.Tenants;

namespace OrchardSite.Api;

[Description("A site of the installation.")]
internal sealed record TenantJson(
    [property: Description("The technical name, which never changes.")] string Name,
    [property: Description("Uninitialized until it is set up, then Running or Disabled.")] string State,
    [property: Description("First segment of its addresses; empty: none.")] string Prefix,
    [property: Description("None: every host.")] IReadOnlyList<string> Hosts,
    [property: Description("The recipe that sets it up.")] string Recipe,
    IReadOnlyList<string> Features)
{
    public static TenantJson Of(Tenant tenant) =>
        new(tenant.Name, tenant.State.ToString(), tenant.Prefix, tenant.Hosts, tenant.Recipe, [.. tenant.Features.Order(StringComparer.Ordinal)]);

    public static string TagOf(Tenant tenant) => $"\"{ApiAnswer.Text(tenant.Id)}-{ApiAnswer.Text(tenant.Revision)}\"";
}

[Description("A site to be added.")]
internal sealed record NewTenantJson(
    [property: Description("Letters without accents, digits and single hyphens.")] string Name,
    [property: Description("First segment of its addresses; empty or absent: none.")] string? Prefix,
    [property: Description("Absent: every host.")] IReadOnlyList<string>? Hosts,
    [property: Description("Name of the recipe that will set it up.")] string Recipe);

[Description("What a recipe needs to set a site up.")]
internal sealed record TenantSetUpJson([property: Description("The name that its readers will know.")] string SiteName);
