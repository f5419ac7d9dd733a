using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Tenants;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Data;

public sealed class WriteTurnTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_writes_a_single_command_has_its_turn_before_work_that_came_later()
    {
        await using var portal = await PortalApp.StartAsync();
        await using var first = portal.OpenContext(PortalApp.LangSon);
        await using var single = portal.OpenContext(PortalApp.VinhLong);
        await using var later = portal.OpenContext(PortalApp.LangSon);
        var work = await first.BeginAsync(Token);

        var order = new ConcurrentQueue<string>();
        // Each begins at once and, on SQLite, has come to where it waits when it returns.
        var (command, transaction) = (CommandAsync(), TransactionAsync());
        await work.DisposeAsync();
        await Task.WhenAll(command, transaction);

        // PostgreSQL lets both through at once.
        order.ShouldBe(["command", "transaction"], ignoreOrder: TestDatabase.IsPostgreSql);

        async Task CommandAsync()
        {
            await single.Set<SiteDocument>().ExecuteUpdateAsync(set => set.SetProperty(document => document.Json, document => document.Json), Token);
            order.Enqueue("command");
        }

        async Task TransactionAsync()
        {
            await using var turn = await later.BeginAsync(Token);
            order.Enqueue("transaction");
        }
    }

    [Fact]
    public async Task A_single_command_that_fails_or_is_given_up_keeps_nobody_waiting()
    {
        await using var portal = await PortalApp.StartAsync();
        await using var failing = portal.OpenContext(PortalApp.LangSon);
        await Should.ThrowAsync<Exception>(() => failing.Database.ExecuteSqlRawAsync("UPDATE nowhere SET nothing = 0", Token));

        using var impatience = new CancellationTokenSource();
        await using (var work = await failing.BeginAsync(Token))
        {
            await using var waiting = portal.OpenContext(PortalApp.VinhLong);
            var command = waiting.Database.ExecuteSqlRawAsync("DELETE FROM \"SiteDocuments\" WHERE 1 = 0", impatience.Token);
            await impatience.CancelAsync();
            // PostgreSQL lets it through at once, SQLite has it wait.
            await Task.WhenAny(command);
        }

        await using var next = portal.OpenContext(PortalApp.VinhLong);
        await next.Database.ExecuteSqlRawAsync("DELETE FROM \"SiteDocuments\" WHERE 1 = 0", Token).WaitAsync(TimeSpan.FromSeconds(5), Token);
    }
}
