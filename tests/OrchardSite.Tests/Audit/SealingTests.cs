using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OrchardSite.Audit;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Audit;

public sealed class SealingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_feed_tells_of_is_sealed_in_the_background_without_touching_another_site()
    {
        await using var portal = await PortalApp.StartAsync();
        var before = (await portal.VerifyAsync(PortalApp.VinhLong)).Count;
        var saved = await portal.AddAsync(PortalApp.LangSon, Samples.Article("Bài được niêm phong"));

        await portal.Services.GetRequiredService<SealAudit>().RunAsync(Token);

        var entries = await portal.ReadAsync(PortalApp.LangSon, db => db.AuditEntries.AsNoTracking().Where(entry => entry.ItemId == saved.ContentItemId).ToListAsync());
        entries.ShouldNotBeEmpty();
        entries.ShouldAllBe(entry => entry.Number != null && entry.Hash != null && entry.SealedUtc != null);
        (await portal.VerifyAsync(PortalApp.VinhLong)).Count.ShouldBe(before);
    }

    [Fact]
    public async Task Nodes_that_seal_at_the_same_time_make_one_chain()
    {
        await using var portal = await PortalApp.StartAsync();
        var before = (await portal.VerifyAsync(PortalApp.LangSon)).Count;
        await portal.LogAsync(PortalApp.LangSon, 2300);
        var nodes = Enumerable.Range(0, 4).Select(_ => Node(portal)).ToArray();

        await Task.WhenAll(nodes.Select(node => Task.Run(() => node.SealAsync(portal.Site(PortalApp.LangSon)!.Id, Token))));
        await portal.SealAsync(PortalApp.LangSon);

        var verdict = await portal.VerifyAsync(PortalApp.LangSon);
        (verdict.Fault, verdict.Unsealed, verdict.Count).ShouldBe((null, 0, before + 2300));
        Array.ForEach(nodes, node => node.Dispose());
    }

    [Fact]
    public async Task After_a_crash_sealing_goes_on_where_it_was()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.LogAsync(PortalApp.LangSon, 700);
        await using (var db = portal.OpenContext(PortalApp.LangSon))
        {
            (await AuditSealing.SealSomeAsync(db, portal.Clock.GetUtcNow().UtcDateTime, Token)).ShouldBeTrue();
        }

        // A batch that had not come to its end when the server was killed.
        await using (var db = portal.OpenContext(PortalApp.LangSon))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Token);
            await AuditSealing.SealSomeAsync(db, portal.Clock.GetUtcNow().UtcDateTime, Token);
        }

        (await portal.VerifyAsync(PortalApp.LangSon)).ShouldSatisfyAllConditions(verdict => verdict.Fault.ShouldBeNull(), verdict => verdict.Unsealed.ShouldBe(200));
        using var node = Node(portal);
        await node.RunAsync(Token);
        (await portal.VerifyAsync(PortalApp.LangSon)).ShouldSatisfyAllConditions(verdict => verdict.Fault.ShouldBeNull(), verdict => verdict.Unsealed.ShouldBe(0));
    }

    [Fact]
    public async Task No_code_of_the_portal_changes_or_deletes_what_is_in_the_log()
    {
        await using var portal = await PortalApp.StartAsync();
        await using (var db = portal.OpenContext(PortalApp.LangSon))
        {
            var entry = await db.AuditEntries.FirstAsync(Token);
            db.Entry(entry).Property(row => row.Detail).CurrentValue = "khác";
            await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(Token));
        }

        await using (var db = portal.OpenContext(PortalApp.LangSon))
        {
            db.Remove(await db.AuditEntries.FirstAsync(Token));
            await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(Token));
        }

        (await portal.VerifyAsync(PortalApp.LangSon)).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task The_end_of_a_removed_sites_chain_is_kept_in_the_log_of_the_first_site()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.DisableSiteAsync(PortalApp.VinhLong);
        await portal.SealAsync(PortalApp.VinhLong);
        var verdict = await portal.VerifyAsync(PortalApp.VinhLong);

        (await portal.RemoveSiteAsync(PortalApp.VinhLong)).Succeeded.ShouldBeTrue();

        (await portal.AuditOfAsync(PortalApp.Department, "RemoveTenant")).ShouldHaveSingleItem().Detail.ShouldBe($"{PortalApp.VinhLong}; audit {verdict.Count} {verdict.Head}");
        await portal.SealAsync(PortalApp.Department);
        (await portal.VerifyAsync(PortalApp.Department)).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task The_hash_covers_every_column()
    {
        await using var portal = await PortalApp.StartAsync();
        await using var db = portal.OpenContext(PortalApp.LangSon);
        var entry = await db.AuditEntries.FirstAsync(Token);
        var hash = AuditChain.HashOf(entry, AuditChain.Beginning);
        AuditChain.HashOf(entry, new string('1', AuditChain.HashLength)).ShouldNotBe(hash);
        foreach (var property in db.Entry(entry).Properties.Where(property => property.Metadata.Name != nameof(AuditEntry.Hash)))
        {
            var (name, value) = (property.Metadata.Name, property.CurrentValue);
            var field = property.Metadata.FieldInfo.ShouldNotBeNull(name);
            field.SetValue(entry, Other(Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType));
            AuditChain.HashOf(entry, AuditChain.Beginning).ShouldNotBe(hash, name);
            field.SetValue(entry, value);
        }

        AuditChain.HashOf(entry, AuditChain.Beginning).ShouldBe(hash);
    }

    [Fact]
    public async Task A_long_log_is_sealed_and_verified_while_one_waits()
    {
        await using var portal = await PortalApp.StartAsync();
        await using (var db = portal.OpenContext(PortalApp.LangSon))
        {
            await using var work = await db.BeginAsync(Token);
            await db.InsertAsync(Enumerable.Range(0, 20_000).Select(number => new AuditEntry { OccurredUtc = PortalApp.Morning.UtcDateTime.AddMilliseconds(number), Actor = "Người thử", Operation = "SaveSiteDocument", Detail = $"mục {number}" }).ToArray(), Token);
            await work.CommitAsync(Token);
        }

        var clock = Stopwatch.StartNew();
        await portal.SealAsync(PortalApp.LangSon);
        var sealing = clock.Elapsed;
        var verdict = await portal.VerifyAsync(PortalApp.LangSon);

        (verdict.Fault, verdict.Unsealed).ShouldBe((null, 0));
        TestContext.Current.TestOutputHelper?.WriteLine($"sealed in {sealing}, verified in {clock.Elapsed - sealing}");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    private static SealAudit Node(PortalApp portal) => new(
        portal.Services.GetRequiredService<TenantDirectory>(), portal.Services.GetRequiredService<IDbContextFactory<SiteDbContext>>(), portal.Clock, NullLogger<SealAudit>.Instance);

    private static object Other(Type type) => type == typeof(string) ? "khác" : type == typeof(DateTime) ? DateTime.UnixEpoch : Convert.ChangeType(987, type, System.Globalization.CultureInfo.InvariantCulture);
}
