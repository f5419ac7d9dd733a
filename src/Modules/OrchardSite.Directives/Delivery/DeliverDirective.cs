using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Content.Settings;
using OrchardSite.Data;
using OrchardSite.Directives.Units;
using OrchardSite.Tenants;

namespace OrchardSite.Directives.Delivery;

/// <summary>
/// Hands a directive to its recipients in the transaction that publishes it, and calls it back in the one that takes it down.
/// Scoped: works for the issuer's site.
/// </summary>
internal sealed class DeliverDirective(SiteDbContext db, UnitRegister register, PassedOn passedOn, TenantDirectory tenants, TenantCache<SiteSettings> settings, TimeProvider time)
{
    private static readonly string ListTag = CacheTag.ListOf(DirectiveData.ContentType);

    /// <returns>Recipients that cannot get it, each with what to put in its place.</returns>
    public async Task<IReadOnlyList<ContentConflict>> CheckAsync(IReadOnlyList<ContentDraft> drafts, CancellationToken cancellationToken)
    {
        var conflicts = new List<ContentConflict>();
        IReadOnlyDictionary<string, Unit>? units = null;
        foreach (var draft in drafts)
        {
            var issuedOn = DirectiveData.Of(draft).IssuedOn ?? DateOnly.MaxValue;
            foreach (var line in RecipientData.Of(draft).Where(line => line.UnitIds.Count > 0))
            {
                units ??= await register.AllAsync(cancellationToken);
                foreach (var id in line.UnitIds)
                {
                    if (register.MessageFor(id, issuedOn, units) is { } message)
                    {
                        conflicts.Add(new ContentConflict(draft, message, line.PathOf("Units")));
                    }
                }
            }
        }

        return conflicts;
    }

