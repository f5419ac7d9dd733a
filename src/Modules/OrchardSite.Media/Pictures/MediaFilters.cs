using System.Text;
using Fluid;
using Fluid.Values;
using OrchardSite.Data;
using OrchardSite.Theming;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Media;

/// <summary>Orchard Core's filters for files of the library: <c>asset_url</c>, <c>resize_url</c>, <c>img_tag</c>.</summary>
internal sealed class MediaFilters(MediaIndex index, ImageSigner signer) : ILiquidSetup
{
    public void SetUp(OrchardParser parser, TemplateOptions options)
    {
        options.Filters.AddFilter("asset_url", AssetUrl);
        options.Filters.AddFilter("resize_url", ResizeUrl);
        options.Filters.AddFilter("img_tag", ImgTag);
    }

    private ValueTask<FluidValue> AssetUrl(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var path = input.ToStringValue();
        if (path.Length == 0 || path.Contains("://", StringComparison.Ordinal) || context.TryPage() is not { Tenant: { } tenant } page)
        {
            return StringValue.Create(path);
        }

        page.Shows(CacheTag.Media(path));
        var finding = index.FindAsync(tenant.Id, path, page.AsOf);
        return finding.IsCompletedSuccessfully ? Address(page, path, finding.Result) : AwaitAsync(finding, page, path);

        static async ValueTask<FluidValue> AwaitAsync(ValueTask<MediaEntry?> finding, PageRendering page, string path) => Address(page, path, await finding);
    }

    private static StringValue Address(PageRendering page, string path, MediaEntry? entry) =>
        StringValue.Create(page.PathBase + (entry?.Address ?? MediaAddress.PathStart + MediaAddress.Escape(path)));

    // Named as Orchard Core names them, or in its order: width, height, mode.
    private ValueTask<FluidValue> ResizeUrl(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var address = input.ToStringValue();
        if (!MediaAddress.TryRead(address, out var start, out var escapedPath, out var fingerprint) || MediaType.Of(escapedPath) is not { IsResizable: true })
        {
            return input;
        }

        var width = (int)arguments["width"].Or(arguments.At(0)).ToNumberValue();
        var height = (int)arguments["height"].Or(arguments.At(1)).ToNumberValue();
        var mode = arguments["mode"].Or(arguments.At(2)).ToStringValue();
        var format = arguments["format"] is { } named && !named.IsNil() ? named.ToStringValue() : null;
        return ImageProfile.TryCreate(width, height, mode, format, out var profile)
            ? StringValue.Create($"{start}?{signer.Sign(escapedPath, profile, fingerprint)}")
            : throw new InvalidOperationException($"No picture can have the size {width} x {height} in the format {format}.");
    }

    private static ValueTask<FluidValue> ImgTag(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var tag = new StringBuilder("<img src=\"").Append(LiquidEngine.Encoder.Encode(input.ToStringValue())).Append('"');
        foreach (var name in arguments.Names)
        {
            tag.Append(' ').Append(name.Replace('_', '-')).Append("=\"").Append(LiquidEngine.Encoder.Encode(arguments[name].ToStringValue())).Append('"');
        }

        return new StringValue(tag.Append('>').ToString(), encode: false);
    }
}
