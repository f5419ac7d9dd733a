using OrchardSite.Text;

namespace OrchardSite.Users.Accounts;

/// <summary>A person's name as it is stored.</summary>
internal static class PersonName
{
    /// <returns>Null for what can be no name.</returns>
    public static string? Clean(string typed)
    {
        var name = VietnameseText.ToNfc(typed).Trim();
        return name.Length is 0 or > Account.LongestName || name.Any(char.IsControl) ? null : name;
    }
}
