using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Media;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Directives.Delivery;

/// <summary>What a person does with a delivery.</summary>
/// <param name="Revision">That of the delivery as the person saw it.</param>
/// <param name="Move">Name of a <see cref="DeliveryMove"/>.</param>
/// <param name="Text">The report or the reason.</param>
/// <param name="Until">The day that is asked for or granted.</param>
public sealed record DeliveryStep(int Revision, string? Move, string? Text, DateOnly? Until, IReadOnlyList<Attachment> Files);

/// <summary>Makes one move with a delivery, for the unit or for the issuer, or says why not. Scoped: works for the site on which the person is.</summary>
public sealed class MoveDelivery(SiteDbContext db, PassedOn passedOn, CurrentTenant current, TenantDirectory tenants, TenantCache<SiteSettings> settings, TimeProvider time, IStringLocalizer localizer)
{
    /// <summary>Who the current site is to a delivery; null: a stranger.</summary>
    public DeliverySide? SideOf(DirectiveDelivery delivery) =>
        delivery.TenantId == db.TenantId ? DeliverySide.Issuer : delivery.Site == current.Name ? DeliverySide.Unit : null;

    /// <summary>The unit's site; null where it has none, or none any more.</summary>
    public Tenant? SiteOf(DirectiveDelivery delivery) => delivery.Site is { } name ? tenants.Find(name) : null;

    /// <summary>What a person can do with a delivery now, in the order of the table.</summary>
    public IReadOnlyList<DeliveryMove> Possible(DirectiveDelivery delivery, Actor actor) =>
        [.. DeliveryMove.All.Where(move => Plays(move, delivery, actor) && move.Fits(delivery))];

    public async Task<OperationResult<DirectiveDelivery>> RunAsync(string id, DeliveryStep step, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        if (await FindAsync(id, actor, cancellationToken) is not { } delivery)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such directive for this site."]);
        }

        if (DeliveryMove.Find(step.Move) is not { } move)
        {
            return new Refusal(RefusalKind.Invalid, localizer["There is nothing like that to do."]);
        }

