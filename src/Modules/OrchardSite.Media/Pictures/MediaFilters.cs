using System.Collections.Concurrent;
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
    private const int MostSigned = 10_000;

    // Signing is the dear part of a page with many pictures, and the same few are on most pages.
    private readonly ConcurrentDictionary<(string Address, ImageProfile Profile), StringValue> _signed = new();

    public void SetUp(OrchardParser parser, TemplateOptions options)
    {
        options.Filters.AddFilter("asset_url", AssetUrl);
        options.Filters.AddFilter("resize_url", ResizeUrl);
        options.Filters.AddFilter("img_tag", ImgTag);
    }

    private ValueTask<FluidValue> AssetUrl(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var path = input.ToStringValue();
        // What is an address already stays as it is.
        if (path.Length == 0 || path[0] == '/' || path.Contains("://", StringComparison.Ordinal) || context.TryPage() is not { Tenant: { } tenant } page)
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

        var width = (int)Argument(arguments, "width", 0).ToNumberValue();
        var height = (int)Argument(arguments, "height", 1).ToNumberValue();
        var mode = Argument(arguments, "mode", 2).ToStringValue();
        var format = arguments.HasNamed("format") ? arguments["format"].ToStringValue() : null;
        if (!ImageProfile.TryCreate(width, height, mode, format, out var profile))
        {
            throw new InvalidOperationException($"No picture can have the size {width} x {height} in the format {format}.");
        }

        if (!_signed.TryGetValue((address, profile), out var signed))
        {
            signed = StringValue.Create($"{start}?{signer.Sign(escapedPath, profile, fingerprint)}");
            Remember(address, profile, signed);
        }

        return signed;
    }

    // Fluid counts named arguments among those with a place.
    private static FluidValue Argument(FilterArguments arguments, string name, int place) =>
        arguments.HasNamed(name) || place >= arguments.Count - arguments.Names.Count() ? arguments[name] : arguments.At(place);

    private void Remember(string address, ImageProfile profile, StringValue signed)
    {
        if (_signed.Count >= MostSigned)
        {
            _signed.Clear();
        }

        _signed[(address, profile)] = signed;
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
