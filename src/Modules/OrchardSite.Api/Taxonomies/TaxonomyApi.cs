using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;

namespace OrchardSite.Api;

[Description("A taxonomy that readers see, with its terms. It is changed like other content, by its id.")]
internal sealed record TaxonomyJson(
    [property: Description("The id of its content item.")] string Id,
    [property: Description("A name by which templates find it; that of the site's sections is categories.")] string? Alias,
    string Title,
    IReadOnlyList<TermJson> Terms);

internal sealed record TermJson(
    [property: Description("What fields of content name in TermContentItemIds.")] string Id,
    string ContentType,
    string Title,
    [property: Description("Of its page, inside the site; empty where it has none.")] string Path,
    IReadOnlyList<TermJson> Children)
{
    public static TermJson Of(Term term) => new(term.Id, term.ContentType, term.DisplayText, term.Path, [.. term.Children.Select(Of)]);
}

/// <summary>Taxonomies with their terms, which every reader sees. Scoped.</summary>
internal sealed class TaxonomyApi(SiteDbContext db, TermStore terms, IStringLocalizer localizer)
{
    public async Task<IResult> ListAsync(HttpContext context) => ApiAnswer.Read(context, await ReadAsync(null, context.RequestAborted));

    public async Task<IResult> GetAsync(HttpContext context, string id) => await ReadAsync(id, context.RequestAborted) is [var taxonomy]
        ? ApiAnswer.Read(context, taxonomy)
        : ApiAnswer.Refused(RefusalKind.NotFound, localizer["There is no such taxonomy."]);

    private async Task<IReadOnlyList<TaxonomyJson>> ReadAsync(string? id, CancellationToken cancellationToken)
    {
        var rootsOf = (await terms.GetAsync()).All.Where(term => term.Parent is null).ToLookup(term => term.TaxonomyId);
        var rows = await db.Set<ContentItem>().AsNoTracking()
            .Where(row => row.ContentType == "Taxonomy" && row.IsPublic && row.DeletedUtc == null && (id == null || row.Id == id))
            .OrderBy(row => row.DisplayText).ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.Alias, row.DisplayText })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new TaxonomyJson(row.Id, row.Alias, row.DisplayText, [.. rootsOf[row.Id].Select(TermJson.Of)]));
    }
}
