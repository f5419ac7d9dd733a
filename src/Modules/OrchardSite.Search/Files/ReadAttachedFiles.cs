using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Search.Indexing;
using OrchardSite.Search.Querying;

namespace OrchardSite.Search.Files;

/// <summary>
/// Reads the files of which the index does not have the text yet, one after the other, and has their items indexed again. The
/// index itself says which they are, so that none is forgotten when the portal ends meanwhile.
/// </summary>
internal sealed partial class ReadAttachedFiles(SearchIndex index, IndexUpkeep upkeep, FileTexts texts, IDbContextFactory<SiteDbContext> contexts, ILogger<ReadAttachedFiles> logger) : BackgroundService
{
    private const int AtOnce = 20;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    // Files that are not where they should be: the library tells of them, and they are tried again after the next start.
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var (item, version) in FindUnread())
                {
                    await ReadAsync(item, version, stoppingToken);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(logger, exception);
            }

            await Task.Delay(LookEvery, stoppingToken);
        }
    }

    private async Task ReadAsync(SearchHit item, string version, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(item.TenantId);
        foreach (var sha256 in (await AttachedDocuments.OfVersionsAsync(db, [version], cancellationToken))[version])
        {
            await texts.ReadAsync(sha256, cancellationToken);
            if (await texts.FindAsync(sha256, cancellationToken) is null)
            {
                _missing.Add(version);
            }
        }

        upkeep.Again(item);
    }

    private IReadOnlyList<(SearchHit Item, string Version)> FindUnread() => index.Search(searcher =>
    {
        var top = searcher.Search(new TermQuery(new Term(SearchFields.Unread, SearchFields.Unread)), AtOnce + _missing.Count);
        return top.ScoreDocs.Select(hit => searcher.Doc(hit.Doc))
            .Select(document => (
                Item: new SearchHit(int.Parse(document.Get(SearchFields.Tenant), CultureInfo.InvariantCulture), document.Get(SearchFields.Item)),
                Version: document.Get(SearchFields.Version)))
            .Where(found => !_missing.Contains(found.Version))
            .ToArray();
    }) ?? [];

    [LoggerMessage(Level = LogLevel.Error, Message = "Attached files could not be read for the search; it is tried again")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
