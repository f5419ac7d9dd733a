using System.Net;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

public sealed class SaveAndPublishTests
{
    private const string Path = "/quy-che-tiep-cong-dan";

    [Fact]
    public async Task A_draft_is_on_no_page_until_it_is_published()
    {
        await using var portal = await PortalApp.StartAsync();

        var saved = (await portal.SaveAsync(PortalApp.Department, Samples.Page())).Value;

        (await portal.Http.GetPageAsync(Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var page in new[] { "/so-do-trang", "/sitemap.xml" })
        {
            (await portal.Http.GetPageAsync(page)).Body.ShouldNotContain(Path, customMessage: page);
        }

        (await portal.PublishAsync(PortalApp.Department, saved)).Succeeded.ShouldBeTrue();
        (await portal.Http.GetPageAsync(Path)).TextOf("h1").ShouldBe("Quy chế tiếp công dân");
        foreach (var page in new[] { "/so-do-trang", "/sitemap.xml" })
        {
            (await portal.Http.GetPageAsync(page)).Body.ShouldContain(Path, customMessage: page);
        }

        (await portal.Http.GetPageAsync("/xttm-lang-son" + Path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Readers_keep_the_published_version_while_a_draft_waits()
    {
        await using var portal = await PortalApp.StartAsync();
        var first = await portal.AddAsync(PortalApp.Department, Samples.Page());
        var (_, item) = await portal.OpenAsync(PortalApp.Department, first.ContentItemId);
        item.SetTitle("Quy chế tiếp công dân, bản sửa đổi");
        item.Set("HtmlBodyPart", "Html", "<p>Tiếp công dân cả ngày thứ năm.</p>");

        var second = (await portal.SaveAsync(PortalApp.Department, item, first.VersionId)).Value;

        var page = await portal.Http.GetPageAsync(Path);
        page.TextOf("h1").ShouldBe("Quy chế tiếp công dân");
        page.TextOf(".prose").ShouldBe("Tiếp công dân vào sáng thứ năm.");
        (await portal.Http.GetPageAsync("/so-do-trang")).Body.ShouldNotContain("bản sửa đổi");

        await portal.PublishAsync(PortalApp.Department, second);
        (await portal.Http.GetPageAsync(Path + "-ban-sua-doi")).TextOf(".prose").ShouldBe("Tiếp công dân cả ngày thứ năm.");
    }

    [Fact]
    public async Task A_stale_save_is_refused_and_both_versions_stay_at_hand()
    {
        await using var portal = await PortalApp.StartAsync();
        var first = await portal.AddAsync(PortalApp.Department, Samples.Page());
        var (_, mine) = await portal.OpenAsync(PortalApp.Department, first.ContentItemId);
        var (_, theirs) = await portal.OpenAsync(PortalApp.Department, first.ContentItemId);
        theirs.SetTitle("Bản của đồng nghiệp");
        mine.SetTitle("Bản của tôi");
        var saved = (await portal.SaveAsync(PortalApp.Department, theirs, first.VersionId)).Value;

        var refused = await portal.SaveAsync(PortalApp.Department, mine, first.VersionId);

        refused.Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict);
        var (version, newest) = await portal.OpenAsync(PortalApp.Department, first.ContentItemId);
        version.ShouldBe(saved);
        newest["TitlePart"]!["Title"]!.GetValue<string>().ShouldBe("Bản của đồng nghiệp");
        (await portal.SaveAsync(PortalApp.Department, mine, saved.VersionId)).Succeeded.ShouldBeTrue();
        (await TitlesAsync(portal, first.ContentItemId)).ShouldBe(["Quy chế tiếp công dân", "Bản của đồng nghiệp", "Bản của tôi"]);
    }

    [Fact]
    public async Task Of_saves_at_the_same_time_exactly_one_wins()
    {
        await using var portal = await PortalApp.StartAsync();
        var first = await portal.AddAsync(PortalApp.Department, Samples.Page());
        var edits = Enumerable.Range(1, 8).Select(async number =>
        {
            var (_, item) = await portal.OpenAsync(PortalApp.Department, first.ContentItemId);
            item.SetTitle($"Bản thứ {number}");
            return item;
        });
        var items = await Task.WhenAll(edits);

        var results = await Task.WhenAll(items.Select(item => Task.Run(() => portal.SaveAsync(PortalApp.Department, item, first.VersionId))));

        results.Count(result => result.Succeeded).ShouldBe(1);
        results.Where(result => !result.Succeeded).ShouldAllBe(result => result.Refusals.Single().Kind == RefusalKind.Conflict);
        (await TitlesAsync(portal, first.ContentItemId)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_who_add_the_same_item_at_the_same_time_exactly_one_wins()
    {
        await using var portal = await PortalApp.StartAsync();
        var id = UniqueId.New();

        var results = await Task.WhenAll(Enumerable.Range(1, 4).Select(number => Task.Run(() =>
        {
            var item = Samples.Page($"Trang thứ {number}");
            item["ContentItemId"] = id;
            return portal.SaveAsync(PortalApp.Department, item);
        })));

        results.Count(result => result.Succeeded).ShouldBe(1);
        (await TitlesAsync(portal, id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Only_the_version_that_was_looked_at_can_be_published_or_withdrawn()
    {
        await using var portal = await PortalApp.StartAsync();
        var first = await portal.AddAsync(PortalApp.Department, Samples.Page());
        var (_, item) = await portal.OpenAsync(PortalApp.Department, first.ContentItemId);
        item.SetTitle("Bản mới");
        await portal.SaveAsync(PortalApp.Department, item, first.VersionId);

        (await portal.PublishAsync(PortalApp.Department, first)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict);
        (await portal.UnpublishAsync(PortalApp.Department, first)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict);
        (await portal.Http.GetPageAsync(Path)).TextOf("h1").ShouldBe("Quy chế tiếp công dân");
    }

    [Fact]
    public async Task Each_operation_leaves_its_audit_entry_and_its_change_in_the_same_commit()
    {
        await using var portal = await PortalApp.StartAsync();
        var actor = Actor.Person(7, "Trần Thị Biên Tập", ["PublishContent"]);
        var before = await LastChangeAsync(portal);

        var saved = (await portal.SaveAsync(PortalApp.VinhLong, Samples.Banner(), actor: actor, note: "Theo ý kiến Trưởng ban")).Value;
        await portal.PublishAsync(PortalApp.VinhLong, saved, actor);
        await portal.UnpublishAsync(PortalApp.VinhLong, saved, actor, "Sai số liệu");

        var entries = await portal.ReadAsync(PortalApp.VinhLong, db => db.AuditEntries.Where(entry => entry.ItemId == saved.ContentItemId).ToListAsync());
        entries.Select(entry => (entry.Operation, entry.Actor, entry.AccountId, entry.Detail)).ShouldBe(
            [("SaveContent", actor.Name, 7, "Theo ý kiến Trưởng ban"), ("PublishContent", actor.Name, 7, null), ("UnpublishContent", actor.Name, 7, "Sai số liệu")],
            ignoreOrder: true);
        var changes = await portal.ReadAsync(PortalApp.VinhLong, db => db.Changes.Where(change => change.Sequence > before).OrderBy(change => change.Sequence).ToListAsync());
        changes.Select(change => (change.Kind, change.ItemId)).ShouldBe(
            [(ChangeKind.ContentDrafted, saved.ContentItemId), (ChangeKind.ContentPublished, saved.ContentItemId), (ChangeKind.ContentPublished, saved.ContentItemId)]);
        changes.Select(change => change.TenantId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_behind()
    {
        await using var portal = await PortalApp.StartAsync();
        var before = await CountAsync(portal);
        var stranger = Actor.Person(9, "Người ngoài", []);
        var author = Actor.Person(8, "Cộng tác viên", ["Edit_Article"]);

        (await portal.SaveAsync(PortalApp.Department, Samples.Page(), actor: stranger)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Forbidden);
        (await portal.SaveAsync(PortalApp.Department, Samples.Page(), actor: author)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Forbidden);
        (await portal.SaveAsync(PortalApp.Department, Samples.Page(""))).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Invalid);
        (await portal.SaveAsync(PortalApp.Department, Samples.Page(), note: new string('x', 501))).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Invalid);
        (await portal.PublishAsync(PortalApp.Department, new(UniqueId.New(), UniqueId.New()))).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.NotFound);
        (await portal.UnpublishAsync(PortalApp.Department, new(UniqueId.New(), UniqueId.New()))).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.NotFound);

        (await CountAsync(portal)).ShouldBe(before);
    }

    [Fact]
    public async Task An_author_may_write_but_not_publish()
    {
        await using var portal = await PortalApp.StartAsync();
        var author = Actor.Person(8, "Cộng tác viên", ["Edit_Directive"]);
        var editor = Actor.Person(7, "Trưởng ban biên tập", ["Publish_Directive"]);

        var saved = (await portal.SaveAsync(PortalApp.Department, Samples.Directive(), actor: author)).Value;

        (await portal.PublishAsync(PortalApp.Department, saved, author)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Forbidden);
        (await portal.PublishAsync(PortalApp.Department, saved, editor)).Succeeded.ShouldBeTrue();
        (await portal.UnpublishAsync(PortalApp.Department, saved, author)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public async Task An_item_cannot_be_written_over_under_another_type()
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await portal.AddAsync(PortalApp.Department, Samples.Page());
        var article = Samples.Article();
        article["ContentItemId"] = page.ContentItemId;

        var forbidden = await portal.SaveAsync(PortalApp.Department, article.DeepClone().AsObject(), page.VersionId, Actor.Person(8, "Cộng tác viên", ["Edit_Article"]));
        var refused = await portal.SaveAsync(PortalApp.Department, article.DeepClone().AsObject(), page.VersionId);

        forbidden.Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Forbidden);
        refused.Refusals.ShouldHaveSingleItem().Field.ShouldBe("ContentType");
        (await portal.ImportAsync(PortalApp.Department, article.DeepClone().AsObject())).Refusals.ShouldHaveSingleItem().Field.ShouldBe("[0].ContentType");
        (await portal.Http.GetPageAsync(Path)).TextOf("h1").ShouldBe("Quy chế tiếp công dân");
    }

    [Fact]
    public async Task An_item_of_one_site_does_not_exist_for_editors_of_another()
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await portal.AddAsync(PortalApp.Department, Samples.Page());

        (await portal.PublishAsync(PortalApp.LangSon, page)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.NotFound);
        (await portal.UnpublishAsync(PortalApp.LangSon, page)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.NotFound);
        var (_, item) = await portal.OpenAsync(PortalApp.Department, page.ContentItemId);
        (await portal.SaveAsync(PortalApp.LangSon, item, page.VersionId)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict);
        (await portal.Http.GetPageAsync(Path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_withdrawn_item_keeps_its_versions_and_comes_back_where_it_was()
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await portal.AddAsync(PortalApp.Department, Samples.Page());
        await portal.Http.GetPageAsync(Path);

        await portal.UnpublishAsync(PortalApp.Department, page);
        (await portal.Http.GetPageAsync(Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.UnpublishAsync(PortalApp.Department, page)).Succeeded.ShouldBeTrue();

        await portal.PublishAsync(PortalApp.Department, page);
        (await portal.Http.GetPageAsync(Path)).Status.ShouldBe(HttpStatusCode.OK);
        (await TitlesAsync(portal, page.ContentItemId)).ShouldHaveSingleItem();
    }

    private static Task<List<string>> TitlesAsync(PortalApp portal, string id) => portal.ReadAsync(PortalApp.Department, db =>
        db.Set<ContentVersion>().Where(version => version.ItemId == id).OrderBy(version => version.Number).Select(version => version.DisplayText).ToListAsync());

    private static Task<long> LastChangeAsync(PortalApp portal) => portal.ReadAsync(PortalApp.Department, db => db.Changes.MaxAsync(change => change.Sequence));

    private static Task<(int, int, int, long)> CountAsync(PortalApp portal) => portal.ReadAsync(PortalApp.Department, async db => (
        await db.Set<ContentItem>().CountAsync(),
        await db.Set<ContentVersion>().CountAsync(),
        await db.AuditEntries.CountAsync(),
        await db.Changes.MaxAsync(change => change.Sequence)));
}
