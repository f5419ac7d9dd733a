using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Directives.Consultations;

/// <summary>A sealed note in the form of when and for what it was opened: no reader needs a cookie, and no program can make it up.</summary>
internal sealed class FormStamp(IDataProtectionProvider protection, TimeProvider time, IStringLocalizer localizer)
{
    // Nobody has typed a name and a comment before that; a page left open overnight is opened anew.
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Latest = TimeSpan.FromHours(12);

    private readonly IDataProtector _protector = protection.CreateProtector("OrchardSite.Directives.CommentForm.v1");

    public string Make(int tenantId, string itemId) => _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{tenantId} {itemId} {time.GetUtcNow().ToUnixTimeSeconds()}"));

    /// <summary>The stamp for the form that is shown again: the same as long as it is good.</summary>
    public string Keep(string stamp, int tenantId, string itemId) => Age(stamp, tenantId, itemId) <= Latest ? stamp : Make(tenantId, itemId);

    /// <returns>Null where the form was opened here, neither just now nor long ago.</returns>
    public Refusal? Check(string stamp, int tenantId, string itemId) => Age(stamp, tenantId, itemId) switch
    {
        null => Refuse(localizer["This form was not opened here, or too long ago. Please send it again."]),
        { } age when age > Latest => Refuse(localizer["This form was not opened here, or too long ago. Please send it again."]),
        { } age when age < Soonest => Refuse(localizer["That was very fast. Please look over your comment and send it again."]),
        _ => null,
    };

    private TimeSpan? Age(string stamp, int tenantId, string itemId)
    {
        try
        {
            return _protector.Unprotect(stamp).Split(' ') is [var tenant, var item, var opened] && item == itemId && tenant == tenantId.ToString(CultureInfo.InvariantCulture)
                ? time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(long.Parse(opened, CultureInfo.InvariantCulture))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static Refusal Refuse(string message) => new(RefusalKind.Invalid, message);
}
