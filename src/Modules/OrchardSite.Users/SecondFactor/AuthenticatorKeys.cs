using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace OrchardSite.Users.SecondFactor;

/// <summary>Seals the keys of authenticator apps for the database.</summary>
public sealed class AuthenticatorKeys(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("OrchardSite.Users.Authenticator");

    public string Seal(byte[] key) => _protector.Protect(Convert.ToBase64String(key));

    /// <returns>Null when the installation's keys have been lost: then a recovery code is the way in.</returns>
    public byte[]? Open(string sealedKey)
    {
        try
        {
            return Convert.FromBase64String(_protector.Unprotect(sealedKey));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
