using System.Globalization;
using Microsoft.AspNetCore.Http;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming.PageCache;
using OrchardSite.Theming.Templates;

namespace OrchardSite.Theming;

/// <summary>A page while it is being rendered: whose it is, what it has shown so far, and what waits for the layout.</summary>
public sealed class PageRendering(HttpContext http, Tenant? tenant, SiteSettings settings, CultureInfo culture, DateTime now, long asOf)
{
    private HashSet<string> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _zones = new(StringComparer.Ordinal);

    public HttpContext Http { get; } = http;

    /// <summary>Null for a page that belongs to no tenant, such as an unknown host's.</summary>
    public Tenant? Tenant { get; } = tenant;

    public SiteSettings Settings { get; } = settings;

    public CultureInfo Culture { get; } = culture;

    /// <summary>UTC; one moment for the whole page.</summary>
    public DateTime Now { get; } = now;

    /// <summary>The day that it is now for the site's readers.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Now, Settings.TimeZone));

    /// <summary>UTC: when that day is over.</summary>
    public DateTime EndOfToday => TimeZoneInfo.ConvertTimeToUtc(Today.AddDays(1).ToDateTime(TimeOnly.MinValue), Settings.TimeZone);

    /// <summary>The change feed's position before anything was read for this page.</summary>
    public long AsOf { get; } = asOf;

    public PageHead Head { get; private set; } = new();

    public string Body { get; set; } = "";

    /// <summary>True on the page at the root of the site; layer rules ask for it.</summary>
    public bool IsHomepage { get; set; }

    /// <summary>Type of the item that the page is about; null where it is about none, such as a list. Layer rules ask for it.</summary>
    public string? ContentType { get; set; }

    /// <summary>True for what is meant for who asks for it alone, such as a preview: kept nowhere and in no search engine.</summary>
    public bool IsPrivate { get; set; }

    /// <summary>True for a page with a template that is not in use yet: it is kept nowhere, and no part of it is shared with other pages.</summary>
    public bool IsTrial { get; set; }

    /// <summary>What the site shows in the place of the theme's templates.</summary>
    public SiteTemplates Templates { get; set; } = SiteTemplates.None;

    /// <summary>The innermost of them that failed; null where none has.</summary>
    public SiteTemplate? FailedTemplate { get; set; }

    /// <summary>False for a page that shows what others do not see: it takes no part that others have rendered, and leaves none.</summary>
    public bool SharesFragments { get; set; } = true;

    /// <summary>Address of the section that the page belongs to, without a slash at the start; menus light it up.</summary>
    public string? Section { get; set; }

    /// <summary>What the page shows: see <see cref="CacheTag"/>.</summary>
    public IReadOnlySet<string> Tags => _tags;

    public string PathBase => Tenant?.PathBase ?? "";

    public string Path => Http.Request.Path.Value ?? "/";

    /// <summary>Scheme and host, without a slash at the end.</summary>
    public string Origin { get; } = settings.BaseUrl.Length > 0
        ? new Uri(settings.BaseUrl).GetLeftPart(UriPartial.Authority)
        : $"{http.Request.Scheme}://{http.Request.Host.Value}";

    /// <summary>Says that the page shows this, so that a change of it evicts the page.</summary>
    public void Shows(string tag) => _tags.Add(tag);

    public void Shows(IEnumerable<string> tags) => _tags.UnionWith(tags);

    /// <summary>Says which query chooses what the page shows, written as the site's own links write it: under that one alone it is cached.</summary>
    /// <param name="query">With its question mark, or empty.</param>
    public void ChosenBy(string query)
    {
        if (Http.Features.Get<PageSlot>() is { } slot)
        {
            slot.Query = query;
        }
    }

    /// <summary>Says that from this moment on the page looks different though nothing is changed, as at the end of a day: it is kept until then at most.</summary>
    public void ChangesAt(DateTime utc)
    {
        if (Http.Features.Get<PageSlot>() is { } slot && !(slot.Until < utc))
        {
            slot.Until = utc;
        }
    }

    /// <summary>Renders something and tells, apart from the rest of the page, what it shows.</summary>
    public async ValueTask<(string Html, IReadOnlySet<string> Tags)> CaptureAsync(Func<ValueTask<string>> render)
    {
        var outer = _tags;
        var inner = _tags = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            return (await render(), inner);
        }
        finally
        {
            outer.UnionWith(inner);
            _tags = outer;
        }
    }

    /// <summary>Begins anew with the theme's templates alone.</summary>
    /// <param name="head">As it was before the first rendering.</param>
    internal void StartAgain(PageHead head)
    {
        Templates = SiteTemplates.None;
        Head = head;
        Body = "";
        _zones.Clear();
    }

    public void AddToZone(string zone, string html)
    {
        if (!_zones.TryGetValue(zone, out var contents))
        {
            _zones.Add(zone, contents = []);
        }

        contents.Add(html);
    }

    public IReadOnlyList<string> Zone(string zone) => _zones.TryGetValue(zone, out var contents) ? contents : [];

    /// <summary>An address inside the site, with the tenant's prefix: <c>~/van-ban</c> or <c>van-ban</c>.</summary>
    public string Url(string path)
    {
        if (path.StartsWith("~/", StringComparison.Ordinal))
        {
            path = path[2..];
        }
        else if (path.StartsWith('/'))
        {
            path = path[1..];
        }

        return $"{PathBase}/{path}";
    }
}

/// <summary>What the body of a page adds to the head and the end of the document.</summary>
public sealed class PageHead
{
    /// <summary>True once the layout is being rendered.</summary>
    public bool IsOpen { get; set; }

    public List<string> TitleSegments { get; } = [];

    public List<string> Meta { get; } = [];

    public List<string> Links { get; } = [];

    public List<string> StyleSheets { get; } = [];

    public List<string> HeadScripts { get; } = [];

    public List<string> FootScripts { get; } = [];

    internal PageHead Copy()
    {
        var copy = new PageHead { IsOpen = IsOpen };
        copy.TitleSegments.AddRange(TitleSegments);
        copy.Meta.AddRange(Meta);
        copy.Links.AddRange(Links);
        copy.StyleSheets.AddRange(StyleSheets);
        copy.HeadScripts.AddRange(HeadScripts);
        copy.FootScripts.AddRange(FootScripts);
        return copy;
    }
}
