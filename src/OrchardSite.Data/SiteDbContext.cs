using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OrchardSite.Data;

/// <summary>
/// The one database of all tenants. A context works for one tenant: it reads that tenant's rows only, and refuses to
/// write any other's. Outside a tenant it sees the global entities alone.
/// </summary>
public sealed class SiteDbContext(DbContextOptions<SiteDbContext> options) : DbContext(options)
{
    /// <summary>Name of the query filter, for the rare query that has a reason to look across tenants.</summary>
    public const string TenantFilter = "Tenant";

    private static readonly MethodInfo OwnMethod = typeof(SiteDbContext).GetMethod(nameof(Own), BindingFlags.NonPublic | BindingFlags.Instance)!;

    public int TenantId { get; internal set; }

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>
    /// Saves everything in one transaction, then waits until this process's caches have seen it: whoever asks for a page
    /// after this returns gets the new one. Inside a <see cref="UnitOfWork"/> it only saves.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">A row was changed by somebody else since it was read.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            await SaveChangesAsync(cancellationToken);
            return;
        }

        await using var work = await BeginAsync(cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Begins work of several saves that becomes visible as a whole, or not at all. Inside other work it is a part of that:
    /// whoever began the whole commits it, and must not when a part was refused.
    /// </summary>
    public async Task<UnitOfWork> BeginAsync(CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            return new UnitOfWork(this, transaction: null, this.GetService<ChangeFeed>());
        }

        var provider = this.GetService<IDatabaseProvider>();
        var turn = await provider.WaitForTurnAsync(cancellationToken);
        try
        {
            var transaction = await Database.BeginTransactionAsync(cancellationToken);
            await provider.SerializeChangesAsync(this, cancellationToken);
            return new UnitOfWork(this, transaction, this.GetService<ChangeFeed>(), turn);
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }

    /// <summary>Writes many new rows at once, past the change tracker.</summary>
    /// <exception cref="InvalidOperationException">There is no <see cref="UnitOfWork"/> that would undo half of them, or a row is another tenant's.</exception>
    public Task InsertAsync<TEntity>(IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken = default)
        where TEntity : class => Database.CurrentTransaction is null
            ? throw new InvalidOperationException("Many rows are written inside a unit of work only.")
            : this.GetService<IDatabaseProvider>().InsertAsync(this, rows, cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Change>().HasKey(change => change.Sequence);
        model.Entity<FeedPosition>(position =>
        {
            position.ToTable("FeedPositions");
            position.HasKey(row => row.Name);
            position.Property(row => row.Name).HasMaxLength(FeedPosition.LongestName);
        });
        AuditModel.Build(model);
        this.GetService<SiteModel>().Build(model);

        foreach (var entity in model.Model.GetEntityTypes().Where(entity => typeof(ITenantOwned).IsAssignableFrom(entity.ClrType)))
        {
            OwnMethod.MakeGenericMethod(entity.ClrType).Invoke(this, [model]);
        }
    }

    private void Own<TEntity>(ModelBuilder model)
        where TEntity : class, ITenantOwned
    {
        Expression<Func<TEntity, bool>> ownRows = row => row.TenantId == TenantId;
        model.Entity<TEntity>().HasQueryFilter(TenantFilter, ownRows);
        model.Entity<TEntity>().Property(row => row.TenantId).ValueGeneratedNever();
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value,
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
