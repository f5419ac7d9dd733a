using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Settings;
using OrchardSite.Content.Trees;
using OrchardSite.Data;
using OrchardSite.Text;

namespace OrchardSite.Content.Health;

/// <summary>What somebody asks the list for; bound from the query of its address.</summary>
public sealed class HealthFilter
{
    [FromQuery(Name = "kind")]
    public HealthKind? Kind { get; set; }

    [FromQuery(Name = "type")]
    public string? Type { get; set; }

    /// <summary>Words of the title.</summary>
    [FromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>From 1.</summary>
    [FromQuery(Name = "page")]
    public int Page { get; set; } = 1;

    public bool IsNarrowed => Kind is not null || !string.IsNullOrEmpty(Type) || !string.IsNullOrWhiteSpace(Query);
}

/// <param name="Items">How many items have such cases.</param>
public sealed record HealthCount(int Cases, int Items);

/// <param name="Type">Null for a type that is gone since.</param>
/// <param name="EditPage">Address inside the site of the page where it is mended; null for who may not.</param>
/// <param name="PublicPage">Address inside the site of the page that readers see; null for what is none.</param>
public sealed record HealthLine(HealthCase Case, ContentType? Type, string? EditPage, string? PublicPage);

public sealed record HealthPage(IReadOnlyList<HealthLine> Lines, int Page, int Count)
{
    public int LastPage => Math.Max(1, (Count + HealthList.PageSize - 1) / HealthList.PageSize);
}

/// <summary>The cases of a site, as far as a person sees the content that they are in. Scoped.</summary>
public sealed class HealthList(SiteDbContext db, DefinitionStore definitions, ContentRights rights)
{
    public const int PageSize = 20;

    private const int LongestQuery = 200;
    private const int Batch = 500;

    /// <summary>True for who sees cases of some content, if there are any.</summary>
    public async Task<bool> IsForAsync(Actor actor) => await SeenAsync(actor) is not { All.Length: 0, Own.Length: 0 };

    /// <summary>The types of which the person sees cases, by their names.</summary>
    public async Task<IReadOnlyList<ContentType>> TypesAsync(Actor actor, CancellationToken cancellationToken)
    {
        var names = await (await OfAsync(actor)).Select(row => row.ContentType).Distinct().ToListAsync(cancellationToken);
        var known = await definitions.GetAsync();
        return [.. names.Select(known.Find).OfType<ContentType>().OrderBy(type => type.DisplayName, StringComparer.CurrentCulture)];
    }

    public async Task<HealthCount> CountAsync(HealthKind kind, Actor actor, CancellationToken cancellationToken)
    {
        var rows = (await OfAsync(actor)).Where(row => row.Kind == kind);
        return new HealthCount(await rows.CountAsync(cancellationToken), await rows.Select(row => row.ItemId).Distinct().CountAsync(cancellationToken));
    }

    public async Task<HealthPage> FindAsync(HealthFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var rows = Narrow(await OfAsync(actor), filter);
        var count = await rows.CountAsync(cancellationToken);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        var shown = await Sort(rows).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new HealthPage(await LinesAsync(shown, actor, cancellationToken), page, count);
    }

    /// <summary>The first items with cases of a kind, each with one of them.</summary>
    public async Task<IReadOnlyList<HealthLine>> FirstAsync(HealthKind kind, int most, Actor actor, CancellationToken cancellationToken)
    {
        var rows = (await OfAsync(actor)).Where(row => row.Kind == kind);
        var first = rows.GroupBy(row => row.ItemId).Select(group => new { ItemId = group.Key, Number = group.Min(row => row.Number) });
        var shown = await Sort(rows.Join(first, row => new { row.ItemId, row.Number }, one => one, (row, _) => row)).Take(most).ToListAsync(cancellationToken);
        return await LinesAsync(shown, actor, cancellationToken);
    }

