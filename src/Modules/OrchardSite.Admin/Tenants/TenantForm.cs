namespace OrchardSite.Admin.Tenants;

/// <summary>Reads what is typed of a site.</summary>
internal static class TenantForm
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n', ',', ';'];

    public static string[] HostsOf(string? typed) => (typed ?? "").Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
}
