using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Roles;
using OrchardSite.Users.SecondFactor;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users;

internal sealed class UsersModel : IModelPart
{
    private const int HashLength = 64;
    private const int StampLength = 64;
    private const int ProviderLength = 255;

    public void Build(ModelBuilder model)
    {
        model.Entity<Account>(BuildAccount);
        BuildIdentityRows(model);
        model.Entity<SignInLink>(link =>
        {
            link.ToTable("SignInLinks");
            link.HasKey(row => row.TokenHash);
            link.Property(row => row.TokenHash).HasMaxLength(HashLength);
            BelongsToAccount(link, nameof(SignInLink.AccountId));
        });
        model.Entity<AccountSession>(session =>
        {
            session.ToTable("AccountSessions");
            session.HasKey(row => row.Id);
            session.Property(row => row.Id).HasMaxLength(UniqueId.Length);
            session.Property(row => row.Device).HasMaxLength(AccountSession.LongestDevice);
            session.Property(row => row.Address).HasMaxLength(AccountSession.LongestAddress);
            BelongsToAccount(session, nameof(AccountSession.AccountId));
        });
        model.Entity<Authenticator>(authenticator =>
        {
            authenticator.ToTable("Authenticators");
            authenticator.HasKey(row => row.AccountId);
            authenticator.Property(row => row.AccountId).ValueGeneratedNever();
            authenticator.Property(row => row.ProtectedKey).HasMaxLength(500);
            BelongsToAccount(authenticator, nameof(Authenticator.AccountId));
        });
        model.Entity<RecoveryCode>(code =>
        {
            code.ToTable("RecoveryCodes");
            code.HasKey(row => new { row.AccountId, row.CodeHash });
            code.Property(row => row.CodeHash).HasMaxLength(HashLength);
            BelongsToAccount(code, nameof(RecoveryCode.AccountId));
        });
        model.Entity<Role>(role =>
        {
            role.ToTable("Roles");
            role.HasKey(row => new { row.TenantId, row.Name });
            role.Property(row => row.Name).HasMaxLength(Role.LongestName);
            role.Property(row => row.Description).HasMaxLength(Role.LongestDescription);
            role.Property(row => row.Revision).IsConcurrencyToken();
        });
        model.Entity<Membership>(membership =>
        {
            membership.ToTable("Memberships");
            membership.HasKey(row => new { row.TenantId, row.AccountId });
            membership.Property(row => row.Revision).IsConcurrencyToken();
            membership.HasOne<TenantRecord>().WithMany().HasForeignKey(row => row.TenantId).OnDelete(DeleteBehavior.Cascade);
            BelongsToAccount(membership, nameof(Membership.AccountId));
        });
    }

    private static void BuildAccount(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.HasKey(row => row.Id);
        account.Property(row => row.UserName).HasMaxLength(Account.LongestName).IsRequired();
        account.Property(row => row.NormalizedUserName).HasMaxLength(Account.LongestName).IsRequired();
        account.Property(row => row.Email).HasMaxLength(Account.LongestEmail);
        account.Property(row => row.NormalizedEmail).HasMaxLength(Account.LongestEmail);
        account.Property(row => row.DisplayName).HasMaxLength(Account.LongestName);
        account.Property(row => row.PhoneNumber).HasMaxLength(20);
        account.Property(row => row.PasswordHash).HasMaxLength(500);
        account.Property(row => row.SecurityStamp).HasMaxLength(StampLength);
        account.Property(row => row.ConcurrencyStamp).HasMaxLength(StampLength).IsConcurrencyToken();
        // As a plain time, which SQLite can compare.
        account.Property(row => row.LockoutEnd).HasConversion(
            end => end!.Value.UtcDateTime,
            stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
        account.HasIndex(row => row.NormalizedUserName).IsUnique();
        account.HasIndex(row => row.NormalizedEmail).IsUnique();
    }

    private static void BuildIdentityRows(ModelBuilder model)
    {
        model.Entity<AccountClaim>(claim =>
        {
            claim.ToTable("AccountClaims");
            claim.HasKey(row => row.Id);
            BelongsToAccount(claim, nameof(AccountClaim.UserId));
        });
        model.Entity<AccountLogin>(login =>
        {
            login.ToTable("AccountLogins");
            login.HasKey(row => new { row.LoginProvider, row.ProviderKey });
            login.Property(row => row.LoginProvider).HasMaxLength(ProviderLength);
            login.Property(row => row.ProviderKey).HasMaxLength(ProviderLength);
            login.Property(row => row.ProviderDisplayName).HasMaxLength(ProviderLength);
            BelongsToAccount(login, nameof(AccountLogin.UserId));
        });
        model.Entity<AccountToken>(token =>
        {
            token.ToTable("AccountTokens");
            token.HasKey(row => new { row.UserId, row.LoginProvider, row.Name });
            token.Property(row => row.LoginProvider).HasMaxLength(ProviderLength);
            token.Property(row => row.Name).HasMaxLength(ProviderLength);
            BelongsToAccount(token, nameof(AccountToken.UserId));
        });
    }

    private static void BelongsToAccount<TEntity>(EntityTypeBuilder<TEntity> entity, string property)
        where TEntity : class => entity.HasOne(typeof(Account)).WithMany().HasForeignKey(property).OnDelete(DeleteBehavior.Cascade);
}
