using System.Net;
using OrchardSite.Tenants;

namespace OrchardSite.Web;

/// <summary>Where a person on this machine finds a site, by the address that the server listens on.</summary>
internal sealed class SiteAddress(string listening)
{
    private readonly BindingAddress _listening = BindingAddress.Parse(listening);

    /// <summary>True for what the server can be told to listen on, such as <c>http://*:5080</c>.</summary>
    public static bool CanListen(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", Port: >= 0 and <= IPEndPoint.MaxPort };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    public string Of(Tenant tenant) => $"{_listening.Scheme}://{HostOf(tenant)}{tenant.PathBase}/";

    private string HostOf(Tenant tenant)
    {
        var host = tenant.Hosts.FirstOrDefault() ?? (IsEveryHost(_listening.Host) ? "localhost" : _listening.Host);
        return host.Contains(':') && host[0] != '[' || IsUsual ? host : $"{host}:{_listening.Port}";
    }

    private bool IsUsual => _listening is { Scheme: "http", Port: 80 } or { Scheme: "https", Port: 443 };

    private static bool IsEveryHost(string host) => host is "*" or "+" or "0.0.0.0" or "[::]";
}
