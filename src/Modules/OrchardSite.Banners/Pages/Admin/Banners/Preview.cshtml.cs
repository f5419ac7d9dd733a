using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin;
using OrchardSite.Banners.Previewing;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Previewing;

namespace OrchardSite.Banners.Pages.Admin;

/// <summary>The home page with a banner in its place as it is saved, before readers see it, at a time that the person chooses.</summary>
public sealed class PreviewModel(ContentEditions editions, HomePreview home, ContentRights rights, TimeProvider time) : AdminPage
{
    /// <summary>The time at which the page is looked at, in the site's time zone, such as <c>2026-12-01T08:00</c>; null: when the banner is shown first, from now on.</summary>
    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    public SiteBanner Banner { get; private set; } = null!;

    public DateTime AtUtc { get; private set; }

    public string AtTyped => LocalTimes.ToForm(AtUtc, Site.TimeZone);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ?? Page();

    /// <summary>The home page itself.</summary>
    public async Task<IActionResult> OnGetHomeAsync(string id, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is { } other)
        {
            return other;
        }

        HttpContext.Features.Set(new PreviewedBanner(Banner));
        await home.SendAsync(HttpContext, AtUtc);
        return new EmptyResult();
    }

    private async Task<IActionResult?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (await editions.NewestAsync(id, cancellationToken) is not { Item: { ContentType: SiteBanner.ContentType, DeletedUtc: null } } edition)
        {
            return NotFound();
        }

        if (!await rights.MayOpenAsync(Actor, edition.Item, cancellationToken))
        {
            return Forbidden(ContentPermissions.ListContent.Description);
        }

        Banner = SiteBanner.Of(edition.AsPublished());
        var now = time.GetUtcNow().UtcDateTime;
        if ((At is null ? (Banner.StartUtc > now ? Banner.StartUtc.Value : now) : LocalTimes.ToUtc(At, Site.TimeZone)) is not { } at)
        {
            return NotFound();
        }

        // What readers saw in the past is not known any more; the minute that has just begun is no past.
        AtUtc = at < now ? now : at;
        return null;
    }
}
