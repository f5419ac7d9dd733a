using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;

namespace OrchardSite.Directives;

public sealed record IncomingRelation(string Kind, string SourceId);

/// <summary>What readers may see of a tenant's directives, by compiled queries. Scoped.</summary>
public sealed class DirectiveReader(SiteDbContext db)
{
    private static readonly Func<SiteDbContext, int, IAsyncEnumerable<ContentItem>> NewestQuery = EF.CompileAsyncQuery(
        (SiteDbContext db, int take) => (
            from directive in db.Set<DirectiveRow>().AsNoTracking()
                .Where(row => row.IsForEveryReader)
                .OrderByDescending(row => row.Year).ThenByDescending(row => row.IssuedOn).ThenByDescending(row => row.ItemId)
                .Take(take)
            join item in db.Set<ContentItem>().AsNoTracking() on directive.ItemId equals item.Id
            where item.IsPublic
            orderby directive.IssuedOn descending, directive.ItemId descending
            select item));

    private static readonly Func<SiteDbContext, string, int, IAsyncEnumerable<IncomingRelation>> IncomingQuery = EF.CompileAsyncQuery(
        (SiteDbContext db, string targetId, int take) => (
            from relation in db.Set<DirectiveRelationRow>().AsNoTracking()
            where relation.TargetId == targetId
            join source in db.Set<DirectiveRow>().AsNoTracking() on relation.ItemId equals source.ItemId
            where source.IsForEveryReader
            orderby source.IssuedOn descending, source.Ordinal descending, source.ItemId descending, relation.Position
            select new IncomingRelation(relation.Kind, relation.ItemId)).Take(take));

    /// <summary>Newest by date of issue.</summary>
    public async Task<List<ContentView>> NewestAsync(int take)
    {
        var views = new List<ContentView>();
        await foreach (var item in NewestQuery(db, take))
        {
            views.Add(new ContentView(item));
        }

        return views;
    }

    /// <summary>The relations of other public directives to this one, from the newest.</summary>
    public async Task<List<IncomingRelation>> IncomingAsync(string targetId, int take)
    {
        var relations = new List<IncomingRelation>();
        await foreach (var relation in IncomingQuery(db, targetId, take))
        {
            relations.Add(relation);
        }

        return relations;
    }
}
