using System.Reflection;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Data;

public sealed class TenantIsolationTests
{
    private static readonly MethodInfo ForeignMethod = typeof(TenantIsolationTests).GetMethod(nameof(CountAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    [Fact]
    public async Task No_tenant_reads_a_row_of_another_from_any_table()
    {
        await using var portal = await PortalApp.StartAsync();
        await using var department = portal.OpenContext(PortalApp.Department);
        await using var unit = portal.OpenContext(PortalApp.LangSon);
        await using var nobody = portal.OpenContext();
        var shared = 0;
        foreach (var entity in OwnedTypes(department))
        {
            var (ofDepartment, ofUnit, ofNobody) = (await ReadAsync(entity, department), await ReadAsync(entity, unit), await ReadAsync(entity, nobody));

            (ofDepartment.Foreign + ofUnit.Foreign + ofNobody.All).ShouldBe(0, entity.Name);
            shared += ofDepartment.All > 0 && ofUnit.All > 0 ? 1 : 0;
        }

        // Where only one tenant has rows, the count above would be right without a filter too.
        shared.ShouldBeGreaterThanOrEqualTo(9);
    }

    [Fact]
    public async Task A_new_row_becomes_the_contexts_tenants()
    {
        await using var portal = await PortalApp.StartAsync();
        await using (var db = portal.OpenContext(PortalApp.LangSon))
        {
            db.Add(Note("moi"));
            await db.CommitAsync(TestContext.Current.CancellationToken);
        }

        (await CountNotesAsync(portal, PortalApp.LangSon)).ShouldBe(1);
        (await CountNotesAsync(portal, PortalApp.VinhLong)).ShouldBe(0);
    }

    [Fact]
    public async Task Outside_every_tenant_no_row_of_a_tenant_can_be_written()
    {
        await using var portal = await PortalApp.StartAsync();
        await using var db = portal.OpenContext();
        db.Add(Note("moi"));

        (await Should.ThrowAsync<InvalidOperationException>(() => db.CommitAsync(TestContext.Current.CancellationToken)))
            .Message.ShouldBe("A SiteDocument belongs to a tenant, but this scope has entered none.");
    }

    [Theory]
    [InlineData(EntityState.Added)]
    [InlineData(EntityState.Modified)]
    [InlineData(EntityState.Deleted)]
    public async Task A_row_of_another_tenant_can_be_neither_added_nor_changed_nor_deleted(EntityState state)
    {
        await using var portal = await PortalApp.StartAsync();
        var (mine, other) = (portal.Site(PortalApp.LangSon)!.Id, portal.Site(PortalApp.VinhLong)!.Id);
        var foreign = Note("moi", other);
        if (state != EntityState.Added)
        {
            await using var theirs = portal.OpenContext(PortalApp.VinhLong);
            theirs.Add(Note("moi"));
            await theirs.CommitAsync(TestContext.Current.CancellationToken);
        }

        await using var db = portal.OpenContext(PortalApp.LangSon);
        db.Entry(foreign).State = state;

        (await Should.ThrowAsync<InvalidOperationException>(() => db.CommitAsync(TestContext.Current.CancellationToken)))
            .Message.ShouldBe($"A SiteDocument of tenant {other} cannot be written in the scope of tenant {mine}.");
        (await CountNotesAsync(portal, PortalApp.VinhLong)).ShouldBe(state == EntityState.Added ? 0 : 1);
    }

    [Fact]
    public async Task A_scope_stays_with_the_tenant_it_entered()
    {
        var current = new CurrentTenant();
        current.IsSet.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => current.Name);
        current.Enter(new TenantIdentity(2, "xttm-lang-son"));
        current.Enter(new TenantIdentity(2, "xttm-lang-son"));

        Should.Throw<InvalidOperationException>(() => current.Enter(new TenantIdentity(3, "xttm-vinh-long")))
            .Message.ShouldBe("This scope works for tenant xttm-lang-son and cannot switch to xttm-vinh-long.");
        (current.Id, current.Name).ShouldBe((2, "xttm-lang-son"));
    }

    private static SiteDocument Note(string name, int tenantId = 0) => new() { Name = name, Json = "{}", TenantId = tenantId };

    private static async Task<int> CountNotesAsync(PortalApp portal, string tenant)
    {
        await using var db = portal.OpenContext(tenant);
        return await db.Set<SiteDocument>().CountAsync(document => document.Name == "moi", TestContext.Current.CancellationToken);
    }

    private static IEnumerable<Type> OwnedTypes(SiteDbContext db) =>
        db.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(type => type.IsAssignableTo(typeof(ITenantOwned)));

    private static Task<(int All, int Foreign)> ReadAsync(Type entity, SiteDbContext db) =>
        (Task<(int, int)>)ForeignMethod.MakeGenericMethod(entity).Invoke(null, [db])!;

    private static async Task<(int All, int Foreign)> CountAsync<TEntity>(SiteDbContext db)
        where TEntity : class, ITenantOwned
    {
        var rows = await db.Set<TEntity>().AsNoTracking().ToListAsync();
        return (rows.Count, rows.Count(row => row.TenantId != db.TenantId));
    }
}
