using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Theming.Templates;

/// <summary>Notes that a site's own template has failed on a page: from then on the theme's is used, until another version is saved.</summary>
internal sealed class SetTemplateAside(SiteDbContext db, TimeProvider time)
{
    private static readonly Actor Portal = Actor.Host("OrchardSite");

    public async Task RunAsync(string name, int number, string failure, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var reason = failure.Length > TemplateModel.LongestFailure ? failure[..TemplateModel.LongestFailure] : failure;
        await using var work = await db.BeginAsync(cancellationToken);
        var noted = await db.Set<TemplateVersion>().Where(row => row.Name == name && row.Number == number && row.FailedUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.FailedUtc, now).SetProperty(row => row.Failure, reason), cancellationToken);
        if (noted > 0)
        {
            db.Add(new Change { TenantId = db.TenantId, Kind = ChangeKind.SiteChanged, OccurredUtc = now });
            db.Add(AuditEntry.Of(Portal, nameof(SetTemplateAside), now, detail: $"{name} {number}: {reason}"));
            await work.CommitAsync(cancellationToken);
        }
    }
}
