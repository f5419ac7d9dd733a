using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Tenants;

namespace OrchardSite.Admin.Pages.Admin;

/// <summary>What the site can do, each switched on or off.</summary>
public sealed class FeaturesModel(FeatureCatalog features, SwitchFeatures switches, IStringLocalizer localizer) : AdminPage
{
    /// <summary>Those that can be switched first.</summary>
    public IEnumerable<Feature> All => features.Features.OrderBy(feature => feature.AlwaysEnabled);

    protected override Permission Needed => TenantPermissions.ManageFeatures;

    public bool IsEnabled(Feature feature) => feature.AlwaysEnabled || HttpContext.Tenant().Features.Contains(feature.Id);

    /// <summary>Names of the features that the feature needs and those that need it, in the person's language.</summary>
    public IEnumerable<string> NeedsOf(Feature feature) =>
        features.WithDependencies(feature).Where(needed => needed.Id != feature.Id && !needed.AlwaysEnabled).Select(needed => localizer[needed.Name].Value);

    public Task<IActionResult> OnPostEnableAsync(string? id, CancellationToken cancellationToken) => SwitchAsync([id ?? ""], [], cancellationToken);

    public Task<IActionResult> OnPostDisableAsync(string? id, CancellationToken cancellationToken) => SwitchAsync([], [id ?? ""], cancellationToken);

    private async Task<IActionResult> SwitchAsync(string[] enable, string[] disable, CancellationToken cancellationToken)
    {
        var switched = await switches.RunAsync(enable, disable, Actor, cancellationToken);
        if (!switched.Succeeded)
        {
            return Refused(switched.Refusals);
        }

        Notice = switched.Value switch
        {
            { Enabled: { Count: > 0 } on } => localizer["Switched on: {0}.", NamesOf(on)],
            { Disabled: { Count: > 0 } off } => localizer["Switched off: {0}.", NamesOf(off)],
            _ => localizer["Nothing had to be switched."],
        };
        return LocalRedirect(Url.Content("~/Admin/Features"));
    }

    private string NamesOf(IEnumerable<string> ids) => string.Join(", ", ids.Select(features.Find).OfType<Feature>().Select(feature => localizer[feature.Name].Value));
}
