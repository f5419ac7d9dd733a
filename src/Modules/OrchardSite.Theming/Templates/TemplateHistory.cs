using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Theming.Templates;

/// <summary>The versions of a site's own templates. Scoped.</summary>
public sealed class TemplateHistory(SiteDbContext db)
{
    /// <summary>Versions of one template that are kept.</summary>
    public const int MostVersions = 20;

    /// <summary>The newest version of every template that was ever changed, by name; one without content is the theme's again.</summary>
    public async Task<IReadOnlyDictionary<string, TemplateVersion>> NewestAsync(CancellationToken cancellationToken) =>
        await db.Set<TemplateVersion>().AsNoTracking()
            .Where(row => row.Number == db.Set<TemplateVersion>().Where(other => other.Name == row.Name).Max(other => other.Number))
            .ToDictionaryAsync(row => row.Name, StringComparer.Ordinal, cancellationToken);

    /// <summary>The versions of a template, the newest first.</summary>
    public Task<List<TemplateVersion>> OfAsync(string name, CancellationToken cancellationToken) =>
        db.Set<TemplateVersion>().AsNoTracking().Where(row => row.Name == name).OrderByDescending(row => row.Number).ToListAsync(cancellationToken);

    /// <summary>Makes this the version that counts, and forgets the oldest; inside a unit of work.</summary>
    internal async Task<OperationResult<int>> WriteAsync(UnitOfWork work, TemplateVersion version, Actor actor, string operation, IStringLocalizer localizer, CancellationToken cancellationToken)
    {
        var oldest = version.Number - MostVersions;
        await db.Set<TemplateVersion>().Where(row => row.Name == version.Name && row.Number <= oldest).ExecuteDeleteAsync(cancellationToken);
        db.Add(version);
        db.Add(new Change { TenantId = db.TenantId, Kind = ChangeKind.SiteChanged, OccurredUtc = version.SavedUtc });
        db.Add(AuditEntry.Of(actor, operation, version.SavedUtc, detail: $"{version.Name} {version.Number}", version: version.Number));
        try
        {
            await work.CommitAsync(cancellationToken);
            return version.Number;
        }
        catch (DbUpdateException)
        {
            // Somebody else has written the version of this number.
            return Stale(localizer);
        }
    }

    internal static Refusal Stale(IStringLocalizer localizer) =>
        new(RefusalKind.Conflict, localizer["Somebody else has changed this template meanwhile. What was saved stands below; what you have typed is still in the form."]);
}
