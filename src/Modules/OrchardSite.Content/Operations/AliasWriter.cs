using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

/// <summary>Gives items aliases that nobody else of the site has.</summary>
public sealed class AliasWriter(SiteDbContext db, IStringLocalizer localizer)
{
    private const int Batch = 500;

    /// <summary>Settles aliases; one that was made from a title gets a number when it is taken.</summary>
    /// <returns>Reasons to refuse: an alias that a person chose and that is another's.</returns>
    public async Task<IReadOnlyList<Refusal>> ResolveAsync(IReadOnlyList<ContentWrite> writes, CancellationToken cancellationToken)
    {
        var named = writes.Where(write => write.Draft.Alias is not null).ToArray();
        var taken = await TakenAsync(named, cancellationToken);
        var refusals = new List<Refusal>();
        foreach (var write in named.OrderBy(write => write.Draft.HasGeneratedAlias))
        {
            var draft = write.Draft;
            if (draft.HasGeneratedAlias)
            {
                draft.Alias = Free(draft, taken);
                taken[draft.Alias] = draft.ContentItemId;
            }
            else if (!taken.TryAdd(draft.Alias!, draft.ContentItemId) && taken[draft.Alias!] != draft.ContentItemId)
            {
                refusals.Add(write.Refuse(RefusalKind.Conflict, localizer["The alias “{0}” is already in use.", draft.Alias!], "AliasPart.Alias"));
            }
        }

        return refusals;
    }

    private async Task<Dictionary<string, string>> TakenAsync(ContentWrite[] writes, CancellationToken cancellationToken)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var chunk in writes.Select(write => write.Draft.Alias!).Distinct().Chunk(Batch))
        {
            await foreach (var item in db.Set<ContentItem>().Where(item => chunk.Contains(item.Alias!)).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                taken[item.Alias!] = item.Id;
            }
        }

        foreach (var start in writes.Where(write => write.Draft.HasGeneratedAlias).Select(write => write.Draft.Alias + "-").Distinct())
        {
            await foreach (var item in db.Set<ContentItem>().Where(item => item.Alias!.StartsWith(start)).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                taken[item.Alias!] = item.Id;
            }
        }

        return taken;
    }

    private static string Free(ContentDraft draft, Dictionary<string, string> taken)
    {
        var alias = draft.Alias!;
        for (var number = 2; taken.TryGetValue(alias, out var owner) && owner != draft.ContentItemId; number++)
        {
            alias = $"{draft.Alias}-{number}";
        }

        return alias;
    }
}
