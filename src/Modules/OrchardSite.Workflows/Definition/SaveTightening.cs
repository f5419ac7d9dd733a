using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Workflows.Definition;

/// <summary>Makes the workflow of the current site stricter than that of all sites, or as strict as that again.</summary>
public sealed class SaveTightening(SiteDbContext db, SaveSiteDocument documents, CheckTightening check, DefinitionStore definitions, IStringLocalizer localizer)
{
    private const int MostNamed = 5;

    public async Task<(Tightening Tightening, int? Revision)> ReadAsync(CancellationToken cancellationToken) =>
        await db.Set<SiteDocument>().AsNoTracking().FirstOrDefaultAsync(document => document.Name == Tightening.Document, cancellationToken) is { } saved
            ? (Tightening.Read(saved.Json), saved.Revision)
            : (Tightening.None, null);

    /// <param name="revision">Of what the person saw; null where the site had tightened nothing.</param>
    /// <returns>True when something changed.</returns>
    public async Task<OperationResult<bool>> RunAsync(Tightening tightening, int? revision, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Can(WorkflowPermissions.ManageWorkflow))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not make the workflow stricter: the permission {0} is missing.", WorkflowPermissions.ManageWorkflow.Name]);
        }

        var refusals = new List<Refusal>();
        var types = (await definitions.GetAsync()).Types.Where(type => !type.ShapesWholeSite).Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var fault in check.Find(tightening, types))
        {
            // A state to which no way leads is missed only where something is in it.
            if (fault.Unreachable is not { } state)
            {
                refusals.Add(new Refusal(RefusalKind.Invalid, $"{fault.Place}: {fault.Message}", fault.Place));
            }
            else if (await InStateAsync(state, cancellationToken) is { Length: > 0 } items)
            {
                refusals.Add(new Refusal(RefusalKind.Conflict, $"{fault.Message} {localizer["These are in it: {0}.", items]}", fault.Place));
            }
        }

        if (refusals.Count > 0)
        {
            return OperationResult<bool>.Refused(refusals);
        }

        if ((await ReadAsync(cancellationToken)).Revision != revision)
        {
            return Stale();
        }

        try
        {
            return await documents.RunAsync(Tightening.Document, tightening.ToJson(), actor, cancellationToken: cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || revision is null)
        {
            return Stale();
        }
    }

    private async Task<string> InStateAsync(string state, CancellationToken cancellationToken)
    {
        var titles = await (
            from row in db.Set<EditorialItem>()
            where row.State == state
            join item in db.Set<ContentItem>() on row.ItemId equals item.Id
            where item.DeletedUtc == null
            orderby item.LatestText
            select item.LatestText).Take(MostNamed).ToListAsync(cancellationToken);
        return string.Join(", ", titles.Select(title => $"“{title}”"));
    }

    private Refusal Stale() => new(RefusalKind.Conflict, localizer["Somebody else has changed the workflow of the site meanwhile. Look at it again."]);
}
