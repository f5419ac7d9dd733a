using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Directives.Delivery;

namespace OrchardSite.Directives;

/// <summary>Writes the rows by which directives and their relations are searched, and hands directives to their recipients.</summary>
internal sealed class DirectiveMapper(DirectiveDuplicates duplicates, DirectiveCycles cycles, DeliverDirective deliver) : IContentMapper
{
    private const int Batch = 500;

    public string ContentType => DirectiveData.ContentType;

    public async Task<IReadOnlyList<ContentConflict>> FindConflictsAsync(SiteDbContext db, IReadOnlyList<ContentDraft> drafts, CancellationToken cancellationToken) =>
        [.. await duplicates.FindAsync(db, drafts, cancellationToken), .. await cycles.FindAsync(db, drafts, cancellationToken), .. await deliver.CheckAsync(drafts, cancellationToken)];

    public async Task PublishedAsync(SiteDbContext db, IReadOnlyList<ContentDraft> drafts, bool areNew, CancellationToken cancellationToken)
    {
        if (!areNew)
        {
            foreach (var ids in drafts.Select(draft => draft.ContentItemId).Chunk(Batch))
            {
                await DeleteAsync(db, ids, cancellationToken);
            }
        }

        await db.InsertAsync(drafts.Select(RowOf).ToArray(), cancellationToken);
        await db.InsertAsync(drafts.SelectMany(RelationsOf).ToArray(), cancellationToken);
        foreach (var draft in drafts)
        {
            await deliver.PublishedAsync(draft, areNew, cancellationToken);
        }
    }

    public async Task WithdrawnAsync(SiteDbContext db, string contentItemId, CancellationToken cancellationToken)
    {
        await DeleteAsync(db, [contentItemId], cancellationToken);
        await deliver.WithdrawnAsync(contentItemId, cancellationToken);
    }

    private static async Task DeleteAsync(SiteDbContext db, string[] ids, CancellationToken cancellationToken)
    {
        await db.Set<DirectiveRow>().Where(row => ids.Contains(row.ItemId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<DirectiveRelationRow>().Where(row => ids.Contains(row.ItemId)).ExecuteDeleteAsync(cancellationToken);
    }

    private static DirectiveRow RowOf(ContentDraft draft)
    {
        var directive = DirectiveData.Of(draft);
        var issuedOn = directive.IssuedOn ?? throw new InvalidOperationException($"Directive {draft.ContentItemId} has no date of issue.");
        return new DirectiveRow
        {
            ItemId = draft.ContentItemId,
            System = directive.System,
            DocumentType = directive.DocumentType,
            Number = directive.Number,
            NumberKey = directive.NumberKey,
            Ordinal = DirectiveNumber.OrdinalOf(directive.PlainNumber),
            Symbol = directive.Symbol,
            Issuer = directive.Issuer,
            Signer = draft.Text(DirectiveData.ContentType, "Signer")?.Trim() is { Length: > 0 } signer ? signer : null,
            Subject = draft.Text(DirectiveData.ContentType, "Subject") ?? "",
            IssuedOn = issuedOn,
            Year = issuedOn.Year,
            EffectiveFrom = directive.EffectiveFrom,
            EffectiveTo = directive.EffectiveTo,
            IsForEveryReader = directive.IsForEveryReader,
        };
    }

    private static IEnumerable<DirectiveRelationRow> RelationsOf(ContentDraft draft) => RelationData.Of(draft).Select(relation => new DirectiveRelationRow
    {
        ItemId = draft.ContentItemId,
        Position = relation.Position,
        Kind = relation.Kind,
        TargetId = relation.TargetId,
        TargetText = relation.TargetText,
    });
}
