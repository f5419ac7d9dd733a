using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Tenants;
using OrchardSite.Tenants;

namespace OrchardSite.Directives.Units;

/// <summary>Leads from the page of a site to its units in the register of the first site, with the days from and until which each has its name.</summary>
internal sealed class UnitLinks(UnitRegister register, IStringLocalizer localizer) : ISiteLinks
{
    public async Task<IReadOnlyList<SiteLink>> OfAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var units = await register.AllAsync(cancellationToken);
        return
        [
            .. units.Values.Where(unit => string.Equals(unit.Site, tenant.Name, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(unit => unit.ValidTo ?? DateOnly.MaxValue).ThenBy(unit => unit.Name, StringComparer.CurrentCulture)
                .Select(unit => new SiteLink(TextOf(unit, units), $"Admin/Contents/ContentItems/{unit.Id}/Edit")),
        ];
    }

    private string TextOf(Unit unit, IReadOnlyDictionary<string, Unit> units)
    {
        if (unit.ValidTo is not { } until)
        {
            return localizer["Unit: {0}", unit.Name];
        }

        return UnitRegister.SuccessorOf(unit, units) is { } successor
            ? localizer["Unit: {0} (until {1}, then {2})", unit.Name, Day(until), successor.Name]
            : localizer["Unit: {0} (until {1})", unit.Name, Day(until)];
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
