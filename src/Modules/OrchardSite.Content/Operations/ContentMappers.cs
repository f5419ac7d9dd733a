using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

/// <summary>Hands published items to the modules that keep a table of their own for them.</summary>
public sealed class ContentMappers(IEnumerable<IContentMapper> mappers)
{
    private readonly IContentMapper[] _mappers = mappers.ToArray();

    public async Task<IReadOnlyList<Refusal>> CheckAsync(SiteDbContext db, IReadOnlyList<ContentWrite> writes, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        foreach (var mapper in _mappers)
        {
            var places = writes.Where(write => write.Publish && write.Draft.Type.Name == mapper.ContentType).ToDictionary(write => write.Draft);
            var conflicts = places.Count == 0 ? [] : await mapper.FindConflictsAsync(db, places.Keys.ToArray(), cancellationToken);
            refusals.AddRange(conflicts.Select(conflict => places[conflict.Draft].Refuse(RefusalKind.Conflict, conflict.Message, conflict.Field)));
        }

        return refusals;
    }

    public async Task PublishAsync(SiteDbContext db, IReadOnlyList<ContentWrite> writes, CancellationToken cancellationToken)
    {
        foreach (var mapper in _mappers)
        {
            foreach (var group in writes.Where(write => write.Draft.Type.Name == mapper.ContentType).GroupBy(write => !write.WasPublished))
            {
                await mapper.PublishedAsync(db, group.Select(write => write.Draft).ToArray(), areNew: group.Key, cancellationToken);
            }
        }
    }

    public async Task WithdrawAsync(SiteDbContext db, ContentItem row, CancellationToken cancellationToken)
    {
        foreach (var mapper in _mappers.Where(mapper => mapper.ContentType == row.ContentType))
        {
            await mapper.WithdrawnAsync(db, row.Id, cancellationToken);
        }
    }
}
