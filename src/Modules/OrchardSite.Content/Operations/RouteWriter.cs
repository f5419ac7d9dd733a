using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Operations;

/// <summary>Gives items and terms addresses that nobody else has, and keeps former ones so that old links still lead there.</summary>
public sealed class RouteWriter(SiteDbContext db, ReservedPaths reserved, TenantDirectory tenants, IStringLocalizer localizer)
{
    private const int Batch = 500;

    private HashSet<string>? _prefixes;

    /// <summary>Settles the address of each item that is to be published; one made from a pattern gets a number when it is taken.</summary>
    /// <returns>Reasons to refuse: an address that a person chose and that is another's.</returns>
    public async Task<IReadOnlyList<Refusal>> ResolveAsync(IReadOnlyList<ContentWrite> writes, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        var taken = await TakenAsync(writes, cancellationToken);
        foreach (var write in writes.OrderBy(write => write.Draft.HasGeneratedPath))
        {
            // A taxonomy has many addresses, and may not have one of them twice either.
            var own = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (path, place) in FixedPaths(write.Draft))
            {
                if (IsReserved(write.Draft, path))
                {
                    refusals.Add(write.Refuse(RefusalKind.Conflict, localizer["The address “{0}” belongs to the portal itself or to another site.", path], place));
                }
                else if (!own.Add(path) || (!taken.TryAdd(path, write.Draft.ContentItemId) && taken[path] != write.Draft.ContentItemId))
                {
                    refusals.Add(write.Refuse(RefusalKind.Conflict, localizer["The address “{0}” is already in use.", path], place));
                }
            }

            if (write.Draft is { HasGeneratedPath: true } draft)
            {
                draft.Path = FreePath(draft, taken, own);
                taken[draft.Path] = draft.ContentItemId;
            }
        }

