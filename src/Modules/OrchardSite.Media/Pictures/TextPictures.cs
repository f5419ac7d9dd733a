using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Values;
using OrchardSite.Data;
using OrchardSite.Theming;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Media;

/// <summary>
/// <c>html | responsive_images</c>: pictures of the library inside a cleaned text come in the sizes that screens need, with
/// room kept for them, wherever the site is at the moment. The stored text stays plain HTML that travels.
/// </summary>
internal sealed partial class TextPictures(MediaIndex index, ImageSigner signer) : ILiquidSetup
{
    // As wide as a column of text on a phone, on a desktop, and on a screen of double density.
    private static readonly int[] Widths = [480, 960, 1600];
    private const int PlainWidth = 960;
    private const string Sizes = "(min-width: 64em) 50rem, 100vw";

    public void SetUp(OrchardParser parser, TemplateOptions options) => options.Filters.AddFilter("responsive_images", Apply);

    private ValueTask<FluidValue> Apply(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var html = input.ToStringValue();
        return html.Contains(MediaAddress.PathStart, StringComparison.Ordinal) && context.TryPage() is { Tenant: not null } page
            ? ApplyAsync(html, page)
            : input;
    }

    private async ValueTask<FluidValue> ApplyAsync(string html, PageRendering page)
    {
        var text = new StringBuilder(html.Length + 512);
        var end = 0;
        foreach (Match picture in PicturePattern().Matches(html))
        {
            var source = picture.Groups["source"];
            if (!MediaPath.TryRead(Uri.UnescapeDataString(WebUtility.HtmlDecode(picture.Groups["path"].Value)), out var path, out _))
            {
                continue;
            }

            page.Shows(CacheTag.Media(path));
            if (await index.FindAsync(page.Tenant!.Id, path, page.AsOf) is { } file)
            {
                text.Append(html, end, source.Index - end);
                AppendSource(text, file, page.PathBase, hasSize: SizePattern().IsMatch(picture.Value));
                end = source.Index + source.Length;
            }
        }

        return new StringValue(text.Append(html, end, html.Length - end).ToString());
    }

    private void AppendSource(StringBuilder text, MediaEntry file, string pathBase, bool hasSize)
    {
        var isResizable = MediaType.Of(file.Path) is { IsResizable: true } && file.Width is not null;
        text.Append("src=\"").Append(isResizable ? AddressOf(file, PlainWidth, pathBase) : LiquidEngine.Encoder.Encode(pathBase + file.Address)).Append('"');
        if (isResizable && file.Width > Widths[0])
        {
            text.Append(" srcset=\"").AppendJoin(", ", Widths.Select(width => string.Create(CultureInfo.InvariantCulture, $"{AddressOf(file, width, pathBase)} {Math.Min(width, file.Width.Value)}w")).Distinct())
                .Append("\" sizes=\"").Append(Sizes).Append('"');
        }

        if (!hasSize && file is { Width: { } fileWidth, Height: { } fileHeight })
        {
            text.Append(CultureInfo.InvariantCulture, $" width=\"{fileWidth}\" height=\"{fileHeight}\"");
        }

        text.Append(" loading=\"lazy\" decoding=\"async\"");
    }

    private string AddressOf(MediaEntry file, int width, string pathBase)
    {
        ImageProfile.TryCreate(width, 0, null, null, out var profile);
        var escaped = MediaAddress.Escape(file.Path);
        return LiquidEngine.Encoder.Encode($"{pathBase}{MediaAddress.PathStart}{escaped}?{signer.Sign(escaped, profile, file.Fingerprint)}");
    }

    // The text has been through the cleaner: every attribute is in double quotes.
    [GeneratedRegex("""<img\b[^>]*?\s(?<source>src="(?:/[^/"][^"]*)?/media/(?<path>[^"?#]+)[^"]*")[^>]*>""")]
    private static partial Regex PicturePattern();

    [GeneratedRegex("""\s(?:width|height)=""")]
    private static partial Regex SizePattern();
}
