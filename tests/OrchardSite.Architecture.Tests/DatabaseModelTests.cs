using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OrchardSite.Data;

namespace OrchardSite.Architecture.Tests;

public sealed class DatabaseModelTests
{
    [Fact]
    public void Every_entity_belongs_to_a_tenant_or_says_why_not()
    {
        using var db = Context("sqlite");

        foreach (var type in db.Model.GetEntityTypes().Select(entity => entity.ClrType))
        {
            var global = type.GetCustomAttribute<GlobalEntityAttribute>() is not null;
            var owned = typeof(ITenantOwned).IsAssignableFrom(type);
            (global ^ owned).ShouldBeTrue($"{type.FullName} must be either {nameof(ITenantOwned)} or [GlobalEntity].");
        }
    }

    [Fact]
    public void Keys_and_unique_indexes_of_a_tenants_rows_begin_with_the_tenant()
    {
        using var db = Context("sqlite");

        var loose =
            from entity in db.Model.GetEntityTypes()
            where typeof(ITenantOwned).IsAssignableFrom(entity.ClrType)
            from properties in entity.GetKeys().Select(key => key.Properties).Concat(entity.GetIndexes().Where(index => index.IsUnique).Select(index => index.Properties))
            where properties[0].Name != nameof(ITenantOwned.TenantId)
            select $"{entity.ClrType.Name}: {string.Join(", ", properties.Select(property => property.Name))}";

        loose.ShouldBeEmpty();
    }

    [Fact]
    public void Every_entity_of_a_tenant_is_filtered_by_tenant()
    {
        using var db = Context("sqlite");

        var unfiltered = db.Model.GetEntityTypes()
            .Where(entity => typeof(ITenantOwned).IsAssignableFrom(entity.ClrType) && entity.FindDeclaredQueryFilter(SiteDbContext.TenantFilter) is null)
            .Select(entity => entity.ClrType.Name);

        unfiltered.ShouldBeEmpty();
    }

    [Fact]
    public void No_text_of_a_key_or_an_index_is_without_a_longest_length()
    {
        using var db = Context("sqlite");

        var endless =
            from entity in db.Model.GetEntityTypes()
            from property in entity.GetKeys().SelectMany(key => key.Properties).Concat(entity.GetIndexes().SelectMany(index => index.Properties))
            where property.ClrType == typeof(string) && property.GetMaxLength() is null
            select $"{entity.ClrType.Name}.{property.Name}";

        endless.Distinct().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public void The_migrations_make_the_model_of_today(string database)
    {
        using var db = Context(database);

        db.Database.HasPendingModelChanges().ShouldBeFalse($"Add a migration for {database}.");
    }

    private static SiteDbContext Context(string database) =>
        PortalServices.Get<IDbContextFactory<SiteDbContext>>(database).CreateDbContext();
}
