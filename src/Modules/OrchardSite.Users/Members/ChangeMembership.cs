using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Roles;

namespace OrchardSite.Users.Members;

/// <summary>Gives a member of the current tenant other roles.</summary>
public sealed class ChangeMembership(SiteDbContext db, MemberRules rules, IStringLocalizer localizer, TimeProvider time)
{
    /// <param name="revision">The membership's revision that the change was made from.</param>
    public async Task<OperationResult<Membership>> RunAsync(
        int accountId, IReadOnlyCollection<string> roles, int revision, Actor actor, CancellationToken cancellationToken)
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

        if (member.Revision != revision)
        {
            return new Refusal(RefusalKind.Conflict, localizer["The roles of this person were changed at the same time. Look at them again."]);
        }

        // Roles that the person has already are not being given, only kept.
        if (await rules.RefuseRolesAsync([.. roles.Except(member.Roles)], actor, cancellationToken) is { Count: > 0 } refusals)
        {
            return OperationResult<Membership>.Refused(refusals);
        }

        if (await rules.RefuseLossAsync(member, roles, actor, cancellationToken) is { } loss)
        {
            return loss;
        }

        var former = member.Roles;
        member.Roles = [.. roles.Distinct().Order(StringComparer.Ordinal)];
        member.Revision++;
        var account = await db.Set<Account>().SingleAsync(row => row.Id == accountId, cancellationToken);
        db.AddAudit(actor, nameof(ChangeMembership), account, time, AuditText.Difference(former, member.Roles));
        await work.CommitAsync(cancellationToken);
        return member;
    }
}
