using System.Linq.Expressions;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using OrchardSite.Users.Accounts;
using OrchardSite.Workflows;
using OrchardSite.Workflows.Notifications;
using OrchardSite.Workflows.Schedules;

namespace OrchardSite.Tests.Workflows;

public sealed class KilledServerTests
{
    private const int EachTime = 6;

    [Fact]
    public async Task A_server_that_is_killed_while_it_publishes_and_notifies_loses_and_repeats_nothing()
    {
        await using var portal = await PortalApp.StartAsync();
        var program = new PortalProgram(portal.DataFolder, portal.DatabaseSettings);
        using var langSon = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var vinhLong = await Room.OpenAsync(portal, PortalApp.VinhLong);
        var promised = new List<(string Tenant, SavedContent Item)>();
        var pushed = new List<(string Tenant, SavedContent Item)>();
        var scheduled = new List<(string Tenant, SavedContent Item)>();
        foreach (var moment in new[] { 5, 40, 120, 300 })
        {
            var waiting = new List<(string Tenant, SavedContent Item)>();
            foreach (var (tenant, room) in new[] { (PortalApp.LangSon, langSon), (PortalApp.VinhLong, vinhLong) })
            {
                for (var number = 0; number < EachTime; number++)
                {
                    var item = await room["writer"].WriteAsync(Samples.Article($"Tin thứ {number} trước lúc {moment}"));
                    await room["writer"].DoAsync(item, "Submit");
                    if (number % 3 == 0)
                    {
                        await room["deputy"].DoAsync(item, "ApproveAndSchedule");
                        scheduled.Add((tenant, item));
                    }
                    else
                    {
                        waiting.Add((tenant, item));
                    }
                }
            }

            pushed.AddRange(waiting);
            promised.AddRange(await PublishUntilKilledAsync(portal, program, waiting, langSon["head"], vinhLong["head"], moment));
        }

        // What the killed ones left is done by whoever comes next.
        portal.Clock.Advance(TimeSpan.FromHours(2));
        await portal.Services.GetRequiredService<KeepSchedule>().RunAsync(TestContext.Current.CancellationToken);
        await portal.Services.GetRequiredService<KeepNotifications>().RunAsync(TestContext.Current.CancellationToken);

        foreach (var (tenant, item) in scheduled)
        {
            (await StoryAsync(portal, tenant, item)).ShouldBe((true, 1), item.ContentItemId);
        }

        foreach (var (tenant, item) in pushed)
        {
            var (isPublic, times) = await StoryAsync(portal, tenant, item);
            times.ShouldBe(isPublic ? 1 : 0, item.ContentItemId);
            (isPublic || !promised.Contains((tenant, item))).ShouldBeTrue("What was answered was not done.");
        }

        foreach (var (tenant, room) in new[] { (PortalApp.LangSon, langSon), (PortalApp.VinhLong, vinhLong) })
        {
            // The writer is told of each thing that somebody else, or the schedule, did with an article; the head of each that waits.
            (await ToldAsync(portal, tenant, room["writer"], NotificationKind.Moved)).ShouldBe(await MovesAsync(portal, tenant, room["writer"], entry => entry.Transition != "Submit"));
            (await ToldAsync(portal, tenant, room["head"], NotificationKind.Waits)).ShouldBeLessThanOrEqualTo(await MovesAsync(portal, tenant, room["writer"], entry => entry.Transition == "Submit"));
        }
    }

    /// <returns>Those whose publication was answered.</returns>
    private static async Task<IReadOnlyList<(string Tenant, SavedContent Item)>> PublishUntilKilledAsync(
        PortalApp portal, PortalProgram program, IReadOnlyList<(string Tenant, SavedContent Item)> waiting, Colleague langSon, Colleague vinhLong, int moment)
    {
        var answered = new List<(string, SavedContent)>();
        await using var server = await RunningProgram.StartAsync(program);
        var names = await portal.ReadAsync(PortalApp.LangSon, db => db.Set<Account>().Where(row => row.Id == langSon.Id || row.Id == vinhLong.Id).ToDictionaryAsync(row => row.Id, row => row.UserName!));
        var sent = new List<Task>();
        foreach (var (tenant, head) in new[] { (PortalApp.LangSon, langSon), (PortalApp.VinhLong, vinhLong) })
        {
            var browser = server.Client();
            (await browser.SignInAsync(names[head.Id], People.Password, $"/{tenant}/sign-in")).IsSignedIn().ShouldBeTrue();
            var token = (await browser.GetPageAsync($"/{tenant}/Admin")).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var one in waiting.Where(one => one.Tenant == tenant))
            {
                sent.Add(SendAsync(browser, token, one));
            }
        }

        await Task.Delay(moment, TestContext.Current.CancellationToken);
        await server.KillAsync();
        await Task.WhenAll(sent);
        return answered;

        async Task SendAsync(HttpClient browser, string token, (string Tenant, SavedContent Item) one)
        {
            try
            {
                var answer = await browser.PostAsync(
                    $"/{one.Tenant}/Admin/Contents/ContentItems/{one.Item.ContentItemId}/Workflow?handler=Move",
                    ("__RequestVerificationToken", token), ("transition", "ApproveAndPublish"), ("versionId", one.Item.VersionId));
                if (answer.Status == HttpStatusCode.Found)
                {
                    lock (answered)
                    {
                        answered.Add(one);
                    }
                }
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException)
            {
                // The server went away before it answered.
            }
        }
    }

    private static Task<(bool IsPublic, int Times)> StoryAsync(PortalApp portal, string tenant, SavedContent item) => portal.ReadAsync(tenant, async db => (
        await db.Set<ContentItem>().AnyAsync(row => row.Id == item.ContentItemId && row.PublishedVersionId == item.VersionId),
        await db.Set<EditorialEntry>().CountAsync(entry => entry.ItemId == item.ContentItemId && entry.ToState == "Published")));

    private static Task<int> ToldAsync(PortalApp portal, string tenant, Colleague person, NotificationKind kind) => portal.ReadAsync(tenant, db =>
        db.Set<Notification>().CountAsync(row => row.TenantId == db.TenantId && row.AccountId == person.Id && row.Kind == kind));

    private static Task<int> MovesAsync(PortalApp portal, string tenant, Colleague owner, Expression<Func<EditorialEntry, bool>> which) => portal.ReadAsync(tenant, db =>
        db.Set<EditorialEntry>().Where(entry => entry.Kind == EntryKind.Moved && db.Set<ContentItem>().Any(item => item.Id == entry.ItemId && item.OwnerId == owner.Id)).CountAsync(which));
}
