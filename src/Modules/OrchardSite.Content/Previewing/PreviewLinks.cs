using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OrchardSite.Data;

namespace OrchardSite.Content.Previewing;

/// <summary>Links by which people without an account may look at one version for some days.</summary>
public sealed class PreviewLinks(IDataProtectionProvider protection, TimeProvider time)
{
    public const string Path = "preview";

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private readonly IDataProtector _protector = protection.CreateProtector("OrchardSite.Content.PreviewLinks.v1");

    /// <returns>Address inside the site, without a slash at the start.</returns>
    public string Make(ContentVersion version) =>
        $"{Path}/{_protector.Protect($"{version.TenantId} {version.ItemId} {version.Id} {(time.GetUtcNow() + Lifetime).ToUnixTimeSeconds()}")}";

    /// <returns>Null for what is no link of ours, or one whose days are over.</returns>
    internal PreviewTarget? Read(string token)
    {
        try
        {
            return _protector.Unprotect(token).Split(' ') is [var tenant, var item, var version, var end]
                && long.Parse(end, System.Globalization.CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds()
                    ? new PreviewTarget(int.Parse(tenant, System.Globalization.CultureInfo.InvariantCulture), item, version)
                    : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

internal sealed record PreviewTarget(int TenantId, string ItemId, string VersionId);
