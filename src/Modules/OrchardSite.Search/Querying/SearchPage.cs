using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Display;
using OrchardSite.Search.Facets;
using OrchardSite.Search.Insight;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Search.Querying;

/// <summary>The page on which readers search a site, or all units. Scoped.</summary>
internal sealed class SearchPage(
    PageRenderer renderer, SearchSite site, ContentSearch search, SearchResults results, Spelling spelling, SearchCounter counter,
    TenantCache<ContentDefinitions> definitions, TenantCache<SiteSettings> settings, TimeProvider time, IStringLocalizer localizer)
{
    public const string Path = "tim-kiem";

    private const int MostNear = 5;

    public async Task SendAsync(HttpContext context)
    {
        var page = await renderer.BeginAsync(context);
        // There are as many of these pages as there are questions: none is kept, and no search engine needs them.
        page.IsPrivate = true;
        var isOverAll = await site.IsOverAllUnitsAsync(page.Tenant!.Id);
        var asked = SearchAddress.Read(context.Request.Query, isOverAll);
        if (Pager.Read(page) is not { } pager)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var own = await site.PrepareAsync(page.Tenant.Id, asked.CrossesSites, asked.Chosen);
        asked = asked.Among(own.Facets.Select(facet => facet.Name));
        var found = asked.Query.IsEmpty || pager.Skip >= ContentSearch.MostHits
            ? new SearchHits([], 0)
            : search.Find(Ranking.Of(asked.Query, own.Synonyms), own.Scope, asked.Order, pager.Skip, pager.Size, own.Facets);
        var hits = found ?? new SearchHits([], 0);
        if (!pager.Exists(Math.Min(hits.Total, ContentSearch.MostHits)))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var address = page.Url(Path);
        var shown = await results.ReadAsync(hits.Hits, context.RequestAborted);
        // What was taken down since the index was written counts no more.
        var total = hits.Total - (hits.Hits.Count - shown.Count);
        var shape = new Shape("Search")
        {
            ["Query"] = asked.Query.Text,
            ["IsSearch"] = !asked.Query.IsEmpty,
            ["IsReady"] = found is not null,
            ["IsExact"] = asked.Query.IsExact,
            ["LongestQuery"] = SearchQuery.LongestText,
            ["Total"] = total,
            ["Results"] = await ShapesAsync(shown, asked, own, page),
            ["Facets"] = own.Facets.Select(facet => FacetShape(facet, asked, address)).Where(facet => facet is not null).ToArray(),
            ["Hidden"] = asked.Hidden().Select(pair => new Shape { ["Name"] = pair.Key, ["Value"] = pair.Value }).ToArray(),
            ["IsNarrowed"] = asked.IsNarrowed,
            ["AllUrl"] = address + asked.WithoutChoices(),
            ["Orders"] = Choices(asked, address),
            ["Sites"] = SiteChoices(asked, address),
            ["CrossesSites"] = asked.CrossesSites,
            ["Pager"] = pager.Build(Math.Min(total, ContentSearch.MostHits), address + asked.ToQuery()),
        };
        if (found is not null && pager.Skip == 0 && !asked.Query.IsEmpty && !asked.IsNarrowed && HttpMethods.IsGet(context.Request.Method))
        {
            var zone = (await settings.GetAsync(page.Tenant.Id)).TimeZone;
            counter.Count(page.Tenant.Id, time.TodayIn(zone), asked.Query, isInVain: total == 0);
        }

        if (found is not null && total == 0 && !asked.Query.IsEmpty && !asked.IsNarrowed)
        {
            await AddAdviceAsync(shape, asked, own, address, page);
        }

        await renderer.SendAsync(page, shape);
    }

    private async Task AddAdviceAsync(Shape shape, SearchAddress asked, SiteSearch own, string address, PageRendering page)
    {
        if (spelling.Correct(asked.Query, own.Scope) is { } correction
            && await results.ReadAsync([correction.Best], page.Http.RequestAborted) is [var best])
        {
            var query = correction.Query;
            var text = $"{best.Item.DisplayText}\n{best.Text}";
            foreach (var syllable in query.Syllables.Where(syllable => correction.Changed.Contains(syllable.Folded)).OrderByDescending(syllable => syllable.Start))
            {
                query = query.With(syllable, Spelling.WrittenIn(text, syllable.Folded, query) ?? syllable.Folded);
            }

            shape["DidYouMean"] = new Shape { ["Text"] = query.Text, ["Url"] = address + asked.With(query).ToQuery() };
            return;
        }

        var near = search.FindNear(asked.Query, own.Scope, MostNear);
        shape["Near"] = await ShapesAsync(await results.ReadAsync(near?.Hits ?? [], page.Http.RequestAborted), asked, own, page);
    }

    private async Task<IReadOnlyList<Shape>> ShapesAsync(IReadOnlyList<FoundContent> shown, SearchAddress asked, SiteSearch own, PageRendering page)
    {
        var wanted = own.Synonyms.Expand(asked.Query)
            .SelectMany(element => element.Alternatives.Append(element.Syllables)).SelectMany(syllables => syllables)
            .Select(syllable => syllable.Folded).ToHashSet(StringComparer.Ordinal);
        var types = await definitions.GetAsync(page.Tenant!.Id);
        var shapes = new List<Shape>();
        foreach (var found in shown)
        {
            var snippet = Snippet.Of(found.Text, wanted);
            // What neither the title nor the text has was found in a file.
            var isInFile = !Snippet.HasMarks(snippet) && !Snippet.HasMarks(Snippet.Mark(found.Item.DisplayText, wanted));
            if (isInFile)
            {
                snippet = Snippet.Of((await results.FileTextAsync(found, page.Http.RequestAborted)).ReplaceLineEndings(" "), wanted);
            }

            shapes.Add(new Shape
            {
                ["ContentItem"] = new ContentView(found.Item),
                ["IsInFile"] = isInFile,
                ["Url"] = await results.AddressOfAsync(found, page),
                ["Title"] = Snippet.Mark(found.Item.DisplayText, wanted),
                ["Snippet"] = snippet,
                ["TypeName"] = types.Find(found.Item.ContentType)?.DisplayName ?? found.Item.ContentType,
                ["Unit"] = own.CrossesSites ? (await settings.GetAsync(found.Tenant.Id)).NameOf(found.Tenant) : null,
            });
        }

        return shapes;
    }

    private static Shape? FacetShape(FacetCounter facet, SearchAddress asked, string address)
    {
        const int mostValues = 12;
        var counts = facet.Counts.ToList();
        if (facet.Chosen is { } chosen && !counts.Exists(pair => pair.Value == chosen))
        {
            counts.Add((chosen, 0));
        }

        // One value that everything has narrows nothing.
        if (counts.Count < 2 && facet.Chosen is null)
        {
            return null;
        }

        var rank = facet.Reading.Rank;
        var values = counts
            .OrderBy(pair => rank is null ? -pair.Count : rank(pair.Value)).ThenBy(pair => facet.Reading.NameOf(pair.Value), StringComparer.CurrentCulture)
            .Take(mostValues)
            .Select(pair => new Shape
            {
                ["Text"] = facet.Reading.NameOf(pair.Value),
                ["Count"] = pair.Count,
                ["IsCurrent"] = pair.Value == facet.Chosen,
                ["Url"] = address + asked.Choose(facet.Name, pair.Value == facet.Chosen ? null : pair.Value).ToQuery(),
            });
        return new Shape { ["Name"] = facet.Name, ["Title"] = facet.Reading.Title, ["Values"] = values.ToArray() };
    }

    private Shape[] Choices(SearchAddress asked, string address) =>
    [
        Choice(localizer["Best match"], address + asked.In(SearchOrder.Best).ToQuery(), asked.Order == SearchOrder.Best),
        Choice(localizer["Newest"], address + asked.In(SearchOrder.Newest).ToQuery(), asked.Order == SearchOrder.Newest),
    ];

    private Shape[] SiteChoices(SearchAddress asked, string address) =>
    [
        Choice(localizer["This site"], address + asked.Over(allUnits: false).ToQuery(), !asked.CrossesSites),
        Choice(localizer["All units"], address + asked.Over(allUnits: true).ToQuery(), asked.CrossesSites),
    ];

    private static Shape Choice(string text, string url, bool isCurrent) => new() { ["Text"] = text, ["Url"] = url, ["IsCurrent"] = isCurrent };
}
