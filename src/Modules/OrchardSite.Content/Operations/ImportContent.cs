using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

public enum ImportEffect
{
    Created,
    Updated,
    Unchanged,
}

/// <param name="PublishIncomplete">True when what is only needed to publish may be missing.</param>
public sealed record ImportOptions(bool PublishIncomplete = false);

public sealed record ImportedContent(string ContentItemId, string ContentType, string DisplayText, ImportEffect Effect);

/// <summary>Brings many items at once to what their Orchard Core JSON says. All of them, or none.</summary>
public sealed class ImportContent(SiteDbContext db, ContentWriter writer, ContentPreparation preparation, TimeProvider time, IStringLocalizer localizer)
{
    private const int EnoughForThreads = 100;

    /// <returns>What became of each item, in order; or refusals whose field begins with the item's index: <c>[2].Article.Sapo</c>.</returns>
    public async Task<OperationResult<IReadOnlyList<ImportedContent>>> RunAsync(
        IReadOnlyList<JsonObject> items, ImportOptions options, Actor actor, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var prepared = await PrepareAsync(items, options, now);
        if (Refusals(prepared, actor) is { Count: > 0 } refusals)
        {
            return OperationResult<IReadOnlyList<ImportedContent>>.Refused(refusals);
        }

        await using var work = db.Database.CurrentTransaction is null ? await db.BeginAsync(cancellationToken) : null;
        var stored = await StoredContent.ReadAsync(db, prepared.Select(item => item.Draft.Value.ContentItemId), prepared.Select(item => item.Metadata.VersionId), cancellationToken);
        var results = new List<ImportedContent>(prepared.Length);
        var writes = new List<ContentWrite>();
        foreach (var (index, (metadata, draft)) in prepared.Index())
        {
            var write = Write(metadata, draft.Value, $"[{index}].", stored, actor, now);
            var effect = write is null ? ImportEffect.Unchanged : write.Existing is null ? ImportEffect.Created : ImportEffect.Updated;
            results.Add(new ImportedContent(draft.Value.ContentItemId, draft.Value.Type.Name, draft.Value.DisplayText, effect));
            if (write is not null)
            {
                writes.Add(write);
            }
        }

        if (writes.Count > 0 && await writer.WriteAsync(writes, actor, cancellationToken) is { Count: > 0 } conflicts)
        {
            return OperationResult<IReadOnlyList<ImportedContent>>.Refused(conflicts);
        }

        await (work is null ? db.SaveChangesAsync(cancellationToken) : work.CommitAsync(cancellationToken));
        return results;
    }

    private async Task<Prepared[]> PrepareAsync(IReadOnlyList<JsonObject> items, ImportOptions options, DateTime now)
    {
        var basis = await preparation.BasisAsync();
        var prepared = new Prepared[items.Count];
        await Parallel.ForAsync(
            0,
            items.Count,
            new ParallelOptions { MaxDegreeOfParallelism = items.Count < EnoughForThreads ? 1 : Environment.ProcessorCount },
            async (index, _) =>
            {
                var (metadata, parts) = ContentMetadata.Split(items[index]);
                var publishing = metadata.Published && !options.PublishIncomplete;
                prepared[index] = new Prepared(metadata, await preparation.PrepareAsync(metadata, parts, basis, publishing, now));
            });
        return prepared;
    }

    private List<Refusal> Refusals(Prepared[] prepared, Actor actor)
    {
        var refusals = new List<Refusal>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < prepared.Length; index++)
        {
            var (metadata, draft) = prepared[index];
            if (!draft.Succeeded)
            {
                refusals.AddRange(draft.Refusals.Select(refusal => refusal with { Field = $"[{index}].{refusal.Field}" }));
            }
            else if (!(metadata.Published ? actor.MayPublish(draft.Value.Type.Name) : actor.MayEdit(draft.Value.Type.Name)))
            {
                refusals.Add(new Refusal(RefusalKind.Forbidden, localizer["You may not write content of the type {0}.", draft.Value.Type.DisplayName], $"[{index}]"));
            }
            else if (!seen.Add(draft.Value.ContentItemId))
            {
                refusals.Add(new Refusal(RefusalKind.Invalid, localizer["The item {0} occurs twice.", draft.Value.ContentItemId], $"[{index}].ContentItemId"));
            }
        }

        return refusals;
    }

    // Null when the item is as it should be, or has been and was edited since: an import brings a version in once.
    private static ContentWrite? Write(ContentMetadata metadata, ContentDraft draft, string place, StoredContent stored, Actor actor, DateTime now)
    {
        var existing = stored.Item(draft.ContentItemId);
        var write = new ContentWrite(draft, existing)
        {
            Publish = metadata.Published,
            VersionId = stored.FreeVersionId(metadata.VersionId),
            NewVersionNumber = stored.NextNumber(draft.ContentItemId),
            Operation = nameof(ImportContent),
            Owner = metadata.Owner,
            Author = metadata.Author,
            AuthorId = actor.AccountId,
            CreatedUtc = metadata.CreatedUtc ?? now,
            ModifiedUtc = metadata.ModifiedUtc ?? now,
            Place = place,
        };
        return existing is not null && stored.Has(existing, metadata, write.VersionJson()) ? null : write;
    }

    private sealed record Prepared(ContentMetadata Metadata, OperationResult<ContentDraft> Draft);
}
