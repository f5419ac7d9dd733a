using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Text;
using OrchardSite.Users.Roles;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Moves;
using OrchardSite.Workflows.Schedules;

namespace OrchardSite.Workflows.Threads;

/// <summary>What was done with an item and said about it, and by whom. Scoped.</summary>
public sealed class ItemThread(SiteDbContext db, ContentRights rights, Standings standings, CurrentWorkflow current, ItemStates states, MoveCheck check, EditorialLog log, PlannedMoves plans, TenantMembers members, TimeProvider time, IStringLocalizer localizer)
{
    private const int MostListed = 500;

    /// <returns>Null when there is no such item for this person, or it does not go the way of the workflow.</returns>
    public async Task<ItemOnItsWay?> ReadAsync(string itemId, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Set<ContentItem>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == itemId, cancellationToken) is not { DeletedUtc: null } item
            || !states.Follows(item.ContentType)
            || !await standings.MayOpenAsync(actor, item, cancellationToken))
        {
            return null;
        }

        var row = await states.ReadAsync(item, cancellationToken);
        var entries = await db.Set<EditorialEntry>().AsNoTracking().Where(entry => entry.ItemId == itemId)
            .OrderByDescending(entry => entry.AtUtc).ThenByDescending(entry => entry.Id).Take(MostListed).ToListAsync(cancellationToken);
        var numbers = await db.Set<ContentVersion>().Where(version => version.ItemId == itemId).Select(version => new { version.Id, version.Number }).ToDictionaryAsync(version => version.Id, version => version.Number, cancellationToken);
        return new ItemOnItsWay(item, row, current.Workflow.FindState(row.State)!, await check.PossibleAsync(item, row, actor, cancellationToken), await rights.MayEditAsync(actor, item, cancellationToken), entries, numbers);
    }

    /// <summary>Adds a comment on the newest version.</summary>
    public async Task<OperationResult<bool>> CommentAsync(string itemId, string? text, Actor actor, CancellationToken cancellationToken)
    {
        var clean = VietnameseText.ToNfc(text ?? "").Trim().ReplaceLineEndings("\n");
        if (clean.Length is 0 or > EditorialEntry.LongestText)
        {
            return new Refusal(RefusalKind.Invalid, localizer["A comment has 1 to {0} characters.", EditorialEntry.LongestText], "Comment");
        }

        if (await ReadAsync(itemId, actor, cancellationToken) is not { } way)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such content."]);
        }

        var mentioned = await MentionedAsync(clean, way.Item, actor, cancellationToken);
        log.Add(Entry(EntryKind.Comment, way.Item, actor, text: clean, mentioned: mentioned));
        Audit("CommentOnContent", way.Item, actor, null);
        await db.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Gives what waits to one person, or back to whoever may, and says whether it is urgent.</summary>
    /// <param name="assignee">Null: whoever may.</param>
    public async Task<OperationResult<bool>> AssignAsync(string itemId, int revision, Actor? assignee, bool isUrgent, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        if (await ReadAsync(itemId, actor, cancellationToken) is not { } way)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such content."]);
        }

        var row = await states.OfAsync(way.Item, cancellationToken);
        if (row.Revision != revision)
        {
            return Meanwhile(way.Item);
        }

        if (!way.MayEdit)
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not assign “{0}”.", way.Item.LatestText]);
        }

        if (assignee is not null && !(await check.PossibleAsync(way.Item, way.Row, assignee, cancellationToken)).Any())
        {
            return new Refusal(RefusalKind.Conflict, localizer["{0} can do nothing with “{1}” in this state.", assignee.Name, way.Item.LatestText], "Assignee");
        }

        row.IsUrgent = isUrgent;
        return await GiveAsync(work, way.Item, row, assignee, actor, cancellationToken);
    }

    /// <summary>Says by when what is published has to be read again, and with that that it holds now.</summary>
    /// <param name="byUtc">Null: never.</param>
    public async Task<OperationResult<bool>> ReviewByAsync(string itemId, int revision, DateTime? byUtc, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        if (await ReadAsync(itemId, actor, cancellationToken) is not { } way)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such content."]);
        }

        if (!way.MayEdit)
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not change when “{0}” is read again.", way.Item.LatestText]);
        }

        if (way.Item.PublishedVersionId is null)
        {
            return new Refusal(RefusalKind.Conflict, localizer["“{0}” is not published.", way.Item.LatestText]);
        }

        if (byUtc <= time.GetUtcNow().UtcDateTime)
        {
            return new Refusal(RefusalKind.Invalid, localizer["Give a day to come."], "ReviewBy");
        }

        var row = await states.OfAsync(way.Item, cancellationToken);
        if (row.Revision != revision)
        {
            return Meanwhile(way.Item);
        }

        row.ReviewByUtc = byUtc;
        await plans.SetAsync(itemId, PlannedKind.ReadAgain, byUtc, cancellationToken);
        Audit("SetReviewDay", way.Item, actor, byUtc?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        log.Add(Entry(EntryKind.Comment, way.Item, actor, text: byUtc is null ? localizer["Read again: it holds, for good."] : localizer["Read again: it holds until it is read next."]));
        return await SavedAsync(work, way.Item, row, cancellationToken);
    }

    /// <summary>Takes what waits for whoever may on the person themselves.</summary>
    public async Task<OperationResult<bool>> TakeAsync(string itemId, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        if (await ReadAsync(itemId, actor, cancellationToken) is not { } way)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such content."]);
        }

        if (way.Row.AssigneeId is { } other && other != actor.AccountId)
        {
            return new Refusal(RefusalKind.Conflict, localizer["{0} has taken on “{1}” already.", way.Row.Assignee ?? "", way.Item.LatestText]);
        }

        if (way.Possible.Count == 0)
        {
            return new Refusal(RefusalKind.Conflict, localizer["{0} can do nothing with “{1}” in this state.", actor.Name, way.Item.LatestText]);
        }

        return await GiveAsync(work, way.Item, await states.OfAsync(way.Item, cancellationToken), actor, actor, cancellationToken);
    }

    private async Task<OperationResult<bool>> GiveAsync(UnitOfWork work, ContentItem item, EditorialItem row, Actor? assignee, Actor actor, CancellationToken cancellationToken)
    {
        if (row.AssigneeId != assignee?.AccountId)
        {
            (row.AssigneeId, row.Assignee) = (assignee?.AccountId, assignee?.Name);
            log.Add(Entry(EntryKind.Assigned, item, actor, assignee: assignee));
            Audit("AssignContent", item, actor, assignee?.Name);
        }

        return await SavedAsync(work, item, row, cancellationToken);
    }

    private void Audit(string operation, ContentItem item, Actor actor, string? detail) =>
        db.Add(AuditEntry.Of(actor, operation, time.GetUtcNow().UtcDateTime, item.Id, detail));

    private async Task<OperationResult<bool>> SavedAsync(UnitOfWork work, ContentItem item, EditorialItem row, CancellationToken cancellationToken)
    {
        row.Revision++;
        try
        {
            await work.CommitAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Meanwhile(item);
        }
    }

    private Refusal Meanwhile(ContentItem item) => new(RefusalKind.Conflict, localizer["Somebody else has done something with “{0}” at the same time. Look at it again.", item.LatestText]);

    // "@Nguyễn Văn An" names a colleague who may see the item; of two that fit, the longer name.
    private async Task<List<int>> MentionedAsync(string text, ContentItem item, Actor actor, CancellationToken cancellationToken)
    {
        var mentioned = new List<int>();
        if (!text.Contains('@', StringComparison.Ordinal))
        {
            return mentioned;
        }

        foreach (var member in (await members.AllAsync(cancellationToken)).OrderByDescending(member => member.Name.Length))
        {
            var name = "@" + member.Name;
            if (text.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                text = text.Replace(name, "", StringComparison.OrdinalIgnoreCase);
                if (member.AccountId != actor.AccountId && await rights.MayOpenAsync(member, item, cancellationToken))
                {
                    mentioned.Add(member.AccountId!.Value);
                }
            }
        }

        return mentioned;
    }

    private EditorialEntry Entry(EntryKind kind, ContentItem item, Actor actor, string? text = null, Actor? assignee = null, List<int>? mentioned = null) => new()
    {
        Kind = kind,
        ItemId = item.Id,
        VersionId = item.LatestVersionId,
        AtUtc = time.GetUtcNow().UtcDateTime,
        PersonId = actor.AccountId,
        Person = actor.Name,
        Text = text,
        MentionedIds = mentioned ?? [],
        AssigneeId = assignee?.AccountId,
        Assignee = kind == EntryKind.Assigned ? assignee?.Name ?? "" : null,
    };
}

/// <param name="Possible">What the person who asked can do now.</param>
/// <param name="Entries">The newest first.</param>
/// <param name="Numbers">Of the item's versions, by their ids.</param>
public sealed record ItemOnItsWay(
    ContentItem Item,
    EditorialItem Row,
    WorkflowState State,
    IReadOnlyList<WorkflowTransition> Possible,
    bool MayEdit,
    IReadOnlyList<EditorialEntry> Entries,
    IReadOnlyDictionary<string, int> Numbers);
