using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace OrchardSite.Data;

public static class MigrationCheck
{
    /// <summary>Applies the migrations that are missing; reads one table when there are none.</summary>
    /// <exception cref="DatabaseUnusableException">The database was written by a newer program.</exception>
    /// <returns>True when something was applied.</returns>
    public static async Task<bool> MigrateAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken)
            ? await db.Database.GetAppliedMigrationsAsync(cancellationToken)
            : [];
        var missing = known.ToHashSet(StringComparer.Ordinal);
        foreach (var migration in applied)
        {
            if (!known.Contains(migration))
            {
                throw new DatabaseNewerException(migration);
            }

            missing.Remove(migration);
        }

        if (missing.Count > 0)
        {
            await db.Database.MigrateAsync(cancellationToken);
        }

        return missing.Count > 0;
    }
}

/// <summary>The database has a migration that this program does not know.</summary>
public sealed class DatabaseNewerException(string migration) : Exception($"The database has the migration {migration}, which this program does not know.");
