using Microsoft.EntityFrameworkCore.Storage;

namespace OrchardSite.Data;

/// <summary>One transaction over several saves. Disposed without a commit, it leaves nothing behind.</summary>
public sealed class UnitOfWork : IAsyncDisposable
{
    private readonly SiteDbContext _db;
    private readonly IDbContextTransaction? _transaction;
    private readonly ChangeFeed _feed;
    private readonly IDisposable? _turn;

    /// <param name="transaction">Null for a part of other work.</param>
    /// <param name="turn">Given back when the transaction has ended.</param>
    internal UnitOfWork(SiteDbContext db, IDbContextTransaction? transaction, ChangeFeed feed, IDisposable? turn = null) => (_db, _transaction, _feed, _turn) = (db, transaction, feed, turn);

    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        await _db.SaveChangesAsync(cancellationToken);
        if (_transaction is not null)
        {
            await _transaction.CommitAsync(cancellationToken);
            await _transaction.DisposeAsync();
            _turn?.Dispose();
            // What is committed is followed through, even when nobody waits for the answer any more.
            await _feed.CatchUpAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
        {
            try
            {
                await _transaction.DisposeAsync();
            }
            finally
            {
                _turn?.Dispose();
            }
        }
    }
}
