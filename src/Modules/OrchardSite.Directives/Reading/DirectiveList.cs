using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Content.Feeds;
using OrchardSite.Data;
using OrchardSite.Directives.Export;
using OrchardSite.Text;
using OrchardSite.Theming;

namespace OrchardSite.Directives;

/// <summary>The document database: all public directives by whatever readers choose, as a page, a feed and a table. Scoped.</summary>
internal sealed class DirectiveList(PageRenderer renderer, DirectiveChoices choices, ContentReader content, ReceivedList received, IStringLocalizer localizer)
{
    public const string Path = "van-ban";
    public const string FeedPath = Path + "/rss.xml";
    public const string CsvPath = Path + "/danh-sach.csv";
    public const string XlsxPath = Path + "/danh-sach.xlsx";

    private const int MostInFeed = 30;

    public async Task SendAsync(HttpContext context)
    {
        var (page, filter) = await BeginAsync(context);
        page.Section = Path;
        if (filter is null || Pager.Read(page, filter.Query) is not { } pager || !pager.Exists(filter.Found.Count))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Whatever anybody types is no page to keep.
        page.IsPrivate = filter.Words.Length > 0;
        var address = page.Url(Path);
        var shown = filter.Found.Skip(pager.Skip).Take(pager.Size).Select(entry => entry.ItemId).ToArray();
        var items = (await content.FindManyAsync(shown)).ToDictionary(item => item.Id, StringComparer.Ordinal);
        await renderer.SendAsync(page, new Shape("DirectiveList")
        {
            ["ContentItems"] = shown.Where(items.ContainsKey).Select(id => items[id]).ToArray(),
            ["Facets"] = filter.Facets(address).ToArray(),
            ["Orders"] = filter.Orders(address, localizer).ToArray(),
            ["Query"] = filter.Words,
            ["Hidden"] = filter.Hidden.ToArray(),
            ["IsNarrowed"] = filter.IsNarrowed,
            ["Pager"] = pager.Build(filter.Found.Count, address + filter.Query),
            ["ClearUrl"] = address,
            ["CsvUrl"] = page.Url(CsvPath) + filter.Query,
            ["XlsxUrl"] = page.Url(XlsxPath) + filter.Query,
            ["FeedUrl"] = page.Url(FeedPath) + filter.Query,
            ["Received"] = await received.Readable.CountAsync(context.RequestAborted),
        });
    }

    /// <summary>The newest of what was chosen as RSS.</summary>
    public async Task SendFeedAsync(HttpContext context)
    {
        var (page, filter) = await BeginAsync(context);
        if (filter is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        page.ChosenBy(filter.Query);
        page.IsPrivate = filter.Words.Length > 0;
        var ids = filter.Found.OrderByDescending(entry => entry.IssuedOn).Take(MostInFeed).Select(entry => entry.ItemId).ToArray();
        var items = (await content.FindManyAsync(ids)).ToDictionary(item => item.Id, StringComparer.Ordinal);
        var name = localizer["Directives"].Value;
        var channel = new FeedChannel($"{name} - {page.Settings.SiteName}", name, Path + filter.Query, FeedPath + filter.Query);
        await FeedWriter.SendAsync(page, channel, [.. ids.Where(items.ContainsKey).Select(id => EntryOf(items[id]))]);
    }

    /// <summary>All of what was chosen as a table.</summary>
    public async Task SendTableAsync(HttpContext context, bool isXlsx)
    {
        var (page, filter) = await BeginAsync(context);
        if (filter is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var facets = (await FacetsAsync(page)).ToDictionary(facet => facet.Key, StringComparer.Ordinal);
        var table = new TableFile([localizer["Number"], localizer["Type of document"], localizer["Issued on"], localizer["Issuer"], localizer["Subject"], localizer["Signed by"], localizer["Validity"], localizer["Address"]]);
        foreach (var entry in filter.Found)
        {
            table.AddLine(
                entry.Number,
                NameOf("type", entry),
                entry.IssuedOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
                entry.Issuer,
                entry.Subject,
                entry.Signer ?? "",
                NameOf("validity", entry),
                entry.Path is { } path ? page.Origin + page.Url(path) : "");
        }

        page.ChosenBy(filter.Query);
        await PageResponse.SendAsync(context, isXlsx ? table.ToXlsx(localizer["Directives"]) : table.ToCsv(), isXlsx ? TableFile.XlsxType : CsvText.ContentType, page.Tags, isPrivate: filter.Words.Length > 0);

        string NameOf(string facet, CatalogEntry entry) => facets[facet].NameOf(facets[facet].ValuesOf(entry).First());
    }

    private async Task<(PageRendering Page, DirectiveFilter? Filter)> BeginAsync(HttpContext context)
    {
        var page = await renderer.BeginAsync(context);
        page.Shows(CacheTag.ListOf(DirectiveData.ContentType));
        return (page, DirectiveFilter.Read(context.Request.Query, await FacetsAsync(page), await choices.CatalogAsync(page.Tenant!.Id)));
    }

    private Task<IReadOnlyList<DirectiveFacet>> FacetsAsync(PageRendering page) =>
        choices.FacetsAsync(page.Tenant!.Id, page.Today);

    private static FeedEntry EntryOf(ContentView item) => new(item.Id, item.DisplayText, item.Path, item.Text(DirectiveData.ContentType, "Subject"), item.PublishedUtc, item.ModifiedUtc, Category: null);
}
