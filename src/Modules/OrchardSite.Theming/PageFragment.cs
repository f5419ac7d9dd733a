using OrchardSite.Theming.PageCache;

namespace OrchardSite.Theming;

/// <summary>Renders what many pages share once, and again when something it shows has changed.</summary>
public static class PageFragment
{
    /// <param name="render">Renders the fragment; what it shows is told to the page meanwhile.</param>
    public static async ValueTask<string> GetOrRenderAsync(this PageFragments fragments, PageRendering page, FragmentKey key, Func<ValueTask<string>> render)
    {
        if (page.IsTrial || !page.SharesFragments)
        {
            return await render();
        }

        var tenantId = page.Tenant?.Id ?? 0;
        if (fragments.TryGet(tenantId, key, out var fragment))
        {
            page.Shows(fragment.Tags);
            return fragment.Html;
        }

        var (html, tags) = await page.CaptureAsync(render);
        fragments.Store(tenantId, key, new Fragment(html, tags), (html.Length * 2L) + 300, tags, page.AsOf);
        return html;
    }
}
