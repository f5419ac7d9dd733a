using System.Net;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Api;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Api;

public sealed class AccessTokensPageTests
{
    private const string Address = "Admin/AccessTokens";
    private const string Make = "#new-token .btn-primary";

    [Fact]
    public async Task A_person_makes_a_token_sees_it_once_and_revokes_it()
    {
        await using var portal = await PortalApp.StartAsync();
        using var editor = await portal.HireAsync(PortalApp.LangSon, "Lê Văn Biên Tập", Editors.Editor);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Trần Thị Láng Giềng", Editors.Administrator);
        (await editor.GetAsync("Admin")).Document.QuerySelector("a[href='/xttm-lang-son/Admin/AccessTokens']").ShouldNotBeNull();
        var page = await editor.GetAsync(Address);
        page.Document.QuerySelector("input[value=PublishContent]").ShouldBeNull("They may not publish themselves.");
        page.Document.QuerySelector("input[value=AccessAdminPanel]").ShouldBeNull("A program sees no pages.");

        var made = await editor.Browser.PressAsync(page, Make, ("Name", "Phần mềm một cửa"), ("Expires", "2027-11-24"), ("permissions", "Edit_Article"), ("current", People.Password));

        made.Status.ShouldBe(HttpStatusCode.OK);
        made.Response.Headers.ShouldNotBeKept();
        var value = made.Document.QuerySelector("#value")!.GetAttribute("value").ShouldNotBeNull();
        value.ShouldMatch("^ops_[A-Za-z0-9_-]{43}$");
        var client = await DescriptionClient.OpenAsync(portal.Http, portal.SiteOf(PortalApp.LangSon), value);
        (await client.CallAsync("listContent", null, ("type", "Article"))).Should(200);
        (await client.CallAsync("listContent", null, ("type", "Page"))).Should(403);
        var row = await portal.ReadAsync(PortalApp.LangSon, db => db.Set<AccessToken>().AsNoTracking().SingleAsync());
        (row.Name, row.AccountId, row.ExpiresUtc).ShouldBe(("Phần mềm một cửa", editor.Id, new DateTime(2027, 11, 24, 16, 59, 59, DateTimeKind.Utc)));
        row.Hash.ShouldNotContain(value);
        row.Permissions.ShouldBe(["Edit_Article"]);

        var again = await editor.GetAsync(Address);
        again.Body.ShouldNotContain(value);
        again.TextsOf(".row-title").ShouldBe(["Phần mềm một cửa"]);
        (await neighbour.GetAsync(Address)).Body.ShouldNotContain("Phần mềm một cửa");
        (await portal.AuditOfAsync(PortalApp.LangSon, "CreateAccessToken")).Single().Detail.ShouldBe("“Phần mềm một cửa”: Edit_Article");

        (await editor.Browser.PressAsync(again, ".rows button")).Location().ShouldBe("/xttm-lang-son/" + Address);
        (await client.CallAsync("listContent", null)).Should(401);
        (await portal.AuditOfAsync(PortalApp.LangSon, "RevokeAccessToken")).Single().Actor.ShouldBe("Lê Văn Biên Tập");
        (await portal.AuditOfAsync(PortalApp.VinhLong, "RevokeAccessToken")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Name", " ", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Expires", "", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Expires", "2026-11-23", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Expires", "2027-11-26", HttpStatusCode.UnprocessableEntity)]
    [InlineData("permissions", "", HttpStatusCode.UnprocessableEntity)]
    [InlineData("permissions", "PublishContent", HttpStatusCode.Forbidden)]
    [InlineData("permissions", "ManageTenants", HttpStatusCode.Forbidden)]
    [InlineData("permissions", "AccessAdminPanel", HttpStatusCode.Forbidden)]
    [InlineData("permissions", "Publish_Article", HttpStatusCode.Forbidden)]
    [InlineData("current", "Không phải mật khẩu", HttpStatusCode.UnprocessableEntity)]
    public async Task What_cannot_be_a_token_is_refused_and_what_was_typed_stays(string field, string value, HttpStatusCode status)
    {
        await using var portal = await PortalApp.StartAsync();
        using var editor = await portal.HireAsync(PortalApp.LangSon, "Lê Văn Biên Tập", Editors.Editor);
        var fields = new Dictionary<string, string> { ["Name"] = "Phần mềm một cửa", ["Expires"] = "2027-01-31", ["permissions"] = "Edit_Article", ["current"] = People.Password };
        fields[field] = value;
        if (value.Length == 0)
        {
            fields.Remove(field);
        }

        var refused = await editor.PostAsync(Address, [.. fields.Select(pair => (pair.Key, pair.Value))]);

        refused.Status.ShouldBe(status, refused.TextOf("#refusals"));
        refused.TextOf("#refusals").ShouldNotBeNullOrEmpty();
        refused.ValueOf("Name").ShouldBe(field == "Name" ? "" : "Phần mềm một cửa");
        refused.Document.QuerySelector("#value").ShouldBeNull();
        (await portal.ReadAsync(PortalApp.LangSon, db => db.Set<AccessToken>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Who_manages_people_sees_and_revokes_the_tokens_of_the_site_and_nobody_else_does()
    {
        await using var portal = await PortalApp.StartAsync();
        using var editor = await portal.HireAsync(PortalApp.LangSon, "Lê Văn Biên Tập", Editors.Editor);
        using var colleague = await portal.HireAsync(PortalApp.LangSon, "Hoàng Văn Đồng Nghiệp", Editors.Head);
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        using var stranger = await portal.HireAsync(PortalApp.VinhLong, "Trần Thị Láng Giềng", Editors.Administrator);
        var issued = await portal.TokenAsync(PortalApp.LangSon, await editor.ActorAsync(), "Edit_Article");

        (await colleague.GetAsync(Address)).Body.ShouldNotContain("Phần mềm một cửa");
        (await colleague.PostAsync(Address + "?handler=Revoke", ("id", issued.Token.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync(Address + "?handler=Revoke", ("id", issued.Token.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await admin.GetAsync(Address);
        page.TextsOf(".rows .row-facts span")[0].ShouldBe("Lê Văn Biên Tập");
        page.Body.ShouldNotContain(issued.Value);
        (await admin.Browser.PressAsync(page, ".rows button")).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.AuditOfAsync(PortalApp.LangSon, "RevokeAccessToken")).Single().Detail.ShouldBe("“Phần mềm một cửa”: Lê Văn Biên Tập");
        (await portal.ReadAsync(PortalApp.LangSon, db => db.Set<AccessToken>().CountAsync())).ShouldBe(0);
    }
}
