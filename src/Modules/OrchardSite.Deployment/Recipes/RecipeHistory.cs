using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Recipes;

namespace OrchardSite.Deployment;

/// <summary>A run that changed the site, or that failed.</summary>
/// <param name="Failure">File, step and place with the reason; null for a run that succeeded.</param>
public sealed record PastRun(DateTime OccurredUtc, string Actor, string Recipe, int Created, int Updated, int Removed, string? Failure);

/// <summary>The runs of recipes on the current site, as its audit log tells of them: from whichever page, verb or set-up. Scoped.</summary>
public sealed partial class RecipeHistory(SiteDbContext db)
{
    private static readonly string[] Operations = [nameof(RunRecipe), DeploymentAudit.RecipeFailed];

    /// <returns>The latest first.</returns>
    public async Task<IReadOnlyList<PastRun>> LatestAsync(int most, CancellationToken cancellationToken)
    {
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => Operations.Contains(entry.Operation))
            .OrderByDescending(entry => entry.OccurredUtc).ThenByDescending(entry => entry.Id)
            .Take(most)
            .Select(entry => new { entry.OccurredUtc, entry.Actor, entry.Operation, entry.Detail })
            .ToListAsync(cancellationToken);
        return entries.ConvertAll(entry => Read(entry.OccurredUtc, entry.Actor, entry.Operation, entry.Detail ?? ""));
    }

    private static PastRun Read(DateTime occurredUtc, string actor, string operation, string detail)
    {
        if (operation == DeploymentAudit.RecipeFailed)
        {
            var parts = detail.Split('\n', 2);
            return new PastRun(occurredUtc, actor, parts[0], 0, 0, 0, parts[^1]);
        }

        var counts = Counts().Match(detail);
        return counts.Success
            ? new PastRun(occurredUtc, actor, counts.Groups["name"].Value, Number("created"), Number("updated"), Number("removed"), null)
            : new PastRun(occurredUtc, actor, detail, 0, 0, 0, null);

        int Number(string group) => int.Parse(counts.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    // As RunRecipe writes it: "department: +3 ~1 -0".
    [GeneratedRegex(@"^(?<name>.*): \+(?<created>\d{1,9}) ~(?<updated>\d{1,9}) -(?<removed>\d{1,9})$", RegexOptions.Singleline)]
    private static partial Regex Counts();
}
