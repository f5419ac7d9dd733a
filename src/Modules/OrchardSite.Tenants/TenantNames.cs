using System.Text.RegularExpressions;

namespace OrchardSite.Tenants;

/// <summary>What tenants may be called and where they may live.</summary>
public static partial class TenantNames
{
    public const int Longest = 50;

    public const string DefaultTenant = "Default";

    public static bool IsName(string name) => name.Length <= Longest && NamePattern().IsMatch(name);

    public static bool IsPrefix(string prefix) => prefix.Length <= Longest && PrefixPattern().IsMatch(prefix);

    public static bool IsHost(string host) => host.Length <= 253 && HostPattern().IsMatch(host);

    [GeneratedRegex(@"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex PrefixPattern();

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?\z")]
    private static partial Regex HostPattern();
}
