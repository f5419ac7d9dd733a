using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Users.Accounts;

/// <summary>Identity's reasons for refusing something, in the user's language.</summary>
internal sealed class AccountErrors(IStringLocalizer localizer) : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        Error(nameof(PasswordTooShort), localizer["A password has at least {0} characters.", length]);

    public override IdentityError InvalidUserName(string? userName) =>
        Error(nameof(InvalidUserName), localizer["The user name {0} may contain only letters without diacritics, digits and - . _ @ +", userName ?? ""]);

    public override IdentityError DuplicateUserName(string userName) =>
        Error(nameof(DuplicateUserName), localizer["The user name {0} is already taken.", userName]);

    public override IdentityError ConcurrencyFailure() =>
        Error(nameof(ConcurrencyFailure), localizer["The account was changed at the same time. Please try again."]);

    private static IdentityError Error(string code, LocalizedString text) => new() { Code = code, Description = text };
}
