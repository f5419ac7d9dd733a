using Microsoft.Extensions.Localization;

namespace OrchardSite.Tenants;

/// <summary>Refusals that several operations of the host have in common.</summary>
public static class TenantRefusals
{
    public static Refusal NotHost(this IStringLocalizer localizer) =>
        new(RefusalKind.Forbidden, localizer["Only an administrator of the whole installation may manage its sites."]);

    public static Refusal NoTenant(this IStringLocalizer localizer, string name) =>
        new(RefusalKind.NotFound, localizer["There is no site with the name {0}.", name]);
}
