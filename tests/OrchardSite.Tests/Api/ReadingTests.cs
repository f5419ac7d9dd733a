using System.Globalization;
using System.Text.Json.Nodes;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Api;

public sealed class ReadingTests
{
    [Fact]
    public async Task Who_may_see_no_drafts_reads_what_every_reader_sees_on_their_site_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        var client = await portal.ProgramAsync(PortalApp.LangSon, Editors.Contributor, "ViewContent");
        var neighbour = await portal.ProgramAsync(PortalApp.VinhLong, Editors.Head, "ListContent", "EditContent");
        var item = await portal.AddAsync(PortalApp.LangSon, Samples.Article("Chợ phiên Kỳ Lừa"));
        var (version, content) = await portal.OpenAsync(PortalApp.LangSon, item.ContentItemId);
        content.SetTitle("Chợ phiên Kỳ Lừa, bản nháp");
        await portal.SaveAsync(PortalApp.LangSon, content, version.VersionId);
        var draft = (await portal.SaveAsync(PortalApp.LangSon, Samples.Article("Chưa ai được đọc"))).Value;

        var shown = (await client.CallAsync("getContent", null, ("id", item.ContentItemId))).Should(200);

        (shown["DisplayText"], shown["Latest"], shown["Published"]).ShouldBe(("Chợ phiên Kỳ Lừa", "false", "true"));
        (await client.CallAsync("getContent", null, ("id", item.ContentItemId), ("version", "published"))).Should(200).Tag.ShouldBe(shown.Tag);
        (await client.CallAsync("getContent", null, ("id", item.ContentItemId), ("version", "latest"))).Should(403);
        (await client.CallAsync("getContent", null, ("id", draft.ContentItemId))).Should(403);
        (await client.CallAsync("listContent", null)).Should(403);
        (await neighbour.CallAsync("getContent", null, ("id", item.ContentItemId))).Should(404);
        (await neighbour.CallAsync("patchContent", new JsonObject(), ("id", item.ContentItemId), ("If-Match", shown.Tag))).Should(404);
    }

    [Fact]
    public async Task Lists_have_pages_with_links_and_tell_what_has_changed_since()
    {
        await using var portal = await PortalApp.StartAsync();
        var client = await portal.ProgramAsync(PortalApp.LangSon, Editors.Head, "ListContent", "EditContent");
        var neighbour = await portal.ProgramAsync(PortalApp.VinhLong, Editors.Head, "ListContent", "EditContent");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var since = portal.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        foreach (var title in new[] { "Phiên thứ nhất", "Phiên thứ hai", "Phiên thứ ba" })
        {
            (await client.CallAsync("createContent", Samples.Page(title))).Should(201);
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var first = (await client.CallAsync("listContent", null, ("type", "Page"), ("modifiedSince", since), ("size", "2"))).Should(200);

        (first["total"], first["page"], first["size"]).ShouldBe(("3", "1", "2"));
        first.Body!["items"]!.AsArray().Select(item => item!["DisplayText"]!.ToString()).ShouldBe(["Phiên thứ ba", "Phiên thứ hai"]);
        first.Response.Headers.GetValues("Link").Single().ShouldBe(
            $"</xttm-lang-son/api/v1/content?type=Page&modifiedSince={Uri.EscapeDataString(since)}&size=2&page=1>; rel=\"first\", "
            + $"</xttm-lang-son/api/v1/content?type=Page&modifiedSince={Uri.EscapeDataString(since)}&size=2&page=2>; rel=\"next\", "
            + $"</xttm-lang-son/api/v1/content?type=Page&modifiedSince={Uri.EscapeDataString(since)}&size=2&page=2>; rel=\"last\"");
        (await client.CallAsync("listContent", null, ("type", "Page"), ("modifiedSince", since), ("size", "2"), ("page", "3"))).Should(404);
        (await client.CallAsync("listContent", null, ("state", "Deleted"))).Should(422).Body!["errors"]![0]!["field"]!.ToString().ShouldBe("state");
        (await client.CallAsync("listContent", null, ("type", "KhongCo"))).Should(422);
        (await neighbour.CallAsync("listContent", null, ("modifiedSince", since))).Should(200)["total"].ShouldBe("0");
    }

    [Fact]
    public async Task Sites_are_managed_on_the_first_one_with_a_token_that_was_made_for_that()
    {
        await using var portal = await PortalApp.StartAsync();
        var host = await portal.HostAsync();
        var client = await DescriptionClient.OpenAsync(portal.Http, portal.SiteOf(PortalApp.LangSon), (await portal.TokenAsync(PortalApp.LangSon, host, "ListContent")).Value);
        var first = await DescriptionClient.OpenAsync(portal.Http, portal.SiteOf(PortalApp.Department), (await portal.TokenAsync(PortalApp.Department, host, "ListContent")).Value);

        (await client.CallAsync("listTenants", null)).Should(403);
        (await first.CallAsync("disableTenant", null, ("name", PortalApp.VinhLong))).Should(403);
        (await Should.ThrowAsync<InvalidOperationException>(() => portal.TokenAsync(PortalApp.LangSon, host, "ManageTenants"))).Message.ShouldNotBeEmpty();
        (await portal.Http.GetPageAsync("/xttm-vinh-long/")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }
}
