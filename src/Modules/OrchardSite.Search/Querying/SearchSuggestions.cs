using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Search.Analysis;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Search.Querying;

/// <param name="Text">What the reader sees.</param>
/// <param name="Kind">What it is: a category, a kind of content.</param>
public sealed record SearchSuggestion(string Text, string Kind, string Url);

/// <summary>What a reader may be about to type: sections of the site, and titles and numbers of what is published. Scoped.</summary>
internal sealed class SearchSuggestions(
    PageRenderer renderer, SearchSite site, ContentSearch search, SearchResults results,
    TenantCache<TermTree> terms, TenantCache<Content.Definitions.ContentDefinitions> definitions, IStringLocalizer localizer)
{
    public const string Path = SearchPage.Path + "/goi-y";

    private const int ShortestText = 2;
    private const int MostSections = 2;
    private const int Most = 8;

    public async Task SendAsync(HttpContext context)
    {
        var page = await renderer.BeginAsync(context);
        context.Response.Headers.CacheControl = "no-store";
        var query = SearchQuery.Read(context.Request.Query["q"]);
        IReadOnlyList<SearchSuggestion> found = query.IsEmpty || query.Text.Length < ShortestText ? [] : await FindAsync(query, page);
        await context.Response.WriteAsJsonAsync(found, context.RequestAborted);
    }

    private async Task<IReadOnlyList<SearchSuggestion>> FindAsync(SearchQuery query, PageRendering page)
    {
        var tenantId = page.Tenant!.Id;
        var suggestions = (await terms.GetAsync(tenantId)).Categories.SelectMany(root => root.Subtree())
            .Where(term => term.Path.Length > 0 && BeginsWith(term.DisplayText, query))
            .Take(MostSections)
            .Select(term => new SearchSuggestion(term.DisplayText, localizer["Category"], page.Url(term.Path)))
            .ToList();
        var own = await site.PrepareAsync(tenantId, await site.IsOverAllUnitsAsync(tenantId), _ => null);
        var hits = search.Find(Ranking.Begun(query), own.Scope, SearchOrder.Best, 0, Most - suggestions.Count);
        var types = await definitions.GetAsync(tenantId);
        foreach (var found in await results.ReadAsync(hits?.Hits ?? [], page.Http.RequestAborted))
        {
            suggestions.Add(new SearchSuggestion(
                found.Item.DisplayText,
                types.Find(found.Item.ContentType)?.DisplayName ?? found.Item.ContentType,
                await results.AddressOfAsync(found, page)));
        }

        return suggestions;
    }

    // Each typed syllable begins one of the name's, in any order.
    private static bool BeginsWith(string name, SearchQuery query)
    {
        var syllables = Syllables.Of(name).Select(syllable => syllable.Folded).ToArray();
        return query.Syllables.All(typed => Array.Exists(syllables, syllable => syllable.StartsWith(typed.Folded, StringComparison.Ordinal)));
    }
}