        if (!Plays(move, delivery, actor))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not do this with {0}.", delivery.Number]);
        }

        if (delivery.Revision != step.Revision || !move.Fits(delivery))
        {
            return new Refusal(RefusalKind.Conflict, localizer["Something else was done with {0} meanwhile. Look at it again.", delivery.Number]);
        }

        step = step with { Text = VietnameseText.ToNfc(step.Text ?? "").Trim().ReplaceLineEndings("\n") };
        if (Check(move, delivery, step) is { Count: > 0 } refusals)
        {
            return OperationResult<DirectiveDelivery>.Refused(refusals);
        }

        Make(move, delivery, step, time.TodayIn((await settings.GetAsync(delivery.TenantId)).TimeZone), actor);
        if (delivery.State is DeliveryState.Recalled or DeliveryState.Returned)
        {
            await passedOn.TakeBackAsync([delivery], time.GetUtcNow().UtcDateTime, cancellationToken);
        }

        try
        {
            await work.CommitAsync(cancellationToken);
            return delivery;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal(RefusalKind.Conflict, localizer["Something else was done with {0} meanwhile. Look at it again.", delivery.Number]);
        }
    }

    /// <returns>Null when the current site or the person has nothing to do with it.</returns>
    public async Task<DirectiveDelivery?> FindAsync(string id, Actor actor, CancellationToken cancellationToken) =>
        await db.Set<DirectiveDelivery>().FirstOrDefaultAsync(row => row.Id == id && (row.TenantId == db.TenantId || row.Site == current.Name), cancellationToken) is { } delivery
        && (SideOf(delivery) == DeliverySide.Unit || delivery.ParentId is not null ? DeliveryPermissions.MaySeeReceived(actor) : DeliveryPermissions.MaySeeBoard(actor))
            ? delivery
            : null;

    // For a unit without a site its receipts reach the issuer on paper; the issuer notes them.
    private bool Plays(DeliveryMove move, DirectiveDelivery delivery, Actor actor) => SideOf(delivery) switch
    {
        DeliverySide.Unit => move.Side == DeliverySide.Unit && actor.Can(DeliveryPermissions.ReceiveDirectives),
        DeliverySide.Issuer => (move.Side == DeliverySide.Issuer || SiteOf(delivery) is null) && DeliveryPermissions.MaySend(actor, delivery),
        _ => false,
    };

    // The board shows receipts and beginnings; of each of hundreds of units they are no news.
    private int? OtherSide(DeliveryMove move, DirectiveDelivery delivery) =>
        move.Side == DeliverySide.Issuer ? SiteOf(delivery)?.Id : SiteOf(delivery) is not null && move.NeedsText ? delivery.TenantId : null;

    private List<Refusal> Check(DeliveryMove move, DirectiveDelivery delivery, DeliveryStep step)
    {
        var refusals = new List<Refusal>();
        if (step.Text!.Length > DeliveryEntry.LongestText)
        {
            refusals.Add(new Refusal(RefusalKind.Invalid, localizer["There may be {0} characters at most.", DeliveryEntry.LongestText], "Text"));
        }
        else if (move.NeedsText && step.Text.Length == 0)
        {
            refusals.Add(new Refusal(RefusalKind.Invalid, move.Name == "Report" ? localizer["Say what was done; the issuer reads it."] : localizer["Give the reason; the other side reads it."], "Text"));
        }

        if (move.NeedsDay && !(step.Until > delivery.DueOn))
        {
            refusals.Add(new Refusal(RefusalKind.Invalid, localizer["Give a day after {0}, the last one so far.", delivery.DueOn!.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)], "Until"));
        }

        if (step.Files.Count > (move.NeedsText ? DeliveryFile.Most : 0))
        {
            refusals.Add(new Refusal(RefusalKind.Invalid, localizer["There may be {0} files at most, and only with a report or a reason.", DeliveryFile.Most], "Files"));
        }

        return refusals;
    }

    // What was said and sent stays in the record; its hashes show that it was this.
    private string Evidence(DirectiveDelivery delivery, DeliveryState before, DeliveryEntry entry, IReadOnlyList<Attachment> files)
    {
        var texts = new DeliveryTexts(localizer);
        var until = entry.Until is { } day ? $"; {day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}" : "";
        var said = entry.Text is { } text ? $"; SHA-256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}" : "";
        return $"{delivery.Number}; {delivery.UnitName}; {texts.NameOf(before)} → {texts.NameOf(delivery.State)}{until}{said}{string.Concat(files.Select(file => $"; {file.Name} SHA-256 {file.Sha256}"))}";
    }

    private void Make(DeliveryMove move, DirectiveDelivery delivery, DeliveryStep step, DateOnly today, Actor actor)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var before = delivery.State;
        delivery.State = move.LeadsTo(delivery);
        delivery.Revision++;
        switch (move.Name)
        {
            case DeliveryMove.Acknowledge:
                delivery.ReceivedUtc = now;
                break;
            case DeliveryMove.AskForTime:
                delivery.AskedUntil = step.Until;
                break;
            case DeliveryMove.GrantTime:
                (delivery.DueOn, delivery.AskedUntil, delivery.Reminded) = (step.Until, null, DeliveryReminder.None);
                break;
            case DeliveryMove.RefuseTime:
                delivery.AskedUntil = null;
                break;
        }

        // Whatever ends or begins anew leaves no question open and no time of something that is to come.
        if (delivery.State is DeliveryState.Reported or DeliveryState.Done or DeliveryState.Returned or DeliveryState.Recalled)
        {
            delivery.AskedUntil = null;
        }

        delivery.ReportedUtc = delivery.State switch { DeliveryState.Reported => now, DeliveryState.Done => delivery.ReportedUtc, _ => null };
        delivery.DoneUtc = delivery.State == DeliveryState.Done ? now : null;
        delivery.FinishedOn = delivery.State is DeliveryState.Reported or DeliveryState.Done ? delivery.FinishedOn ?? today : null;
        var entry = DeliveryEntry.Of(delivery, move.Name, now, actor, step.Text, move.NeedsDay ? step.Until : null);
        db.Add(entry);
        db.AddRange(step.Files.Select(file => new DeliveryFile
        {
            TenantId = delivery.TenantId,
            DeliveryId = delivery.Id,
            EntryId = entry.Id,
            Name = file.Name,
            ContentType = file.ContentType,
            Sha256 = file.Sha256,
            Size = file.Size,
        }));
        if (OtherSide(move, delivery) is { } tenant)
        {
            db.Changes.Add(new Change { TenantId = tenant, Kind = ChangeKind.DirectiveNews, ItemId = entry.Id, Tags = "", OccurredUtc = now });
        }

        db.AuditEntries.Add(AuditEntry.Of(actor, $"{nameof(MoveDelivery)}.{move.Name}", now, delivery.ItemId, Evidence(delivery, before, entry, step.Files)));
    }
}
