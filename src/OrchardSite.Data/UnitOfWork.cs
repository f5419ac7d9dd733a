using Microsoft.EntityFrameworkCore.Storage;

namespace OrchardSite.Data;

/// <summary>One transaction over several saves. Disposed without a commit, it leaves nothing behind.</summary>
public sealed class UnitOfWork(SiteDbContext db, IDbContextTransaction transaction, ChangeFeed feed) : IAsyncDisposable
{
    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await transaction.DisposeAsync();
        // What is committed is followed through, even when nobody waits for the answer any more.
        await feed.CatchUpAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await transaction.DisposeAsync();
}
