using Microsoft.Extensions.Localization;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

/// <summary>Says why checked items cannot stand beside what is stored, and settles the addresses and aliases that were made for them. Scoped.</summary>
public sealed class ContentConflicts(
    SiteDbContext db, RouteWriter routes, AliasWriter aliases, TaxonomyChanges taxonomies, ContentMappers mappers, IContentGate gate, IStringLocalizer localizer)
{
    public async Task<IReadOnlyList<Refusal>> CheckAsync(IReadOnlyList<ContentWrite> writes, Actor actor, CancellationToken cancellationToken)
    {
        // Whoever may edit one type must not write over another's items.
        var refusals = writes
            .Where(write => write.Existing is { } row && row.ContentType != write.Draft.Type.Name)
            .Select(write => write.Refuse(RefusalKind.Conflict, localizer["The item {0} is of another type: {1}.", write.Draft.ContentItemId, write.Existing!.ContentType], "ContentType"))
            .ToList();
        refusals.AddRange(await routes.ResolveAsync(writes.Where(write => write.Publish).ToArray(), cancellationToken));
        refusals.AddRange(await aliases.ResolveAsync(writes.Where(write => write.SetsAlias).ToArray(), cancellationToken));
        refusals.AddRange(await taxonomies.CheckAsync(writes, cancellationToken));
        refusals.AddRange(await mappers.CheckAsync(db, writes, cancellationToken));
        return refusals.Count > 0 ? refusals : await gate.CheckAsync(writes, actor, cancellationToken);
    }

    public async Task<IReadOnlyList<Refusal>> CheckWithdrawalAsync(ContentItem row, ContentWithdrawal withdrawal, Actor actor, CancellationToken cancellationToken) =>
        await taxonomies.CheckWithdrawalAsync(row, cancellationToken) is { Count: > 0 } refusals
            ? refusals
            : await gate.CheckWithdrawalAsync(row, withdrawal, actor, cancellationToken);
}
