using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace OrchardSite.Data;

/// <summary>The columns of an entity's table with a reader for each, for writing many rows past the change tracker.</summary>
public sealed class RowColumns
{
    private RowColumns(string table, Column[] columns) => (Table, Columns) = (table, columns);

    /// <summary>Quoted, with schema.</summary>
    public string Table { get; }

    public IReadOnlyList<Column> Columns { get; }

    public static RowColumns Of<TEntity>(SiteDbContext db)
        where TEntity : class
    {
        var entity = db.Model.FindEntityType(typeof(TEntity)) ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is no entity.");
        var sql = Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<ISqlGenerationHelper>(db);
        var store = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var columns = entity.GetProperties()
            .Where(property => property.ValueGenerated != ValueGenerated.OnAdd)
            .Select(property => new Column(sql.DelimitIdentifier(property.GetColumnName(store)!), property.GetRelationalTypeMapping(), ReaderOf(property)));
        return new RowColumns(sql.DelimitIdentifier(store.Name, store.Schema), columns.ToArray());
    }

    /// <summary>Stamps a row with the context's tenant.</summary>
    public static void Claim(SiteDbContext db, object row)
    {
        if (row is ITenantOwned owned)
        {
            TenantOwnership.Claim(owned, db.TenantId);
        }
    }

    private static Func<object, object?> ReaderOf(IProperty property)
    {
        var getter = property.GetGetter();
        var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        return convert is null
            ? getter.GetClrValue
            : row => getter.GetClrValue(row) is { } value ? convert(value) : null;
    }

    public sealed record Column(string Name, RelationalTypeMapping Mapping, Func<object, object?> Read);
}
