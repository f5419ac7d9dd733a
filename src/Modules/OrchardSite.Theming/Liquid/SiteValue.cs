using System.Text.Json;
using Fluid;
using Fluid.Values;

namespace OrchardSite.Theming.Liquid;

/// <summary>The site in templates: <c>Site.SiteName</c>, <c>Site.Properties.SiteIdentity.SiteIdentity.Slogan.Text</c>.</summary>
internal sealed class SiteValue(PageRendering page) : NamedValue
{
    protected override FluidValue Member(string name, TemplateContext context) => name switch
    {
        "SiteName" => StringValue.Create(page.Settings.SiteName),
        "BaseUrl" => StringValue.Create(page.Origin + page.PathBase),
        "Culture" => StringValue.Create(page.Settings.Culture),
        "TimeZoneId" => StringValue.Create(page.Settings.TimeZoneId),
        "PageSize" => NumberValue.Create(page.Settings.PageSize),
        "Features" => new ArrayValue((page.Tenant?.Features ?? []).Select(feature => (FluidValue)StringValue.Create(feature)).ToArray()),
        "Properties" => new PropertiesValue(page.Settings.Custom),
        _ => NilValue.Instance,
    };

    private sealed class PropertiesValue(IReadOnlyDictionary<string, JsonElement> custom) : NamedValue
    {
        protected override FluidValue Member(string name, TemplateContext context) =>
            custom.TryGetValue(name, out var item) ? JsonValue.Of(item) : NilValue.Instance;
    }
}

/// <summary>The request in templates: <c>Request.Path</c>.</summary>
internal sealed class RequestValue(PageRendering page) : NamedValue
{
    protected override FluidValue Member(string name, TemplateContext context) => name switch
    {
        "Path" => StringValue.Create(page.Path),
        "PathBase" => StringValue.Create(page.PathBase),
        "QueryString" => StringValue.Create(page.Http.Request.QueryString.Value ?? ""),
        "Host" => StringValue.Create(page.Http.Request.Host.Value ?? ""),
        "Scheme" => StringValue.Create(page.Http.Request.Scheme),
        _ => NilValue.Instance,
    };
}
