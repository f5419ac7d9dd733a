using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Settings;
using OrchardSite.Data;
using OrchardSite.Directives.Units;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Directives.Delivery;

/// <summary>To whom a unit gives a directive as well.</summary>
/// <param name="Revision">That of the delivery as the person saw it.</param>
/// <param name="UnitIds">Units in the register of the unit's own site.</param>
/// <param name="Role">One of <see cref="DeliveryRoles"/>.</param>
/// <param name="DueOn">Null: the unit's own last day, where it has one.</param>
public sealed record PassingOn(int Revision, IReadOnlyList<string> UnitIds, string? Role, DateOnly? DueOn, string? Text);

/// <summary>
/// Gives a directive that the current site has got to units below it. It stays where it is, with its issuer, who may recall it
/// from all of them at once; their receipts and reports come to this site.
/// </summary>
public sealed class PassOnDelivery(SiteDbContext db, MoveDelivery moves, PassedOn passedOn, UnitRegister register, TenantDirectory tenants, TenantCache<SiteSettings> settings, TimeProvider time, IStringLocalizer localizer)
{
    private static readonly string[] Roles = [DeliveryRoles.Lead, DeliveryRoles.Assist, DeliveryRoles.Inform];

    /// <summary>True when the person can pass it on now.</summary>
    public bool IsPossible(DirectiveDelivery delivery, Actor actor) =>
        moves.SideOf(delivery) == DeliverySide.Unit && actor.Can(DeliveryPermissions.ReceiveDirectives) && delivery.MayBePassedOn;

    /// <summary>The units to which it can be passed on.</summary>
    public async Task<IReadOnlyList<Unit>> CandidatesAsync(DirectiveDelivery delivery, CancellationToken cancellationToken)
    {
        var today = time.TodayIn((await settings.GetAsync(db.TenantId)).TimeZone);
        var reached = await ReachedAsync(delivery, cancellationToken);
        return [.. (await register.AllAsync(cancellationToken)).Values.Where(unit => unit.ExistsOn(today) && !Has(reached, delivery, unit)).OrderBy(unit => unit.Name, StringComparer.CurrentCulture)];
    }

    public async Task<OperationResult<int>> RunAsync(string id, PassingOn passing, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        if (await moves.FindAsync(id, actor, cancellationToken) is not { } delivery)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such directive for this site."]);
        }

