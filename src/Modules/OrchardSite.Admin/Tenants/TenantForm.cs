namespace OrchardSite.Admin.Tenants;

/// <summary>Reads what is typed of a site.</summary>
public static class TenantForm
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n', ',', ';'];

    /// <param name="typed">Separated by blanks, commas or lines.</param>
    public static string[] HostsOf(string? typed) => (typed ?? "").Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
}
