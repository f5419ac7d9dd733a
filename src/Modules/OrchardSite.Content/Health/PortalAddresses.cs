using System.Net.Mail;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using OrchardSite.Content.Fields;
using OrchardSite.Media;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Content.Health;

/// <summary>What an address comes to.</summary>
/// <param name="Problem">Why it leads nowhere, as far as that can be seen in itself.</param>
/// <param name="Targets">One of these must be there; none for what is outside the portal, which nobody asks.</param>
/// <param name="Anchor">The place on the page, decoded; empty where it names none.</param>
/// <param name="IsOwnPage">True for a place on the page that has the link.</param>
internal sealed record ReadAddress(HealthProblem? Problem, IReadOnlyList<LinkTarget> Targets, string Anchor = "", bool IsOwnPage = false);

/// <summary>Reads addresses as a browser would that stands on a page of one site. Nothing is fetched.</summary>
/// <param name="hosts">The names under which the portal is known, with or without a port.</param>
internal sealed partial class PortalAddresses(Tenant site, TenantDirectory tenants, IReadOnlySet<string> hosts)
{
    // Only its path and query are looked at.
    private const string AnyHost = "http://portal.invalid";

    private static readonly ReadAddress Outside = new(null, []);

    /// <param name="pagePath">Address of the item inside the site; null where it has none.</param>
    public ReadAddress Read(string address, LinkUse use, string? pagePath)
    {
        if (use == LinkUse.Item)
        {
            return new ReadAddress(null, [LinkTarget.Item(site.Id, address)]);
        }

        if (use == LinkUse.File)
        {
            return MediaPath.TryRead(address, out var path, out _) ? new ReadAddress(null, [new LinkTarget(site.Id, LinkTarget.MediaStart + path)]) : Wrong(HealthProblem.NoFile);
        }

        var text = address.Trim();
        return text switch
        {
            "" => Wrong(HealthProblem.BadAddress),
            ['#', .. var anchor] => new ReadAddress(null, [], Decoded(anchor), IsOwnPage: true),
            ['~', ..] when use is LinkUse.Text or LinkUse.Picture => Wrong(HealthProblem.HomeSign),
            ['~', ..] => LinkAddress.IsValid(text) ? Inside(AnyHost + text[1..], path => Of(site, path)) : Wrong(HealthProblem.BadAddress),
            ['/' or '\\', '/' or '\\', ..] => Absolute("https:" + text),
            _ when Scheme().Match(text) is { Success: true } scheme => OfScheme(scheme.Groups["name"].Value.ToLowerInvariant(), text),
            _ => Inside(text, OnOwnHost, use == LinkUse.Picture, pagePath ?? ""),
        };
    }

    private ReadAddress OfScheme(string scheme, string text) => scheme switch
    {
        "http" or "https" => Absolute(text),
        "mailto" => MailAddress.TryCreate(Decoded(text["mailto:".Length..].Split('?')[0]).Split(',')[0], out _) ? Outside : Wrong(HealthProblem.BadAddress),
        "tel" => Telephone().IsMatch(Decoded(text["tel:".Length..])) ? Outside : Wrong(HealthProblem.BadAddress),
        _ => Wrong(HealthProblem.BadAddress),
    };

    private ReadAddress Absolute(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || Uri.CheckHostName(uri.IdnHost) == UriHostNameType.Unknown)
        {
            return Wrong(HealthProblem.BadAddress);
        }

        return hosts.Contains(uri.Authority) || hosts.Contains(uri.Host)
            ? Inside(text, path => At(new HostString(uri.Authority), path))
            : Outside;
    }

    private LinkTarget? OnOwnHost(string path) => At(site.Hosts is [var first, ..] ? new HostString(first) : default, path);

    // The prefix of a site is the first part of its addresses, as at the portal's door.
    private LinkTarget? At(HostString host, string path) => tenants.Resolve(host, new PathString(path)) is { } tenant ? Of(tenant, path[Math.Min(tenant.PathBase.Length, path.Length)..]) : null;

    private static LinkTarget Of(Tenant tenant, string path) =>
        path.StartsWith("/" + LinkTarget.MediaStart, StringComparison.Ordinal)
            ? new LinkTarget(tenant.Id, LinkTarget.MediaStart + VietnameseText.ToNfc(path[(LinkTarget.MediaStart.Length + 1)..]))
            : new LinkTarget(tenant.Id, path.Trim('/').ToLowerInvariant());

    private ReadAddress Inside(string text, Func<string, LinkTarget?> find, bool isPicture = false, string pagePath = "")
    {
        // Both steps out of a folder and an address that begins with none are taken from where the page is.
        if (!Uri.TryCreate(new Uri($"{AnyHost}{site.PathBase}/{pagePath}"), text, out var uri))
        {
            return Wrong(HealthProblem.BadAddress);
        }

        var path = Decoded(uri.AbsolutePath);
        var anchor = Decoded(uri.Fragment.TrimStart('#'));
        var targets = new List<LinkTarget>();
        // The pictures of a text are looked for in the site's own library first, wherever the site was when they were put there.
        if (isPicture && path.IndexOf("/" + LinkTarget.MediaStart, StringComparison.Ordinal) is >= 0 and var media)
        {
            targets.Add(Of(site, path[media..]));
        }

        if (find(path) is { } target && !targets.Contains(target))
        {
            targets.Add(target);
        }

        return targets.Count == 0 ? Wrong(HealthProblem.NoPage) : new ReadAddress(null, targets, anchor);
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text);

    private static ReadAddress Wrong(HealthProblem problem) => new(problem, []);

    [GeneratedRegex(@"^(?<name>[a-z][a-z0-9+.-]*):", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^\+?[0-9][0-9 ().-]{1,30}(?:;.*)?\z")]
    private static partial Regex Telephone();
}

/// <summary>Knows the names of the portal's hosts.</summary>
internal sealed class PortalHosts(TenantDirectory tenants, TenantCache<SiteSettings> settings)
{
    /// <returns>How a site's own addresses are read.</returns>
    public async ValueTask<PortalAddresses> OfAsync(Tenant site)
    {
        var hosts = tenants.All.SelectMany(tenant => tenant.Hosts).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // The sites without a host of their own are at that of the first one.
        foreach (var tenant in new[] { site, tenants.Find(TenantNames.DefaultTenant) }.OfType<Tenant>())
        {
            if (Uri.TryCreate((await settings.GetAsync(tenant.Id)).BaseUrl, UriKind.Absolute, out var address))
            {
                hosts.Add(address.Authority);
            }
        }

        return new PortalAddresses(site, tenants, hosts);
    }
}
