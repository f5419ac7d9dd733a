using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;

namespace OrchardSite.Directives.Consultations;

/// <summary>Which comments of a round a list shows.</summary>
public enum CommentChoice
{
    All,
    New,
    Unanswered,
    Shown,
    Hidden,
}

/// <summary>Rounds of comments and what was said in them, for readers and for those who answer. Scoped: works for the current site.</summary>
public sealed class CommentReader(SiteDbContext db)
{
    public const int PageSize = 50;

    private IQueryable<ConsultationComment> Comments => db.Set<ConsultationComment>().AsNoTracking();

    /// <summary>The rounds that every reader may see.</summary>
    public async Task<IReadOnlyList<ContentView>> PublicRoundsAsync(CancellationToken cancellationToken) =>
        (await db.Set<ContentItem>().AsNoTracking().Where(item => item.ContentType == Consultation.ContentType && item.IsPublic).ToListAsync(cancellationToken)).ConvertAll(item => new ContentView(item));

    public Task<int> CountAsync(string itemId, CancellationToken cancellationToken) => Comments.CountAsync(row => row.ItemId == itemId, cancellationToken);

    /// <summary>What readers see of a round that shows comments: the newest first.</summary>
    public async Task<(IReadOnlyList<ConsultationComment> Rows, int Total)> ShownAsync(string itemId, int skip, int take, CancellationToken cancellationToken)
    {
        var shown = Of(itemId, CommentChoice.Shown);
        var total = await shown.CountAsync(cancellationToken);
        return (await shown.OrderByDescending(row => row.Number).Skip(skip).Take(take).ToListAsync(cancellationToken), total);
    }

    /// <summary>A page of a round's comments, as those see it who answer: the oldest first.</summary>
    public Task<List<ConsultationComment>> PageAsync(string itemId, CommentChoice choice, int page, CancellationToken cancellationToken) =>
        Of(itemId, choice).OrderBy(row => row.Number).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);

    public Task<List<ConsultationComment>> AllAsync(string itemId, CancellationToken cancellationToken) =>
        Of(itemId, CommentChoice.All).OrderBy(row => row.Number).ToListAsync(cancellationToken);

    public Task<ConsultationComment?> FindAsync(string id, CancellationToken cancellationToken) => Comments.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);

    /// <summary>A round with its comments, also one that readers no longer see; null where there is none.</summary>
    public async Task<RoundRow?> FindRoundAsync(string itemId, CancellationToken cancellationToken) =>
        await db.Set<ContentItem>().AsNoTracking().FirstOrDefaultAsync(item => item.Id == itemId && item.ContentType == Consultation.ContentType, cancellationToken) is { } item
            ? new RoundRow(item, (await CountsAsync(itemId, cancellationToken)).GetValueOrDefault(itemId) ?? RoundCounts.None)
            : null;

    /// <summary>All rounds: those that wait for answers first. One in the bin is there as long as it has comments.</summary>
    public async Task<IReadOnlyList<RoundRow>> RoundsAsync(CancellationToken cancellationToken)
    {
        var counts = await CountsAsync(itemId: null, cancellationToken);
        var items = await db.Set<ContentItem>().AsNoTracking().Where(item => item.ContentType == Consultation.ContentType).ToListAsync(cancellationToken);
        return
        [
            .. items.Where(item => item.DeletedUtc is null || counts.ContainsKey(item.Id))
                .Select(item => new RoundRow(item, counts.GetValueOrDefault(item.Id) ?? RoundCounts.None))
                .OrderByDescending(row => row.Counts.Unanswered > 0).ThenByDescending(row => row.Round?.ClosesOn).ThenBy(row => row.Item.Id, StringComparer.Ordinal),
        ];
    }

    private async Task<Dictionary<string, RoundCounts>> CountsAsync(string? itemId, CancellationToken cancellationToken) =>
        (await Comments.Where(row => itemId == null || row.ItemId == itemId)
            .GroupBy(row => row.ItemId)
            .Select(group => new
            {
                group.Key,
                All = group.Count(),
                New = group.Count(row => row.State == CommentState.New),
                Shown = group.Count(row => row.State == CommentState.Shown),
                Unanswered = group.Count(row => row.Answer == null && row.State != CommentState.Hidden),
            })
            .ToListAsync(cancellationToken))
            .ToDictionary(row => row.Key, row => new RoundCounts(row.All, row.New, row.Shown, row.Unanswered), StringComparer.Ordinal);

    private IQueryable<ConsultationComment> Of(string itemId, CommentChoice choice)
    {
        var rows = Comments.Where(row => row.ItemId == itemId);
        return choice switch
        {
            CommentChoice.New => rows.Where(row => row.State == CommentState.New),
            CommentChoice.Shown => rows.Where(row => row.State == CommentState.Shown),
            CommentChoice.Hidden => rows.Where(row => row.State == CommentState.Hidden),
            CommentChoice.Unanswered => rows.Where(row => row.Answer == null && row.State != CommentState.Hidden),
            _ => rows,
        };
    }
}

/// <param name="Unanswered">Those that are not hidden and have no answer.</param>
public sealed record RoundCounts(int All, int New, int Shown, int Unanswered)
{
    public static RoundCounts None { get; } = new(0, 0, 0, 0);

    public int Of(CommentChoice choice) => choice switch
    {
        CommentChoice.New => New,
        CommentChoice.Shown => Shown,
        CommentChoice.Hidden => All - New - Shown,
        CommentChoice.Unanswered => Unanswered,
        _ => All,
    };
}

public sealed record RoundRow(ContentItem Item, RoundCounts Counts)
{
    /// <summary>Null while readers do not see it.</summary>
    public Consultation? Round { get; } = Item.IsPublic ? Consultation.Of(new ContentView(Item)) : null;
}
