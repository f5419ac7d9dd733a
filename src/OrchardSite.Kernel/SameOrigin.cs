using Microsoft.AspNetCore.Http;

namespace OrchardSite;

/// <summary>Whether something was sent by a page of this very portal, by what browsers say themselves and no page can change.</summary>
public static class SameOrigin
{
    public static bool Sent(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site == "same-origin";
        }

        // Older browsers; behind a proxy the scheme may be another one.
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var address) && string.Equals(address.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
