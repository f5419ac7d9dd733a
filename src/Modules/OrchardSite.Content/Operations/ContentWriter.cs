using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Text;

namespace OrchardSite.Content.Operations;

/// <summary>
/// Writes checked items with everything that follows from them: versions, addresses, terms, the modules' own tables,
/// audit and change feed. Every operation on content ends here. Scoped; inside a unit of work.
/// </summary>
public sealed class ContentWriter(SiteDbContext db, ContentConflicts conflicts, RouteWriter routes, TaxonomyChanges taxonomies, ContentMappers mappers, ContentMediaRows media, ContentChanges changes)
{
    /// <returns>Reasons to refuse, each with its path; then nothing has been written.</returns>
    public async Task<IReadOnlyList<Refusal>> WriteAsync(IReadOnlyList<ContentWrite> writes, Actor actor, CancellationToken cancellationToken)
    {
        if (await conflicts.CheckAsync(writes, actor, cancellationToken) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        var before = await WithdrawTermsAsync(writes, cancellationToken);
        await WriteVersionsAsync(writes, cancellationToken);
        await WriteItemsAsync(writes, cancellationToken);
        await WriteLatestTermsAsync(writes, cancellationToken);
        await media.WriteAsync(writes, cancellationToken);
        await routes.WriteAsync(writes, cancellationToken);
        var termRows = await taxonomies.RowsOfAsync(writes);
        await db.InsertAsync(termRows, cancellationToken);
        await mappers.PublishAsync(db, writes.Where(write => write.Publish).ToArray(), cancellationToken);
        await taxonomies.ApplyAsync(writes, cancellationToken);
        var after = termRows.ToLookup(row => row.ItemId, row => row.TermId);
        await changes.WrittenAsync(writes, actor, id => before[id].Concat(after[id]), cancellationToken);
        return [];
    }

    /// <summary>Takes an item away from readers. Its versions stay, and its address stays its own.</summary>
    /// <returns>Reasons to refuse; then nothing has been changed.</returns>
    public async Task<IReadOnlyList<Refusal>> WithdrawAsync(ContentItem row, Actor actor, ContentWithdrawal withdrawal, CancellationToken cancellationToken)
    {
        if (await conflicts.CheckWithdrawalAsync(row, withdrawal, actor, cancellationToken) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        var before = await WithdrawTermsAsync([row.Id], cancellationToken);
        await mappers.WithdrawAsync(db, row, cancellationToken);
        row.PublishedVersionId = null;
        row.PublishedUtc = null;
        row.IsPublic = false;
        row.Notice = withdrawal.Notice;
        await changes.WithdrawnAsync(row, actor, withdrawal, before[row.Id], cancellationToken);
        return [];
    }

    private async Task<ILookup<string, string>> WithdrawTermsAsync(IReadOnlyList<ContentWrite> writes, CancellationToken cancellationToken)
    {
        var known = writes.Where(write => write.Publish && write.Existing is not null).Select(write => write.Draft.ContentItemId).ToArray();
        return known.Length == 0
            ? Array.Empty<(string, string)>().ToLookup(pair => pair.Item1, pair => pair.Item2)
            : await WithdrawTermsAsync(known, cancellationToken);
    }

    private async Task<ILookup<string, string>> WithdrawTermsAsync(string[] itemIds, CancellationToken cancellationToken)
    {
        var rows = db.Set<ContentTerm>().Where(row => itemIds.Contains(row.ItemId));
        var before = await rows.Select(row => new { row.ItemId, row.TermId }).ToListAsync(cancellationToken);
        if (before.Count > 0)
        {
            await rows.ExecuteDeleteAsync(cancellationToken);
        }

        return before.ToLookup(row => row.ItemId, row => row.TermId);
    }

    private Task WriteVersionsAsync(IReadOnlyList<ContentWrite> writes, CancellationToken cancellationToken)
    {
        var versions = new List<ContentVersion>(writes.Count);
        foreach (var write in writes)
        {
            if (write.NewVersionNumber is not { } number)
            {
                continue;
            }

            var (json, hidden) = write.VersionJson();
            versions.Add(new ContentVersion
            {
                Id = write.VersionId,
                ItemId = write.Draft.ContentItemId,
                Number = number,
                DisplayText = write.Draft.DisplayText,
                Json = json,
                PrivateJson = hidden,
                Author = write.Author,
                AuthorId = write.AuthorId,
                CreatedUtc = write.ModifiedUtc,
                ChangeNote = write.ChangeNote,
            });
        }

        return db.InsertAsync(versions, cancellationToken);
    }

    private async Task WriteItemsAsync(IReadOnlyList<ContentWrite> writes, CancellationToken cancellationToken)
    {
        foreach (var write in writes)
        {
            if (write.Existing is { } row)
            {
                Update(row, write);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.InsertAsync(writes.Where(write => write.Existing is null).Select(NewRow).ToArray(), cancellationToken);
    }

    private async Task WriteLatestTermsAsync(IReadOnlyList<ContentWrite> writes, CancellationToken cancellationToken)
    {
        var known = writes.Where(write => write.Existing is not null).Select(write => write.Draft.ContentItemId).ToArray();
        if (known.Length > 0)
        {
            await db.Set<LatestTerm>().Where(row => known.Contains(row.ItemId)).ExecuteDeleteAsync(cancellationToken);
        }

        var rows =
            from write in writes
            from termId in write.Draft.Type.TaxonomyFields.SelectMany(field => write.Draft.Texts(field.Part, field.Field, "TermContentItemIds")).Distinct()
            select new LatestTerm { TermId = termId, ItemId = write.Draft.ContentItemId };
        await db.InsertAsync(rows.ToArray(), cancellationToken);
    }

    private static void Update(ContentItem row, ContentWrite write)
    {
        row.LatestVersionId = write.VersionId;
        row.LatestText = write.Draft.DisplayText;
        row.LatestKey = VietnameseText.Fold(write.Draft.DisplayText);
        row.EditedUtc = write.ModifiedUtc;
        // An import may bring in anew what lies in the bin: readers must see nothing that editors do not.
        row.DeletedUtc = null;
        row.Author = write.Author;
        row.Revision++;
        // What readers see stays as it is until the draft is published.
        if (write.Publish || row.PublishedVersionId is null)
        {
            row.DisplayText = write.Draft.DisplayText;
            row.Alias = write.Draft.Alias;
            row.Summary = write.SummaryJson();
            row.ModifiedUtc = write.ModifiedUtc;
        }

        if (write.Publish)
        {
            row.Path = write.Draft.Path;
            row.PublishedVersionId = write.VersionId;
            row.Notice = null;
            if (!write.Update.KeepsFormer)
            {
                (row.UpdateNote, row.UpdatedUtc) = (write.Update.Note, write.Update.Note is null ? null : write.ModifiedUtc);
            }

            row.PublishedUtc = write.Draft.PublishedUtc;
            row.ExpiresUtc = write.Draft.ExpiresUtc;
            row.IsPublic = write.IsPublic;
        }
    }

    private static ContentItem NewRow(ContentWrite write) => new()
    {
        Id = write.Draft.ContentItemId,
        ContentType = write.Draft.Type.Name,
        DisplayText = write.Draft.DisplayText,
        Path = write.Publish ? write.Draft.Path : null,
        Alias = write.Draft.Alias,
        CreatedUtc = write.CreatedUtc,
        ModifiedUtc = write.ModifiedUtc,
        PublishedUtc = write.Publish ? write.Draft.PublishedUtc : null,
        ExpiresUtc = write.Draft.ExpiresUtc,
        IsPublic = write.IsPublic,
        Owner = write.Owner,
        OwnerId = write.OwnerId,
        Author = write.Author,
        LatestText = write.Draft.DisplayText,
        LatestKey = VietnameseText.Fold(write.Draft.DisplayText),
        EditedUtc = write.ModifiedUtc,
        LatestVersionId = write.VersionId,
        PublishedVersionId = write.Publish ? write.VersionId : null,
        Summary = write.SummaryJson(),
    };
}