        if (moves.SideOf(delivery) != DeliverySide.Unit || !actor.Can(DeliveryPermissions.ReceiveDirectives))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not do this with {0}.", delivery.Number]);
        }

        if (delivery.Revision != passing.Revision || !delivery.MayBePassedOn)
        {
            return new Refusal(RefusalKind.Conflict, localizer["Something else was done with {0} meanwhile. Look at it again.", delivery.Number]);
        }

        var site = await settings.GetAsync(db.TenantId);
        var today = time.TodayIn(site.TimeZone);
        var units = await register.AllAsync(cancellationToken);
        var reached = await ReachedAsync(delivery, cancellationToken);
        passing = passing with { UnitIds = [.. passing.UnitIds.Distinct()], Text = VietnameseText.ToNfc(passing.Text ?? "").Trim().ReplaceLineEndings("\n") };
        if (Check(delivery, passing, today, units, reached) is { Count: > 0 } refusals)
        {
            return OperationResult<int>.Refused(refusals);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var names = new List<string>();
        foreach (var unit in passing.UnitIds.Select(unitId => units[unitId]))
        {
            var below = reached.Find(row => row.TenantId == db.TenantId && row.UnitId == unit.Id) ?? New(delivery, unit, now);
            Send(below, delivery, unit, passing, WorkCalendar.Of(site), actor, now);
            names.Add(unit.Name);
        }

        delivery.Revision++;
        db.Add(DeliveryEntry.Of(delivery, DeliveryMove.PassOn, now, actor, string.Join("; ", names)));
        db.AuditEntries.Add(AuditEntry.Of(actor, nameof(PassOnDelivery), now, delivery.ItemId, $"{delivery.Number}; {string.Join("; ", names)}"));
        try
        {
            await work.CommitAsync(cancellationToken);
            return names.Count;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal(RefusalKind.Conflict, localizer["Something else was done with {0} meanwhile. Look at it again.", delivery.Number]);
        }
    }

    // Everybody who got this directive, from whomever.
    private Task<List<DirectiveDelivery>> ReachedAsync(DirectiveDelivery delivery, CancellationToken cancellationToken) =>
        db.Set<DirectiveDelivery>().Where(row => row.SourceId == delivery.SourceId && row.ItemId == delivery.ItemId).ToListAsync(cancellationToken);

    private bool Has(List<DirectiveDelivery> reached, DirectiveDelivery delivery, Unit unit)
    {
        var site = register.SiteOf(unit);
        return unit.Site is not null && (site is null || site == tenants.Find(delivery.SourceId)?.Name)
            || reached.Exists(row => row.State != DeliveryState.Recalled && (site is not null ? row.Site == site : row.TenantId == db.TenantId && row.UnitId == unit.Id));
    }

    private List<Refusal> Check(DirectiveDelivery delivery, PassingOn passing, DateOnly today, IReadOnlyDictionary<string, Unit> units, List<DirectiveDelivery> reached)
    {
        var refusals = new List<Refusal>();
        if (passing.UnitIds.Count == 0)
        {
            refusals.Add(Invalid("Units", localizer["Choose at least one unit."]));
        }

        foreach (var unitId in passing.UnitIds)
        {
            if (register.MessageFor(unitId, today, units) is { } message)
            {
                refusals.Add(Invalid("Units", message));
            }
            else if (Has(reached, delivery, units[unitId]))
            {
                refusals.Add(Invalid("Units", localizer["“{0}” has this directive already.", units[unitId].Name]));
            }
        }

        if (!Roles.Contains(passing.Role))
        {
            refusals.Add(Invalid("Role", localizer["Say what the units have to do with it."]));
        }

        if (passing.DueOn > delivery.DueOn)
        {
            refusals.Add(Invalid("DueOn", localizer["Their last day must not be after your own, {0}.", delivery.DueOn.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)]));
        }
        else if (passing.DueOn < today)
        {
            refusals.Add(Invalid("DueOn", localizer["Their last day must not be in the past."]));
        }

        if (passing.Text!.Length > DeliveryEntry.LongestText)
        {
            refusals.Add(Invalid("Text", localizer["There may be {0} characters at most.", DeliveryEntry.LongestText]));
        }

        return refusals;
    }

    private DirectiveDelivery New(DirectiveDelivery above, Unit unit, DateTime now)
    {
        var below = new DirectiveDelivery
        {
            TenantId = db.TenantId,
            SourceId = above.SourceId,
            ItemId = above.ItemId,
            UnitId = unit.Id,
            UnitName = unit.Name,
            Number = above.Number,
            Subject = above.Subject,
            DocumentType = above.DocumentType,
            Issuer = above.Issuer,
            IssuedOn = above.IssuedOn,
            Role = "",
            SentUtc = now,
        };
        db.Add(below);
        return below;
    }

    private void Send(DirectiveDelivery below, DirectiveDelivery above, Unit unit, PassingOn passing, WorkCalendar calendar, Actor actor, DateTime now)
    {
        below.SendAgain();
        (below.ParentId, below.PassedOnBy) = (above.Id, above.UnitName);
        (below.UnitName, below.Site, below.Role) = (unit.Name, register.SiteOf(unit), passing.Role!);
        (below.Number, below.Subject, below.DocumentType, below.Issuer) = (above.Number, above.Subject, above.DocumentType, above.Issuer);
        (below.IssuedOn, below.Urgency, below.PublicPath) = (above.IssuedOn, above.Urgency, above.PublicPath);
        var dueOn = passing.DueOn is { } day && calendar.OnWorkday(day) is var workday && !(workday > above.DueOn) ? workday : above.DueOn;
        (below.SetDueOn, below.DueOn, below.Reminded) = (dueOn, dueOn, DeliveryReminder.None);
        below.Revision++;
        var entry = DeliveryEntry.Of(below, DeliveryMove.Send, now, actor, passing.Text);
        db.Add(entry);
        passedOn.Tell(below, entry);
    }

    private static Refusal Invalid(string field, string message) => new(RefusalKind.Invalid, message, field);
}
