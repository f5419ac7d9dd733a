using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Api;

internal sealed class TokensModel : IModelPart
{
    public void Build(ModelBuilder model) => model.Entity<AccessToken>(token =>
    {
        token.ToTable("AccessTokens");
        token.HasKey(row => new { row.TenantId, row.Id });
        token.Property(row => row.Id).HasMaxLength(UniqueId.Length);
        token.Property(row => row.Name).HasMaxLength(AccessToken.LongestName);
        token.Property(row => row.Hash).HasMaxLength(TokenValue.HashLength);
        token.HasIndex(row => new { row.TenantId, row.Hash }).IsUnique();
        token.HasIndex(row => new { row.TenantId, row.AccountId });
        token.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
    });
}
