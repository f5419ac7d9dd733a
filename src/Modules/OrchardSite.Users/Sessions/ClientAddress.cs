using Microsoft.AspNetCore.Http;

namespace OrchardSite.Users.Sessions;

/// <summary>Who asks, as far as the network tells.</summary>
public static class ClientAddress
{
    /// <summary>The network address that a request comes from, in the one way of writing it.</summary>
    public static string Of(HttpContext context) => context.Connection.RemoteIpAddress is { } address
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
        : "";
}
