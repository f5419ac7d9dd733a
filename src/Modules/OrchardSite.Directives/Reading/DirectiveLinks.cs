using System.Text.RegularExpressions;
using Fluid;
using Fluid.Values;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Directives;

/// <summary>
/// <c>html | link_directives</c>: numbers of documents in a cleaned text, such as <c>Công văn số 138-CV/ĐUK</c>, become links when
/// the site has that one document. The stored text stays as it was written.
/// </summary>
internal sealed partial class DirectiveLinks(TenantCache<DirectiveCatalog> catalogs) : ILiquidSetup
{
    public void SetUp(OrchardParser parser, TemplateOptions options) => options.Filters.AddFilter("link_directives", Apply);

    private ValueTask<FluidValue> Apply(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var html = input.ToStringValue();
        return NumberPattern().IsMatch(html) && context.TryPage() is { Tenant: { } tenant } page && tenant.Features.Contains(DirectivesManifest.Feature)
            ? ApplyAsync(html, page)
            : input;
    }

    private async ValueTask<FluidValue> ApplyAsync(string html, PageRendering page)
    {
        // The document may come later.
        page.Shows(CacheTag.ListOf(DirectiveData.ContentType));
        var catalog = await catalogs.GetAsync(page.Tenant!.Id);
        return new StringValue(TokenPattern().Replace(html, token => token.Groups["number"] is { Success: true } number ? Link(number.Value, catalog, page) : token.Value), encode: false);
    }

    private static string Link(string text, DirectiveCatalog catalog, PageRendering page)
    {
        // The end of a sentence is none of the number.
        var number = text.TrimEnd('.', '-', '&');
        return catalog.FindOnly(number) is { Path: { } path }
            ? $"<a href=\"{LiquidEngine.Encoder.Encode(page.Url(path))}\">{number}</a>{text[number.Length..]}"
            : text;
    }

    private const string Number = @"(?<![\p{L}\p{N}/.-])\d{1,10}(?:[a-z]?/(?:\d{4}/)?|-)[A-ZĐ][\p{L}0-9.&]*(?:[-/][\p{L}0-9.&]+)*";

    [GeneratedRegex(Number)]
    private static partial Regex NumberPattern();

    // What is a link already, and what stands inside a tag, is left alone.
    [GeneratedRegex(@"<a\b[^>]*>.*?</a>|<[^>]*>|(?<number>" + Number + ")", RegexOptions.Singleline)]
    private static partial Regex TokenPattern();
}
