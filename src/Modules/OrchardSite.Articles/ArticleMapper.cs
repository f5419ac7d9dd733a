using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;

namespace OrchardSite.Articles;

internal sealed class ArticleMapper : IContentMapper
{
    // A query has room for a limited number of parameters.
    private const int MostIds = 500;

    public string ContentType => Article.ContentType;

    public async Task PublishedAsync(SiteDbContext db, IReadOnlyList<ContentDraft> drafts, bool areNew, CancellationToken cancellationToken)
    {
        if (areNew)
        {
            await db.InsertAsync(drafts.Select(RowOf).ToArray(), cancellationToken);
            return;
        }

        foreach (var some in drafts.Chunk(MostIds))
        {
            await UpdateAsync(db, some, cancellationToken);
        }
    }

    public async Task WithdrawnAsync(SiteDbContext db, string contentItemId, CancellationToken cancellationToken)
    {
        if (await db.Set<ArticleRow>().FindAsync([db.TenantId, contentItemId], cancellationToken) is { } row)
        {
            db.Remove(row);
        }
    }

    private static async Task UpdateAsync(SiteDbContext db, ContentDraft[] drafts, CancellationToken cancellationToken)
    {
        var ids = Array.ConvertAll(drafts, draft => draft.ContentItemId);
        var stored = await db.Set<ArticleRow>().Where(row => ids.Contains(row.ItemId)).ToDictionaryAsync(row => row.ItemId, cancellationToken);
        foreach (var draft in drafts)
        {
            if (stored.TryGetValue(draft.ContentItemId, out var row))
            {
                row.CategoryId = CategoryOf(draft);
                row.IsFeatured = IsFeatured(draft);
                row.PublishedUtc = draft.PublishedUtc;
                row.ExpiresUtc = draft.ExpiresUtc;
            }
            else
            {
                db.Add(RowOf(draft));
            }
        }
    }

    private static ArticleRow RowOf(ContentDraft draft) => new()
    {
        ItemId = draft.ContentItemId,
        CategoryId = CategoryOf(draft),
        IsFeatured = IsFeatured(draft),
        PublishedUtc = draft.PublishedUtc,
        ExpiresUtc = draft.ExpiresUtc,
    };

    private static string CategoryOf(ContentDraft draft) => draft.CategoryIds().First();

    private static bool IsFeatured(ContentDraft draft) => draft.Find(Article.Part, "IsFeatured", "Value")?.GetValueKind() == JsonValueKind.True;
}
