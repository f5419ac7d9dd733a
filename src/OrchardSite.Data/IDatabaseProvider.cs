using Microsoft.EntityFrameworkCore;

namespace OrchardSite.Data;

/// <summary>What differs between the database systems the portal runs on.</summary>
public interface IDatabaseProvider
{
    void Configure(DbContextOptionsBuilder options);

    /// <summary>Brings the database to this program's version, creating it where there is none.</summary>
    /// <exception cref="DatabaseUnusableException">The database cannot be used as it is; the message says what to do.</exception>
    Task MigrateAsync(SiteDbContext db, CancellationToken cancellationToken);

    /// <summary>
    /// Waits before a transaction begins until it is its turn among those of this process: first come, first served, so that
    /// work in the background keeps nobody out who waits for a page.
    /// </summary>
    /// <returns>To be disposed when the transaction has ended.</returns>
    ValueTask<IDisposable?> WaitForTurnAsync(CancellationToken cancellationToken);

    /// <summary>Called in a transaction before it writes: sequences of the change feed must become visible in their order.</summary>
    Task SerializeChangesAsync(SiteDbContext db, CancellationToken cancellationToken);

    /// <summary>Writes many new rows at once, past the change tracker. All rows are of the context's tenant.</summary>
    Task InsertAsync<TEntity>(SiteDbContext db, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class;
}

/// <param name="message">One sentence that says what is wrong and what to do.</param>
public sealed class DatabaseUnusableException(string message, Exception? inner = null) : Exception(message, inner);
