using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Display;
using OrchardSite.Data;
using OrchardSite.Directives.Delivery;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Directives;

/// <summary>What other sites have sent to this one and every reader may see, newest first; each is read on its issuer's site. Scoped.</summary>
internal sealed class ReceivedList(SiteDbContext db, CurrentTenant current, PageRenderer renderer, TenantDirectory tenants, SiteAddresses addresses, TenantCache<ContentDefinitions> definitions)
{
    public const string Path = "van-ban-den";

    public IQueryable<DirectiveDelivery> Readable => db.Set<DirectiveDelivery>().AsNoTracking()
        .Where(row => row.Site == current.Name && row.PublicPath != null && row.State != DeliveryState.Recalled);

    public async Task SendAsync(HttpContext context)
    {
        var page = await renderer.BeginAsync(context);
        page.Section = DirectiveList.Path;
        page.Shows(CacheTag.ListOf(DirectiveData.ContentType));
        var total = await Readable.CountAsync(context.RequestAborted);
        if (Pager.Read(page) is not { } pager || !pager.Exists(total))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var rows = await Readable.OrderByDescending(row => row.IssuedOn).ThenBy(row => row.Id).Skip(pager.Skip).Take(pager.Size).ToListAsync(context.RequestAborted);
        var vocabulary = new DirectiveVocabulary(await definitions.GetAsync(page.Tenant!.Id));
        var entries = new List<Shape>();
        foreach (var row in rows)
        {
            if (tenants.Find(row.SourceId) is { } issuer)
            {
                entries.Add(new Shape
                {
                    ["Number"] = row.Number,
                    ["TypeName"] = vocabulary.TypeName(row.DocumentType),
                    ["Subject"] = row.Subject,
                    ["Issuer"] = row.Issuer,
                    ["IssuedOn"] = row.IssuedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    ["Url"] = await addresses.OfAsync(issuer, row.PublicPath!, page),
                });
            }
        }

        await renderer.SendAsync(page, new Shape("ReceivedDirectives") { ["Entries"] = entries.ToArray(), ["Pager"] = pager.Build(total, page.Url(Path)) });
    }
}
