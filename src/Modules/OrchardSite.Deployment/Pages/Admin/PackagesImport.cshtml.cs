using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;

namespace OrchardSite.Deployment.Pages.Admin;

/// <summary>What an uploaded package would change, and the button that does it; then what it has really done.</summary>
[DisableRequestSizeLimit]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class PackagesImportModel(ImportPackage import, IStringLocalizer localizer) : AdminPage
{
    // The limit that matters is a setting; this one keeps the disk from being filled.
    private const long LargestRequest = 2L * 1024 * 1024 * 1024;

    /// <summary>By which the package is run; null where there is nothing to run.</summary>
    public string? Key { get; private set; }

    /// <summary>The name of the site that it was taken from.</summary>
    public string? From { get; private set; }

    /// <summary>False where the package has no list of its files by which they could be checked.</summary>
    public bool IsChecked { get; private set; } = true;

    public ShownChanges? Changes { get; private set; }

    protected override Permission Needed => DeploymentPermissions.Import;

    public async Task<IActionResult> OnPostAsync(IFormFile? package, CancellationToken cancellationToken)
    {
        if (package is null)
        {
            return Refused([new Refusal(RefusalKind.Invalid, localizer["Choose a package first."], nameof(package))]);
        }

        await using var content = package.OpenReadStream();
        var planned = await import.PlanAsync(content, Actor, cancellationToken);
        if (!planned.Succeeded)
        {
            return Refused(planned.Refusals);
        }

        (Key, From, IsChecked) = (planned.Value.Key, planned.Value.Title, planned.Value.HasList);
        Changes = new ShownChanges(planned.Value.Changes, IsPlan: true);
        return Page();
    }

    public async Task<IActionResult> OnPostRunAsync(string? key, CancellationToken cancellationToken)
    {
        var done = await import.RunAsync(key ?? "", Actor, cancellationToken);
        if (!done.Succeeded)
        {
            return Refused(done.Refusals);
        }

        From = done.Value.Recipe.DisplayName;
        Changes = new ShownChanges(done.Value.Changes, IsPlan: false);
        return Page();
    }
}
