using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Users.Accounts;

/// <summary>Where ASP.NET Core Identity keeps accounts. Roles are not Identity's: they differ from tenant to tenant.</summary>
internal sealed class AccountStore(SiteDbContext db, IdentityErrorDescriber errors)
    : UserOnlyStore<Account, SiteDbContext, int, AccountClaim, AccountLogin, AccountToken>(db, errors);

[GlobalEntity("Belongs to an account.")]
public sealed class AccountClaim : IdentityUserClaim<int>;

[GlobalEntity("Belongs to an account.")]
public sealed class AccountLogin : IdentityUserLogin<int>;

[GlobalEntity("Belongs to an account.")]
public sealed class AccountToken : IdentityUserToken<int>;
