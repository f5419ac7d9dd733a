using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Content.Pages;

/// <summary>What a site has, for people as a page and for search engines as XML. Scoped.</summary>
internal sealed class SiteMapPages(
    PageRenderer renderer, SiteDbContext db, TenantCache<TermTree> terms, TenantCache<ContentDefinitions> definitions, TenantDirectory tenants)
{
    // The protocol allows 50,000 in one file; the rest of the first one is for the sections.
    private const int MostAddresses = 49_000;
    private const int MostPages = 500;
    private const string XmlType = "application/xml; charset=utf-8";
    private const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly XmlWriterSettings XmlSettings = new() { Encoding = new UTF8Encoding(false), Async = false };

    public async Task PageAsync(HttpContext context)
    {
        var page = await renderer.BeginAsync(context);
        var types = (await definitions.GetAsync(page.Tenant!.Id)).Types.Where(type => type.IsOnSiteMapPage).Select(type => type.Name).ToArray();
        foreach (var type in types)
        {
            page.Shows(CacheTag.ListOf(type));
        }

        var pages = await Addresses().Where(item => types.Contains(item.ContentType)).OrderBy(item => item.DisplayText).Take(MostPages).ToListAsync(context.RequestAborted);
        await renderer.SendAsync(page, new Shape("SiteMap")
        {
            ["Categories"] = (await terms.GetAsync(page.Tenant.Id)).Categories,
            ["Pages"] = pages.ConvertAll(item => new ContentView(item)),
        });
    }

    /// <summary>All addresses, or an index of files when they are too many for one.</summary>
    public async Task XmlAsync(HttpContext context)
    {
        var page = await BeginXmlAsync(context);
        var count = await Addresses().CountAsync(context.RequestAborted);
        await (count <= MostAddresses
            ? SendPartAsync(page, 1)
            : SendAsync(page, "sitemapindex", Enumerable.Range(1, (count + MostAddresses - 1) / MostAddresses).Select(number => ($"sitemap-{number}.xml", (DateTime?)null)), "sitemap"));
    }

    public async Task XmlPartAsync(HttpContext context, int number)
    {
        await SendPartAsync(await BeginXmlAsync(context), number);
    }

    /// <summary>Names the site maps of every site of this host: search engines read the file at the root alone.</summary>
    public async Task RobotsAsync(HttpContext context)
    {
        var page = await renderer.BeginAsync(context);
        var text = new StringBuilder("User-agent: *\nDisallow: /admin\nDisallow: /account\nDisallow: /sign-in\n\n");
        var host = context.Request.Host;
        var sites = tenants.All
            .Where(tenant => page.PathBase.Length == 0 ? IsHere(tenant, host) : tenant == page.Tenant)
            .OrderBy(tenant => tenant.Prefix, StringComparer.Ordinal);
        foreach (var tenant in sites)
        {
            text.Append(CultureInfo.InvariantCulture, $"Sitemap: {page.Origin}{tenant.PathBase}/sitemap.xml\n");
        }

        context.Response.Headers.CacheControl = "public, max-age=3600";
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(text.ToString(), context.RequestAborted);
    }

    private static bool IsHere(Tenant tenant, HostString host) =>
        tenant.State == TenantState.Running && (tenant.Hosts.Count == 0 || tenant.Hosts.Contains(host.Value) || tenant.Hosts.Contains(host.Host));

    private IQueryable<ContentItem> Addresses() => db.Set<ContentItem>().AsNoTracking().Where(item => item.IsPublic && item.Path != null);

    private async Task<PageRendering> BeginXmlAsync(HttpContext context)
    {
        var page = await renderer.BeginAsync(context);
        foreach (var type in (await definitions.GetAsync(page.Tenant!.Id)).Types.Where(type => type.RoutePattern is not null))
        {
            page.Shows(CacheTag.ListOf(type.Name));
        }

        return page;
    }

    private async Task SendPartAsync(PageRendering page, int number)
    {
        var addresses = number is < 1 or > 1000 ? [] : await ReadAsync(number - 1, page.Http.RequestAborted);
        if (number == 1)
        {
            var sections = (await terms.GetAsync(page.Tenant!.Id)).All.Where(term => term.Path.Length > 0);
            addresses = [("", null), .. sections.Select(term => (term.Path, (DateTime?)null)), .. addresses];
        }

        if (addresses.Count == 0)
        {
            page.Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await SendAsync(page, "urlset", addresses, "url");
    }

    private async Task<List<(string Path, DateTime? Modified)>> ReadAsync(int part, CancellationToken cancellationToken)
    {
        var rows = await Addresses().OrderBy(item => item.Id).Skip(part * MostAddresses).Take(MostAddresses)
            .Select(item => new { item.Path, item.ModifiedUtc }).ToListAsync(cancellationToken);
        return rows.ConvertAll<(string, DateTime?)>(row => (row.Path!, row.ModifiedUtc));
    }

    private static async Task SendAsync(PageRendering page, string root, IEnumerable<(string Path, DateTime? Modified)> addresses, string element)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, XmlSettings))
        {
            xml.WriteStartElement(root, Schema);
            foreach (var (path, modified) in addresses)
            {
                xml.WriteStartElement(element);
                xml.WriteElementString("loc", page.Origin + page.Url(path));
                if (modified is { } time)
                {
                    xml.WriteElementString("lastmod", time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
                }

                xml.WriteEndElement();
            }
        }

        await PageResponse.SendAsync(page.Http, stream.ToArray(), XmlType, page.Tags);
    }
}
