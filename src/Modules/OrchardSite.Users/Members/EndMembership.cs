using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Roles;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Members;

/// <summary>A person does not belong to the current tenant any more. Their account stays, for their other sites and for what they have written.</summary>
public sealed class EndMembership(SiteDbContext db, MemberRules rules, TimeProvider time)
{
    public async Task<OperationResult<bool>> RunAsync(int accountId, Actor actor, CancellationToken cancellationToken)
    {
        if (rules.RefuseActor(actor) is { } forbidden)
        {
            return forbidden;
        }

        await using var work = await db.BeginAsync(cancellationToken);
        if (await db.Set<Membership>().FindAsync([db.TenantId, accountId], cancellationToken) is not { } member)
        {
            return rules.NoSuchMember;
        }

        if (await rules.RefuseLossAsync(member, roles: null, actor, cancellationToken) is { } loss)
        {
            return loss;
        }

        db.Remove(member);
        if (!await db.Set<Membership>().AnyAsync(row => row.AccountId == accountId && row.TenantId != db.TenantId, cancellationToken))
        {
            await SignInLinks.RemoveUnusedAsync(db, accountId, SetPasswordByLink.Invitations, cancellationToken);
        }

        var account = await db.Set<Account>().SingleAsync(row => row.Id == accountId, cancellationToken);
        db.AddAudit(actor, nameof(EndMembership), account, time, AuditText.Difference(member.Roles, []));
        await work.CommitAsync(cancellationToken);
        return true;
    }
}
