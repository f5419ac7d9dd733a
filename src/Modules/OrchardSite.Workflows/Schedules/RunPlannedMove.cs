using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Moves;
using OrchardSite.Workflows.Proposals;
using OrchardSite.Workflows.Threads;

namespace OrchardSite.Workflows.Schedules;

/// <summary>Does with one item what was planned for it, along a transition of the workflow. Scoped.</summary>
public sealed class RunPlannedMove(SiteDbContext db, EditorialLog log, CurrentWorkflow current, ItemStates states, MoveEffects effects, PlannedMoves plans, CoApprovals coApprovals, TenantCache<SiteSettings> settings, TimeProvider time, IStringLocalizer localizer)
{
    /// <summary>How long before a deadline people are reminded of it.</summary>
    public static readonly TimeSpan SoonBefore = TimeSpan.FromHours(2);

    /// <returns>What kept it from being done, as sentences; none when it is done, or was done or called off meanwhile.</returns>
    public async Task<IReadOnlyList<Refusal>> RunAsync(string itemId, PlannedKind kind, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        if (await db.Set<PlannedMove>().FindAsync([db.TenantId, itemId, kind], cancellationToken) is not { } planned || planned.AtUtc > now)
        {
            return [];
        }

        db.Remove(planned);
        var item = await db.Set<ContentItem>().FirstOrDefaultAsync(row => row.Id == itemId && row.DeletedUtc == null, cancellationToken);
        if (item is not null)
        {
            var row = await states.OfAsync(item, cancellationToken);
            if (await DoAsync(item, row, kind, cancellationToken) is { Count: > 0 } refusals)
            {
                return refusals;
            }
        }

        await work.CommitAsync(cancellationToken);
        return [];
    }

    /// <summary>Calls off a publication that was refused when its time had come; it waits for who approves again.</summary>
    public async Task CallOffAsync(string itemId, string why, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var item = await db.Set<ContentItem>().FirstAsync(row => row.Id == itemId, cancellationToken);
        var row = await states.OfAsync(item, cancellationToken);
        if (row.PlannedUtc is not null && current.Workflow.From(row.State).FirstOrDefault(transition => transition is { Effect: WorkflowEffect.None, Reason: not WorkflowReason.Required }) is { } back)
        {
            await effects.RunAsync(back, item, row, Schedule(), new MoveRequest(itemId, item.LatestVersionId, back.Name) { Reason = why }, cancellationToken);
        }

        await plans.SetAsync(itemId, PlannedKind.Publish, null, cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<Refusal>> DoAsync(ContentItem item, EditorialItem row, PlannedKind kind, CancellationToken cancellationToken)
    {
        if (ReminderOf(kind) is { } reminder)
        {
            log.Add(new EditorialEntry { Kind = reminder, ItemId = item.Id, VersionId = item.LatestVersionId, AtUtc = time.GetUtcNow().UtcDateTime, Person = Schedule().Name });
            return [];
        }

        if (current.Workflow.On(kind == PlannedKind.Publish ? WorkflowEvent.Due : WorkflowEvent.Expiry, row.State) is not { } transition)
        {
            return [];
        }

        // What the second person approved, and no other version.
        if (kind == PlannedKind.Publish && !FourEyes.IsApproved(row, item.LatestVersionId))
        {
            return [new Refusal(RefusalKind.Conflict, localizer["Nobody else has approved this version of “{0}” yet.", item.LatestText])];
        }

        if (kind == PlannedKind.Publish && await coApprovals.RefusalAsync(item, cancellationToken) is { } unasked)
        {
            return [unasked];
        }

        var notice = kind == PlannedKind.Expire ? await NoticeAsync(row.ExpiresUtc!.Value) : null;
        return await effects.RunAsync(transition, item, row, Schedule(), new MoveRequest(item.Id, item.LatestVersionId, transition.Name) { Notice = notice }, cancellationToken);
    }

    private async Task<string> NoticeAsync(DateTime expiredUtc)
    {
        var site = await settings.GetAsync(db.TenantId);
        var day = TimeZoneInfo.ConvertTimeFromUtc(expiredUtc, site.TimeZone).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return localizer["What stood here was of use until {0} and has been taken down.", day];
    }

    private static EntryKind? ReminderOf(PlannedKind kind) => kind switch
    {
        PlannedKind.RemindSoon => EntryKind.DueSoon,
        PlannedKind.RemindLate => EntryKind.Late,
        PlannedKind.ReadAgain => EntryKind.ToBeReadAgain,
        _ => null,
    };

    private Actor Schedule() => Actor.Host(localizer["Schedule"]);
}