        return refusals;
    }

    /// <summary>Writes the settled addresses; those that an item no longer has stay as ways to it.</summary>
    public async Task WriteAsync(IReadOnlyList<ContentWrite> writes, CancellationToken cancellationToken)
    {
        var published = writes.Where(write => write.Publish).ToArray();
        var fresh = new List<ContentRoute>();
        foreach (var write in published.Where(write => write.Existing is null))
        {
            fresh.AddRange(RoutesOf(write.Draft));
        }

        await db.InsertAsync(await ReclaimAsync(fresh, cancellationToken), cancellationToken);
        foreach (var write in published.Where(write => write.Existing is not null))
        {
            await RewriteAsync(write.Draft, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<Dictionary<string, string>> TakenAsync(IReadOnlyList<ContentWrite> writes, CancellationToken cancellationToken)
    {
        var wanted = writes.SelectMany(write => FixedPaths(write.Draft).Select(pair => pair.Path).Append(write.Draft.Path ?? "")).Where(path => path.Length > 0).Distinct().ToArray();
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var chunk in wanted.Chunk(Batch))
        {
            // A former address may be taken over by somebody else; a current one may not.
            var rows = db.Set<ContentRoute>().Where(route => chunk.Contains(route.Path) && route.IsCurrent).Select(route => new { route.Path, route.ItemId });
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                taken[row.Path] = row.ItemId;
            }
        }

        foreach (var start in CrowdedPaths(writes, taken).Select(path => path + "-"))
        {
            var similar = db.Set<ContentRoute>().Where(route => route.Path.StartsWith(start) && route.IsCurrent).Select(route => new { route.Path, route.ItemId });
            await foreach (var row in similar.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                taken[row.Path] = row.ItemId;
            }
        }

        return taken;
    }

    // Generated addresses that some item will have with a number behind it.
    private IEnumerable<string> CrowdedPaths(IReadOnlyList<ContentWrite> writes, Dictionary<string, string> taken)
    {
        var chosen = writes.SelectMany(write => FixedPaths(write.Draft)).Select(pair => pair.Path).ToHashSet(StringComparer.Ordinal);
        return writes.Select(write => write.Draft)
            .Where(draft => draft.HasGeneratedPath && draft.Path!.Length > 0)
            .GroupBy(draft => draft.Path!)
            .Where(drafts => drafts.Skip(1).Any() || taken.ContainsKey(drafts.Key) || chosen.Contains(drafts.Key) || IsReserved(drafts.First(), drafts.Key))
            .Select(drafts => drafts.Key);
    }

    // A type whose pattern begins with a module's own segment lives below that module's page.
    private bool IsReserved(ContentDraft draft, string path)
    {
        var segment = path.Split('/')[0];
        return Prefixes.Contains(segment)
            || (reserved.Contains(segment) && (path == segment || draft.Type.RoutePattern?.StartsWith(segment + "/", StringComparison.Ordinal) != true));
    }

    // Behind another site's prefix no reader would find a page of this one.
    private HashSet<string> Prefixes => _prefixes ??= tenants.Find(db.TenantId) is { Prefix.Length: > 0 }
        ? []
        : tenants.All.Where(tenant => tenant.Id != db.TenantId && tenant.Prefix.Length > 0).Select(tenant => tenant.Prefix).ToHashSet(StringComparer.Ordinal);

    private string FreePath(ContentDraft draft, Dictionary<string, string> taken, HashSet<string> own)
    {
        var wanted = string.IsNullOrEmpty(draft.Path) ? draft.ContentItemId : draft.Path;
        var path = wanted;
        for (var number = 2; IsReserved(draft, path) || own.Contains(path) || (taken.TryGetValue(path, out var owner) && owner != draft.ContentItemId); number++)
        {
            path = $"{wanted}-{number}";
        }

        return path;
    }

    private static IEnumerable<(string Path, string Place)> FixedPaths(ContentDraft draft) =>
        draft is { HasGeneratedPath: false, Path: { Length: > 0 } path }
            ? TermsOf(draft).Select(term => (term.Path, TaxonomyChanges.PlaceOf(term))).Prepend((path, "AutoroutePart.Path"))
            : TermsOf(draft).Select(term => (term.Path, TaxonomyChanges.PlaceOf(term)));

    private static IEnumerable<Term> TermsOf(ContentDraft draft) => draft.Type.FindPart("TaxonomyPart") is null
        ? []
        : TermTree.ReadTerms(draft.Content, draft.ContentItemId).SelectMany(root => root.Subtree()).Where(term => term.Path.Length > 0);

    private static IEnumerable<ContentRoute> RoutesOf(ContentDraft draft)
    {
        var terms = TermsOf(draft).Select(term => new ContentRoute { Path = term.Path, ItemId = draft.ContentItemId, TermId = term.Id });
        return draft.Path is { Length: > 0 } path ? terms.Prepend(new ContentRoute { Path = path, ItemId = draft.ContentItemId }) : terms;
    }

    // A new item takes over addresses that others have given up.
    private async Task<List<ContentRoute>> ReclaimAsync(List<ContentRoute> fresh, CancellationToken cancellationToken)
    {
        foreach (var chunk in fresh.Select(route => route.Path).Chunk(Batch))
        {
            await db.Set<ContentRoute>().Where(route => chunk.Contains(route.Path) && !route.IsCurrent).ExecuteDeleteAsync(cancellationToken);
        }

        return fresh;
    }

    private async Task RewriteAsync(ContentDraft draft, CancellationToken cancellationToken)
    {
        var wanted = RoutesOf(draft).ToDictionary(route => route.Path, StringComparer.Ordinal);
        var paths = wanted.Keys.ToArray();
        await db.Set<ContentRoute>().Where(route => paths.Contains(route.Path) && !route.IsCurrent && route.ItemId != draft.ContentItemId).ExecuteDeleteAsync(cancellationToken);
        foreach (var route in await db.Set<ContentRoute>().Where(route => route.ItemId == draft.ContentItemId).ToListAsync(cancellationToken))
        {
            route.IsCurrent = wanted.Remove(route.Path, out var same);
            route.TermId = same is null ? route.TermId : same.TermId;
        }

        db.AddRange(wanted.Values);
    }
}
