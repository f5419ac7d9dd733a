using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Search.Querying;

/// <summary>Replaces the synonyms of the current site by those that a person wrote.</summary>
public sealed class SaveSynonyms(SiteDbContext db, SaveSiteDocument saveDocument, IStringLocalizer localizer)
{
    /// <param name="revision">Of the lines that the person saw: see <see cref="SynonymsDocument.FindAsync"/>.</param>
    /// <returns>True when something changed.</returns>
    public async Task<OperationResult<bool>> RunAsync(IReadOnlyList<string> lines, int? revision, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Can(SearchPermissions.ManageSynonyms))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not change the synonyms: the permission {0} is missing.", SearchPermissions.ManageSynonyms.Name]);
        }

        if (SynonymsDocument.Read(lines, localizer).Errors is { Count: > 0 } errors)
        {
            return OperationResult<bool>.Refused([.. errors.Select(error => new Refusal(RefusalKind.Invalid, error, "lines"))]);
        }

        if ((await SynonymsDocument.FindAsync(db, cancellationToken)).Revision != revision)
        {
            return Stale();
        }

        try
        {
            return await saveDocument.RunAsync(SynonymsDocument.Name, SynonymsDocument.ToJson(lines), actor, cancellationToken: cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || revision is null)
        {
            return Stale();
        }
    }

    private Refusal Stale() =>
        new(RefusalKind.Conflict, localizer["Somebody else has changed the synonyms meanwhile. What you typed is still here; what was saved stands below it."]);
}
