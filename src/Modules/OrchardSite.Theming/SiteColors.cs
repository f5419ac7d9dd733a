using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OrchardSite.Tenants;

namespace OrchardSite.Theming;

/// <summary>A tenant's colours as a style sheet of their own: the shared ones stay the same for all tenants.</summary>
internal static class SiteColors
{
    public const string Path = ThemeFiles.PathStart + "/colors.css";

    private const string DefaultPrimary = "#0b4f8a";
    private const string DefaultAccent = "#b8322a";

    public static async Task SendAsync(HttpContext context, TenantCache<SiteSettings> settings)
    {
        var site = await settings.GetAsync(context.Tenant().Id);
        var primary = Color(site, "PrimaryColor", DefaultPrimary);
        var accent = Color(site, "AccentColor", DefaultAccent);
        var css = $":root{{--site-primary:{primary};--site-on-primary:{SiteColor.ReadableOn(primary)};--site-accent:{accent};--site-on-accent:{SiteColor.ReadableOn(accent)}}}";
        await PageResponse.SendAsync(context, Encoding.UTF8.GetBytes(css), "text/css; charset=utf-8", new HashSet<string>());
    }

    // Only a colour gets into the style sheet, whatever the settings say.
    private static string Color(SiteSettings site, string field, string otherwise) =>
        site.Custom.TryGetValue("SiteIdentity", out var item)
        && item.TryGetProperty("SiteIdentity", out var part)
        && part.TryGetProperty(field, out var value)
        && value.TryGetProperty("Text", out var text)
        && text.ValueKind == JsonValueKind.String
        && SiteColor.IsColor(text.GetString())
            ? text.GetString()!
            : otherwise;
}
