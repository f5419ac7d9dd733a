using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Directives;

/// <summary>No directive ends its own force by way of others that it ends: of two that replace each other neither would hold.</summary>
internal sealed class DirectiveCycles(TenantCache<ContentDefinitions> definitions, IStringLocalizer localizer)
{
    public async Task<IReadOnlyList<ContentConflict>> FindAsync(SiteDbContext db, IReadOnlyList<ContentDraft> drafts, CancellationToken cancellationToken)
    {
        var kinds = new DirectiveVocabulary(await definitions.GetAsync(db.TenantId)).Relations.Where(kind => kind.Effect == RelationEffect.EndsForce).Select(kind => kind.Code).ToArray();
        var written = drafts.ToDictionary(draft => draft.ContentItemId, draft => EndedBy(draft, kinds), StringComparer.Ordinal);
        var conflicts = new List<ContentConflict>();
        foreach (var draft in drafts)
        {
            foreach (var relation in written[draft.ContentItemId])
            {
                if (await ReachesAsync(db, relation.TargetId!, draft.ContentItemId, written, kinds, cancellationToken))
                {
                    conflicts.Add(new ContentConflict(draft, localizer["“{0}” would end its own force: what it replaces or repeals here replaces or repeals it.", draft.DisplayText], relation.PathOf("Target")));
                }
            }
        }

        return conflicts;
    }

    private static RelationData[] EndedBy(ContentDraft draft, string[] kinds) => [.. RelationData.Of(draft).Where(relation => relation.TargetId is not null && kinds.Contains(relation.Kind))];

    private static async Task<bool> ReachesAsync(SiteDbContext db, string from, string to, Dictionary<string, RelationData[]> written, string[] kinds, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var frontier = new List<string> { from };
        while (frontier.Count > 0)
        {
            if (frontier.Contains(to))
            {
                return true;
            }

            seen.UnionWith(frontier);
            var stored = frontier.Where(id => !written.ContainsKey(id)).ToArray();
            var next = stored.Length == 0 ? [] : await db.Set<DirectiveRelationRow>().AsNoTracking()
                .Where(row => stored.Contains(row.ItemId) && row.TargetId != null && kinds.Contains(row.Kind)).Select(row => row.TargetId!).ToListAsync(cancellationToken);
            next.AddRange(frontier.Where(written.ContainsKey).SelectMany(id => written[id]).Select(relation => relation.TargetId!));
            frontier = [.. next.Distinct().Where(id => !seen.Contains(id))];
        }

        return false;
    }
}
