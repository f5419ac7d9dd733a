using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Web;

namespace OrchardSite.Tests.Data;

public sealed class ChangeFeedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changes_of_many_writers_arrive_once_each_in_order_and_before_their_writer_goes_on()
    {
        var reader = new Reader();
        await using var portal = await StartAsync(reader);
        string[] tenants = [PortalApp.Department, PortalApp.LangSon, PortalApp.VinhLong];

        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(async () =>
        {
            for (var number = 0; number < 15; number++)
            {
                var item = $"{writer}-{number}";
                await CommitAsync(portal, tenants[writer % 3], item);
                reader.Seen.ShouldContain(change => change.ItemId == item);
            }
        })));

        await using var db = portal.OpenContext();
        var written = await db.Changes.Where(change => change.ItemId != null && change.ItemId.Contains("-") && change.ItemId.Length < 6).OrderBy(change => change.Sequence).Select(change => change.Sequence).ToListAsync(Token);
        written.Count.ShouldBe(90);
        reader.Seen.Select(change => change.Sequence).ShouldBe(written);
    }

    [Fact]
    public async Task Work_that_is_given_up_leaves_no_row_and_no_change()
    {
        var reader = new Reader();
        await using var portal = await StartAsync(reader);
        var before = await RowCounts.ReadAsync(portal);
        await using (var db = portal.OpenContext(PortalApp.LangSon))
        {
            await using var work = await db.BeginAsync(Token);
            db.Add(new SiteDocument { Name = "bo-do", Json = "{}" });
            db.Add(ChangeOf(db, "bo-do"));
            await db.CommitAsync(Token);
            (await db.Set<SiteDocument>().CountAsync(document => document.Name == "bo-do", Token)).ShouldBe(1);
        }

        await CommitAsync(portal, PortalApp.VinhLong, "sau");

        reader.Seen.ShouldHaveSingleItem().ItemId.ShouldBe("sau");
        (await RowCounts.ReadAsync(portal)).Except(before).ShouldHaveSingleItem().Table.ShouldBe("Changes");
    }

    [Fact]
    public async Task A_consumer_that_fails_keeps_no_other_and_no_writer_waiting_and_goes_on_where_it_stopped()
    {
        var (reader, stumbling) = (new Reader(), new Reader { Fails = true });
        await using var portal = await StartAsync(reader, stumbling);

        await CommitAsync(portal, PortalApp.LangSon, "1");
        await CommitAsync(portal, PortalApp.LangSon, "2");
        reader.Seen.Select(change => change.ItemId).ShouldBe(["1", "2"]);
        stumbling.Seen.ShouldBeEmpty();

        stumbling.Fails = false;
        await CommitAsync(portal, PortalApp.LangSon, "3");
        stumbling.Seen.Select(change => change.ItemId).ShouldBe(["1", "2", "3"]);
        reader.Seen.Select(change => change.ItemId).ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task Who_stops_waiting_after_a_commit_leaves_no_stale_page()
    {
        using var impatient = new CancellationTokenSource();
        var reader = new Reader();
        await using var portal = await StartAsync(new Canceller(impatient), reader);
        await using var db = portal.OpenContext(PortalApp.LangSon);
        await using var work = await db.BeginAsync(Token);
        db.Add(ChangeOf(db, "1"));

        await work.CommitAsync(impatient.Token);

        impatient.IsCancellationRequested.ShouldBeTrue();
        reader.Seen.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_page_kept_by_another_node_is_renewed_within_its_polling_time()
    {
        await using var portal = await PortalApp.StartAsync();
        var clock = new FakeTimeProvider(PortalApp.Morning);
        await using var node = await StartNodeAsync(portal, clock);
        using var http = new HttpClient { BaseAddress = new Uri(node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        (await http.GetPageAsync("/xttm-lang-son/")).TextOf("title").ShouldNotBeNull().ShouldContain("Lạng Sơn");

        (await RenameAsync(portal, "Trung tâm mới")).ShouldBeTrue();
        (await portal.Http.GetPageAsync("/xttm-lang-son/")).TextOf("title").ShouldNotBeNull().ShouldContain("Trung tâm mới");
        (await http.GetPageAsync("/xttm-lang-son/")).TextOf("title").ShouldNotBeNull().ShouldNotContain("Trung tâm mới");

        clock.Advance(TimeSpan.FromSeconds(1));
        await EventuallyAsync(async () => (await http.GetPageAsync("/xttm-lang-son/")).TextOf("title")!.Contains("Trung tâm mới", StringComparison.Ordinal));
        (await http.GetPageAsync("/xttm-vinh-long/")).TextOf("title").ShouldNotBeNull().ShouldContain("Vĩnh Long");
    }

    [Fact]
    public async Task A_site_that_another_node_closes_and_adds_is_so_here_within_the_polling_time()
    {
        await using var portal = await PortalApp.StartAsync();
        await using var node = await StartNodeAsync(portal, new FakeTimeProvider(PortalApp.Morning));
        await using var scope = node.Services.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<DisableTenant>().RunAsync(PortalApp.VinhLong, Sites.Administrator, Token);
        await scope.ServiceProvider.GetRequiredService<CreateTenant>().RunAsync(new NewTenant("moi", "moi", [], "partner-unit"), Sites.Administrator, Token);
        portal.Site(PortalApp.VinhLong)!.State.ShouldBe(TenantState.Running);

        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await EventuallyAsync(async () => (await portal.Http.GetPageAsync("/xttm-vinh-long/")).Status == HttpStatusCode.ServiceUnavailable);
        (await portal.Http.GetPageAsync("/moi/")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await portal.Http.GetPageAsync("/xttm-lang-son/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<PortalApp> StartAsync(params IChangeConsumer[] consumers) => PortalApp.StartAsync(services: services =>
    {
        foreach (var consumer in consumers)
        {
            services.AddSingleton(consumer);
        }
    });

    private static async Task<WebApplication> StartNodeAsync(PortalApp portal, FakeTimeProvider clock)
    {
        var node = PortalHost.Build(new PortalOptions
        {
            DataFolder = portal.DataFolder,
            Settings = new Dictionary<string, string?>(portal.DatabaseSettings) { ["urls"] = "http://127.0.0.1:0" },
            Time = clock,
        });
        await PortalHost.OpenDatabaseAsync(node.Services, Token);
        await node.StartAsync(Token);
        return node;
    }

    private static async Task CommitAsync(PortalApp portal, string tenant, string item)
    {
        await using var db = portal.OpenContext(tenant);
        db.Add(ChangeOf(db, item));
        await db.CommitAsync(Token);
    }

    private static Change ChangeOf(SiteDbContext db, string item) =>
        new() { TenantId = db.TenantId, Kind = ChangeKind.ContentDrafted, ItemId = item, Tags = "", OccurredUtc = PortalApp.Morning.UtcDateTime };

    private static Task<bool> RenameAsync(PortalApp portal, string siteName) => portal.InTenantAsync(PortalApp.LangSon, async services =>
    {
        var save = services.GetRequiredService<SaveSiteDocument>();
        var settings = (await save.ReadAsync(SiteSettings.Document, Token))!;
        settings["SiteName"] = siteName;
        return await save.RunAsync(SiteSettings.Document, settings, Sites.Administrator, cancellationToken: Token);
    });

    // The polling itself runs on the test's clock; what it sets off takes a moment of the real one.
    private static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(50, Token);
        }

        Assert.Fail("It has not come about within five seconds.");
    }

    private sealed class Reader : IChangeConsumer
    {
        public ConcurrentQueue<Change> Seen { get; } = new();

        public bool Fails { get; set; }

        public ValueTask ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
        {
            if (Fails)
            {
                throw new InvalidOperationException("The consumer fails.");
            }

            foreach (var change in changes)
            {
                Seen.Enqueue(change);
            }

            return ValueTask.CompletedTask;
        }
    }

    private sealed class Canceller(CancellationTokenSource source) : IChangeConsumer
    {
        public async ValueTask ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
        {
            await source.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
