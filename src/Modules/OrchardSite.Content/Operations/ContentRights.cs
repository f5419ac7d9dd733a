using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

/// <summary>
/// What a person may do with an item, also where their rights are on some categories only: then every category that the item
/// is in must be one of those, or below one. Scoped.
/// </summary>
public sealed class ContentRights(SiteDbContext db, TermStore terms, ContentPermits permits)
{
    /// <summary>Those of the items that the person may edit.</summary>
    public async Task<IReadOnlySet<string>> EditableAsync(Actor actor, IReadOnlyCollection<ContentItem> items, CancellationToken cancellationToken)
    {
        var editable = items.Where(actor.MayEdit).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var others = items.Where(item => !editable.Contains(item.Id) && actor.MayBegin(item.ContentType)).ToArray();
        if (others.Length > 0)
        {
            var termsOf = await TermsAsync([.. others.Select(item => item.Id)], cancellationToken);
            var tree = await terms.GetAsync();
            editable.UnionWith(others.Where(item => IsIn(tree, actor, EditVerbs(actor, item), item.ContentType, [.. termsOf[item.Id]])).Select(item => item.Id));
        }

        return editable;
    }

    public async Task<bool> MayEditAsync(Actor actor, ContentItem item, CancellationToken cancellationToken) =>
        (await EditableAsync(actor, [item], cancellationToken)).Count > 0;

    /// <summary>True when the person may edit the item also where somebody else has made it.</summary>
    public async Task<bool> MayEditOthersAsync(Actor actor, ContentItem item, CancellationToken cancellationToken) =>
        actor.MayEdit(item.ContentType)
        || (actor.MayBegin(item.ContentType)
            && IsIn(await terms.GetAsync(), actor, ContentPermissions.Editing, item.ContentType, [.. (await TermsAsync([item.Id], cancellationToken))[item.Id]]));

    /// <summary>True when the person may look at the item with all its versions.</summary>
    public async Task<bool> MayOpenAsync(Actor actor, ContentItem item, CancellationToken cancellationToken) =>
        actor.MayOpen(item) || await MayEditAsync(actor, item, cancellationToken);

    /// <summary>True when the person may put the item before readers and take it away, as it was and as it is.</summary>
    public async Task<bool> MayPublishAsync(Actor actor, ContentItem item, CancellationToken cancellationToken) =>
        permits.Has(item.Id)
        || actor.MayPublish(item.ContentType)
        || (actor.MayPublishSome(item.ContentType)
            && IsIn(await terms.GetAsync(), actor, ContentPermissions.Publishing, item.ContentType, [.. (await TermsAsync([item.Id], cancellationToken))[item.Id]]));

    /// <summary>True when the person may save this draft: in the place of the item that there is, and where it is to be.</summary>
    public async Task<bool> MaySaveAsync(Actor actor, ContentDraft draft, ContentItem? existing, CancellationToken cancellationToken)
    {
        var type = draft.Type.Name;
        if (existing is null ? actor.MayCreate(type) : permits.Has(existing.Id) || actor.MayEdit(existing))
        {
            return true;
        }

        return (existing is null || await MayEditAsync(actor, existing, cancellationToken))
            && IsIn(
                await terms.GetAsync(),
                actor,
                existing is null ? ContentPermissions.Writing : EditVerbs(actor, existing),
                type,
                [.. draft.Type.TaxonomyFields.SelectMany(field => draft.Texts(field.Part, field.Field, "TermContentItemIds"))]);
    }

    private static string[] EditVerbs(Actor actor, ContentItem item) => ContentPermissions.Owns(actor, item) ? ContentPermissions.Writing : ContentPermissions.Editing;

    private static bool IsIn(TermTree tree, Actor actor, string[] verbs, string type, IReadOnlyCollection<string> termIds) =>
        termIds.Count > 0 && termIds.All(id => tree.Find(id) is { } term && term.Ancestors.Append(term).Any(place =>
            verbs.Any(verb => actor.Can(ContentPermissions.InCategory(verb, type, place.Id)))));

    // Of the newest version, and of the one that readers see.
    private async Task<ILookup<string, string>> TermsAsync(string[] ids, CancellationToken cancellationToken)
    {
        var latest = await db.Set<LatestTerm>().Where(row => ids.Contains(row.ItemId)).Select(row => new { row.ItemId, row.TermId }).ToListAsync(cancellationToken);
        var shown = await db.Set<ContentTerm>().Where(row => ids.Contains(row.ItemId)).Select(row => new { row.ItemId, row.TermId }).ToListAsync(cancellationToken);
        return latest.Concat(shown).Distinct().ToLookup(row => row.ItemId, row => row.TermId);
    }
}
