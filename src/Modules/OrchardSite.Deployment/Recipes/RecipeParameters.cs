using System.Diagnostics.CodeAnalysis;
using OrchardSite.Recipes;
using OrchardSite.Tenants;

namespace OrchardSite.Deployment;

/// <summary>The parameters of a run as they are typed: a line <c>name=value</c> for each.</summary>
public sealed class RecipeParameters(TenantCache<SiteSettings> settings, CurrentTenant tenant)
{
    /// <summary>Recipes that set a site up ask for its name: without another it keeps the one it has.</summary>
    public async ValueTask<Dictionary<string, string>> OwnAsync() =>
        new(StringComparer.OrdinalIgnoreCase) { [SetUpTenant.SiteName] = (await settings.GetAsync(tenant.Id)).SiteName };

    /// <param name="wrong">The first line that is no parameter.</param>
    public static bool TryAdd(Dictionary<string, string> parameters, string? typed, [NotNullWhen(false)] out string? wrong)
    {
        foreach (var line in (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.IndexOf('=') is not (> 0 and var split))
            {
                wrong = line;
                return false;
            }

            parameters[line[..split].Trim()] = line[(split + 1)..].Trim();
        }

        wrong = null;
        return true;
    }
}
