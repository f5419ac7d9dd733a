using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Directives;

/// <param name="Source">When the directive that has the effect is in force.</param>
public sealed record DirectiveEffect(string TargetId, RelationEffect Kind, string SourceId, ForcePeriod Source);

/// <summary>
/// What a tenant's public directives do to the force of others: few, so they are all in memory, and the validity of any
/// directive on any page costs no query.
/// </summary>
public sealed class DirectiveEffects(IEnumerable<DirectiveEffect> effects)
{
    private readonly ILookup<string, DirectiveEffect> _byTarget = effects.ToLookup(effect => effect.TargetId, StringComparer.Ordinal);

    public IEnumerable<DirectiveEffect> On(string itemId) => _byTarget[itemId];
}

internal sealed class DirectiveEffectsSource(TenantCache<ContentDefinitions> definitions) : ITenantCacheSource<DirectiveEffects>
{
    private static readonly string ListTag = CacheTag.ListOf(DirectiveData.ContentType);

    public async Task<DirectiveEffects> LoadAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        var kinds = new DirectiveVocabulary(await definitions.GetAsync(db.TenantId)).Relations.Where(kind => kind.Effect != RelationEffect.None).ToArray();
        var codes = kinds.Select(kind => kind.Code).ToArray();
        var rows = await (
            from relation in db.Set<DirectiveRelationRow>().AsNoTracking()
            where relation.TargetId != null && codes.Contains(relation.Kind)
            join source in db.Set<DirectiveRow>().AsNoTracking() on relation.ItemId equals source.ItemId
            where source.IsForEveryReader
            select new { relation.TargetId, relation.Kind, source.ItemId, source.IssuedOn, source.EffectiveFrom, source.EffectiveTo }).ToListAsync(cancellationToken);
        return new DirectiveEffects(rows.Select(row => new DirectiveEffect(
            row.TargetId!,
            kinds.First(kind => kind.Code == row.Kind).Effect,
            row.ItemId,
            new ForcePeriod(row.EffectiveFrom ?? row.IssuedOn, row.EffectiveTo))));
    }

    public bool IsOutdatedBy(Change change) => change.Kind switch
    {
        ChangeKind.DefinitionsChanged => true,
        ChangeKind.ContentPublished => change.Tags is null || change.Tags.Split(' ').Contains(ListTag),
        _ => false,
    };
}