    /// <param name="isNew">True when readers have not seen the directive before, or no longer.</param>
    public async Task PublishedAsync(ContentDraft draft, bool isNew, CancellationToken cancellationToken)
    {
        var lines = RecipientData.Of(draft).ToArray();
        // One that was taken down may come back to those from whom it was recalled.
        var all = isNew && lines.Length == 0 ? [] : await OfAsync(draft.ContentItemId, cancellationToken);
        var known = all.FindAll(row => row.ParentId is null);
        if (lines.Length == 0 && known.Count == 0)
        {
            return;
        }

        var calledOff = await CalledOffAsync(known, cancellationToken);
        var directive = DirectiveData.Of(draft);
        var units = await register.AllAsync(cancellationToken);
        var dueOn = DueOn(draft, directive, WorkCalendar.Of(await settings.GetAsync(db.TenantId)));
        var roles = RecipientData.Roles(lines, units, directive.IssuedOn!.Value);
        var now = time.GetUtcNow().UtcDateTime;
        var fresh = new List<DirectiveDelivery>();
        var entries = new List<DeliveryEntry>();
        foreach (var (unitId, role) in roles)
        {
            var unit = units[unitId];
            var delivery = known.Find(row => row.UnitId == unitId);
            if (delivery is not null && calledOff.Contains(delivery.Id))
            {
                continue;
            }

            var isSent = delivery is null or { State: DeliveryState.Recalled };
            if (delivery is null)
            {
                fresh.Add(delivery = New(draft, unit, now));
            }
            else if (isSent)
            {
                delivery.SendAgain();
            }
            else if (delivery is { State: DeliveryState.Done, Role: DeliveryRoles.Inform } && role != DeliveryRoles.Inform)
            {
                // Its receipt was all that it owed; now it has to act, and is told so.
                (delivery.State, delivery.DoneUtc, delivery.FinishedOn, isSent) = (DeliveryState.Received, null, null, true);
            }

            Write(delivery, draft, directive, unit, role, dueOn);
            if (isSent)
            {
                entries.Add(DeliveryEntry.Of(delivery, DeliveryMove.Send, now));
            }
        }

        foreach (var gone in known.Where(row => !roles.ContainsKey(row.UnitId)))
        {
            if (gone.State != DeliveryState.Recalled)
            {
                entries.Add(gone.Recall(now));
            }
            else if (calledOff.Contains(gone.Id))
            {
                // Who is named again after having been left out gets it again: calling it off is no longer the last word.
                gone.Revision++;
            }
        }

        foreach (var below in all.Where(row => row.ParentId is not null && row.State != DeliveryState.Recalled))
        {
            WriteFacts(below, draft, directive);
            below.Revision++;
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.InsertAsync(fresh, cancellationToken);
        await db.InsertAsync(entries, cancellationToken);
        Tell(all.Concat(fresh), entries, now);
        await passedOn.TakeBackAsync(known.FindAll(row => row.State == DeliveryState.Recalled), now, cancellationToken);
    }

    public async Task WithdrawnAsync(string itemId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var open = (await OfAsync(itemId, cancellationToken)).Where(row => row.State != DeliveryState.Recalled).ToArray();
        var entries = Array.ConvertAll(open, delivery => delivery.Recall(now));
        await db.SaveChangesAsync(cancellationToken);
        await db.InsertAsync(entries, cancellationToken);
        Tell(open, entries, now);
    }

    private Task<List<DirectiveDelivery>> OfAsync(string itemId, CancellationToken cancellationToken) =>
        db.Set<DirectiveDelivery>().Where(row => row.SourceId == db.TenantId && row.ItemId == itemId).ToListAsync(cancellationToken);

    private async Task<IReadOnlySet<string>> CalledOffAsync(IEnumerable<DirectiveDelivery> known, CancellationToken cancellationToken)
    {
        var recalled = known.Where(row => row.State == DeliveryState.Recalled).ToDictionary(row => row.Id, row => row.Revision, StringComparer.Ordinal);
        var ids = recalled.Keys.ToArray();
        var found = ids.Length == 0
            ? []
            : await db.Set<DeliveryEntry>().Where(entry => ids.Contains(entry.DeliveryId) && entry.Move == DeliveryMove.CallOff).Select(entry => new { entry.DeliveryId, entry.Number }).ToListAsync(cancellationToken);
        return found.Where(entry => recalled[entry.DeliveryId] == entry.Number).Select(entry => entry.DeliveryId).ToHashSet(StringComparer.Ordinal);
    }

    private DirectiveDelivery New(ContentDraft draft, Unit unit, DateTime now) => new()
    {
        TenantId = db.TenantId,
        SourceId = db.TenantId,
        ItemId = draft.ContentItemId,
        UnitId = unit.Id,
        UnitName = unit.Name,
        Number = "",
        Subject = "",
        DocumentType = "",
        Issuer = "",
        IssuedOn = default,
        Role = "",
        SentUtc = now,
    };

    private void Write(DirectiveDelivery delivery, ContentDraft draft, DirectiveData directive, Unit unit, string role, DateOnly? dueOn)
    {
        (delivery.UnitName, delivery.Site) = (unit.Name, register.SiteOf(unit));
        WriteFacts(delivery, draft, directive);
        delivery.Role = role;
        // A unit that was given more time keeps it, unless the directive itself sets another day.
        if (delivery.SetDueOn != dueOn || delivery.DueOn is null)
        {
            (delivery.SetDueOn, delivery.DueOn, delivery.Reminded) = (dueOn, dueOn, DeliveryReminder.None);
        }

        delivery.Revision++;
    }

    private static void WriteFacts(DirectiveDelivery delivery, ContentDraft draft, DirectiveData directive)
    {
        (delivery.Number, delivery.DocumentType, delivery.Issuer) = (directive.Number, directive.DocumentType, directive.Issuer);
        delivery.IssuedOn = directive.IssuedOn!.Value;
        delivery.Subject = draft.Text(DirectiveData.ContentType, "Subject") ?? "";
        delivery.Urgency = draft.Text(DirectiveData.ContentType, "Urgency");
        delivery.PublicPath = directive.IsForEveryReader ? draft.Path : null;
    }

    private DateOnly? DueOn(ContentDraft draft, DirectiveData directive, WorkCalendar calendar)
    {
        if (DirectiveData.Date(draft.Text(DirectiveData.ContentType, "DueOn", "Value")) is { } day)
        {
            return calendar.OnWorkday(day);
        }

        return draft.Find(DirectiveData.ContentType, "DueDays", "Value") is { } days && days.GetValueKind() == System.Text.Json.JsonValueKind.Number
            ? calendar.AddWorkdays(directive.IssuedOn!.Value, (int)days.GetValue<decimal>())
            : null;
    }

    // The pages of the units show what was sent to them, and their people hear of what is new.
    private void Tell(IEnumerable<DirectiveDelivery> deliveries, IEnumerable<DeliveryEntry> entries, DateTime now)
    {
        Audit([.. deliveries], [.. entries], now);
        var news = entries.ToDictionary(entry => entry.DeliveryId, entry => entry.Id, StringComparer.Ordinal);
        foreach (var delivery in deliveries)
        {
            if (delivery.Site is { } name && tenants.Find(name) is { } unit)
            {
                db.Changes.Add(new Change { TenantId = unit.Id, Kind = ChangeKind.DirectiveNews, ItemId = news.GetValueOrDefault(delivery.Id), Tags = ListTag, OccurredUtc = now });
            }
        }
    }

    // Beside the entry that names who published the directive or took it down.
    private void Audit(IReadOnlyList<DirectiveDelivery> deliveries, IReadOnlyList<DeliveryEntry> entries, DateTime now)
    {
        foreach (var done in entries.GroupBy(entry => entry.Move))
        {
            var ids = done.Select(entry => entry.DeliveryId).ToHashSet(StringComparer.Ordinal);
            DirectiveDelivery[] to = [.. deliveries.Where(delivery => ids.Contains(delivery.Id))];
            db.AuditEntries.Add(AuditEntry.Of(Actor.Host(to[0].Issuer), $"{nameof(DeliverDirective)}.{done.Key}", now, to[0].ItemId, $"{to[0].Number}; {string.Join("; ", to.Select(delivery => delivery.UnitName))}"));
        }
    }
}