    /// <summary>All cases that the filter lets through, some at a time.</summary>
    public async IAsyncEnumerable<HealthLine> AllAsync(HealthFilter filter, Actor actor, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var rows = Sort(Narrow(await OfAsync(actor), filter));
        for (var skip = 0; await rows.Skip(skip).Take(Batch).ToListAsync(cancellationToken) is { Count: > 0 } some; skip += Batch)
        {
            foreach (var line in await LinesAsync(some, actor, cancellationToken))
            {
                yield return line;
            }
        }
    }

    private async Task<IQueryable<HealthCase>> OfAsync(Actor actor)
    {
        var (all, own) = await SeenAsync(actor);
        return db.Set<HealthCase>().AsNoTracking().Where(row => all.Contains(row.ContentType) || (own.Contains(row.ContentType) && row.OwnerId == actor.AccountId));
    }

    private async Task<(string[] All, string[] Own)> SeenAsync(Actor actor)
    {
        var types = (await definitions.GetAsync()).Types;
        string[] all = [.. types.Where(type => IsSeen(type, actor)).Select(type => type.Name)];
        return (all, actor.AccountId is null ? [] : [.. types.Where(type => actor.MayBegin(type.Name)).Select(type => type.Name).Except(all)]);
    }

    private static bool IsSeen(ContentType type, Actor actor) =>
        type.IsCustomSettings ? SaveCustomSettings.MayManage(actor, type.Name) : actor.MayList(type.Name) || (TreeOf(type) is { } tree && actor.Can(tree.Permission));

    private static TreeKind? TreeOf(ContentType type) => new[] { TreeKind.Menus, TreeKind.Taxonomies }.FirstOrDefault(kind => type.FindPart(kind.Part) is not null);

    private static IQueryable<HealthCase> Narrow(IQueryable<HealthCase> rows, HealthFilter filter)
    {
        if (filter.Kind is { } kind)
        {
            rows = rows.Where(row => row.Kind == kind);
        }

        if (filter.Type is { Length: > 0 } type)
        {
            rows = rows.Where(row => row.ContentType == type);
        }

        var query = filter.Query ?? "";
        foreach (var word in VietnameseText.Fold(query[..Math.Min(query.Length, LongestQuery)]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            rows = rows.Where(row => row.TitleKey.Contains(word));
        }

        return rows;
    }

    private static IQueryable<HealthCase> Sort(IQueryable<HealthCase> rows) => rows.OrderBy(row => row.TitleKey).ThenBy(row => row.ItemId).ThenBy(row => row.Number);

    private async Task<IReadOnlyList<HealthLine>> LinesAsync(IReadOnlyList<HealthCase> cases, Actor actor, CancellationToken cancellationToken)
    {
        var ids = cases.Select(one => one.ItemId).Distinct().ToArray();
        var items = await db.Set<ContentItem>().AsNoTracking().Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancellationToken);
        var editable = await rights.EditableAsync(actor, items.Values, cancellationToken);
        var known = await definitions.GetAsync();
        return
        [
            .. from one in cases
               let type = known.Find(one.ContentType)
               let item = items.GetValueOrDefault(one.ItemId)
               select new HealthLine(one, type, EditPageOf(one, type, editable, actor), item is { IsPublic: true, Path: { } path } ? path : null),
        ];
    }

    private static string? EditPageOf(HealthCase one, ContentType? type, IReadOnlySet<string> editable, Actor actor) => type switch
    {
        null => null,
        { IsCustomSettings: true } => SaveCustomSettings.MayManage(actor, type.Name) ? $"Admin/Settings/{type.Name}" : null,
        _ when TreeOf(type) is { } tree => actor.Can(tree.Permission) ? $"Admin/{tree.Name}/{one.ItemId}" : null,
        _ => editable.Contains(one.ItemId) ? $"Admin/Contents/ContentItems/{one.ItemId}/Edit#{ControlOf(one.Place)}" : null,
    };

    // As the form of an item names its controls.
    private static string ControlOf(string place) =>
        place == "HtmlBodyPart" ? "body" : Uri.EscapeDataString(place.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal));
}
