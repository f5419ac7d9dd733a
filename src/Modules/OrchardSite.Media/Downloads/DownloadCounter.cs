using Microsoft.AspNetCore.Http;
using OrchardSite.Data.Counting;
using OrchardSite.Tenants;

namespace OrchardSite.Media;

/// <summary>What was downloaded from this node since it was written down last.</summary>
public sealed class DownloadCounter(TenantCache<SiteSettings> settings, TimeProvider time)
{
    // More files are not asked for within a minute by people.
    private const int MostFiles = 10_000;

    private readonly NodeCounter<(int TenantId, string Path, DateOnly Day), int> _times = new(MostFiles);

    /// <summary>Counts the request where it is a reader's for a whole document.</summary>
    internal async ValueTask CountAsync(HttpContext context, MediaType type, MediaEntry file)
    {
        if (type.Family is MediaFamily.Document or MediaFamily.Download && DownloadRequest.IsOfReader(context))
        {
            var tenant = context.Tenant().Id;
            Add(tenant, file.Path, time.TodayIn((await settings.GetAsync(tenant)).TimeZone), 1);
        }
    }

    internal void Add(int tenantId, string path, DateOnly day, int times) => _times.Add((tenantId, path, day), times);

    /// <summary>All that was counted; from now on it is counted anew.</summary>
    internal IReadOnlyList<DownloadCount> Take() =>
        [.. _times.Take().Select(pair => new DownloadCount { TenantId = pair.Key.TenantId, Path = pair.Key.Path, Day = pair.Key.Day, Times = pair.Value })];
}
