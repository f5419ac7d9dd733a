using System.Diagnostics.CodeAnalysis;
using OrchardSite.Recipes;

namespace OrchardSite.Deployment;

/// <summary>The parameters of a run as they are typed: a line <c>name=value</c> for each.</summary>
public sealed class RecipeParameters(SiteParameters own)
{
    /// <summary>Recipes that set a site up ask for what it was set up with: without other values it keeps what it has.</summary>
    public async Task<Dictionary<string, string>> OwnAsync(CancellationToken cancellationToken) => new(await own.ReadAsync(cancellationToken), StringComparer.OrdinalIgnoreCase);

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
