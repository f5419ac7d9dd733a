using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Roles;

namespace OrchardSite.Workflows.Delegation;

/// <summary>Who is away and who acts for them, on the current site. Scoped.</summary>
public sealed class Absences(SiteDbContext db, TenantMembers members, TimeProvider time, IStringLocalizer localizer)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private readonly Dictionary<int, IReadOnlyList<Actor>> _absent = [];

    /// <summary>Those in whose place a person may act now, as far as they still belong to the site. What somebody does for another they cannot hand on.</summary>
    public async Task<IReadOnlyList<Actor>> RepresentedByAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.IsProgram || actor.AccountId is not { } id)
        {
            return [];
        }

        if (!_absent.TryGetValue(id, out var absent))
        {
            var now = time.GetUtcNow().UtcDateTime;
            var people = await db.Set<Absence>().Where(row => row.DelegateId == id && row.FromUtc <= now && row.UntilUtc > now).Select(row => row.PersonId).Distinct().ToListAsync(cancellationToken);
            var found = new List<Actor>();
            foreach (var person in people)
            {
                if (await members.FindAsync(person, cancellationToken) is { } member)
                {
                    found.Add(member);
                }
            }

            _absent[id] = absent = found;
        }

        return absent;
    }

    /// <summary>Those of a person that have not ended, the next first.</summary>
    public Task<List<Absence>> OfAsync(int accountId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return db.Set<Absence>().AsNoTracking().Where(row => row.PersonId == accountId && row.UntilUtc > now).OrderBy(row => row.FromUtc).ToListAsync(cancellationToken);
    }

    public async Task<OperationResult<bool>> AddAsync(int delegateId, DateTime? fromUtc, DateTime? untilUtc, Actor actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (fromUtc is not { } from || untilUtc is not { } until || until <= from || until <= now || until - from > Longest)
        {
            return new Refusal(RefusalKind.Invalid, localizer["Give the first and the last day; the last is today or later, and within a year of the first."], "Until");
        }

        if (delegateId == actor.AccountId)
        {
            return new Refusal(RefusalKind.Invalid, localizer["Choose a colleague."], "Delegate");
        }

        if (await members.FindAsync(delegateId, cancellationToken) is not { } colleague)
        {
            return new Refusal(RefusalKind.Invalid, localizer["This person does not belong to the site."], "Delegate");
        }

        await using var work = await db.BeginAsync(cancellationToken);
        if (await db.Set<Absence>().AnyAsync(row => row.PersonId == actor.AccountId && row.FromUtc < until && row.UntilUtc > from, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, localizer["Somebody acts for you in these days already."], "From");
        }

        db.Add(new Absence { PersonId = actor.AccountId!.Value, Person = actor.Name, DelegateId = delegateId, Delegate = colleague.Name, FromUtc = from, UntilUtc = until });
        db.AuditEntries.Add(AuditEntry.Of(actor, "AddAbsence", now, detail: string.Create(CultureInfo.InvariantCulture, $"{colleague.Name}: {from:yyyy-MM-dd HH:mm} – {until:yyyy-MM-dd HH:mm} UTC")));
        await work.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<OperationResult<bool>> EndAsync(string id, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Set<Absence>().FirstOrDefaultAsync(row => row.Id == id && row.PersonId == actor.AccountId, cancellationToken) is not { } absence)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such absence."]);
        }

        db.Remove(absence);
        db.AuditEntries.Add(AuditEntry.Of(actor, "EndAbsence", time.GetUtcNow().UtcDateTime, detail: absence.Delegate));
        await db.CommitAsync(cancellationToken);
        return true;
    }
}
