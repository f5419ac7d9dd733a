namespace OrchardSite.Content.Fields;

/// <summary>Addresses that people enter. What a browser would run or resolve to another place than it looks is none.</summary>
public static class LinkAddress
{
    private static readonly string[] MenuStarts = ["mailto:", "tel:", "#"];

    /// <summary>An address of another site, or of this one as <c>~/path</c>.</summary>
    public static bool IsValid(string? address) =>
        address is not null
        && (address.StartsWith("~/", StringComparison.Ordinal)
            // Behind a second slash browsers see another host.
            ? address.Length == 2 || address[2] is not ('/' or '\\')
            : Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps));

    /// <summary>An address, or empty for a heading of a menu.</summary>
    public static bool MayBeInMenu(string? address) =>
        address is not null
        && (address.Length == 0 || IsValid(address) || MenuStarts.Any(start => address.StartsWith(start, StringComparison.OrdinalIgnoreCase)));
}
