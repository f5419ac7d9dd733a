using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Api;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using OrchardSite.Tests.Workflows;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Tests.Api;

public sealed class TokenUseTests
{
    private const string Taxonomies = "/xttm-lang-son/api/v1/taxonomies";

    [Fact]
    public async Task A_token_is_good_on_its_site_until_it_ends_or_is_revoked()
    {
        await using var portal = await PortalApp.StartAsync();
        using var editor = await portal.HireAsync(PortalApp.LangSon, "Lê Văn Biên Tập", Editors.Editor);
        await editor.AtAsync(PortalApp.VinhLong, Editors.Editor);
        var issued = await portal.TokenAsync(PortalApp.LangSon, await editor.ActorAsync(), "Edit_Article");
        var other = await portal.TokenAsync(PortalApp.LangSon, editor, "Edit_Article");

        (await StatusAsync(portal, issued.Value)).ShouldBe(200);
        (await StatusAsync(portal, issued.Value, Taxonomies.Replace("lang-son", "vinh-long", StringComparison.Ordinal))).ShouldBe(401);
        (await StatusAsync(portal, null)).ShouldBe(401);
        (await StatusAsync(portal, issued.Value[..^1])).ShouldBe(401);
        (await StatusAsync(portal, "ops_" + new string('A', 43))).ShouldBe(401);
        (await portal.Http.GetPageAsync($"{Taxonomies}?access_token={issued.Value}")).Response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        (await editor.Browser.GetPageAsync(Taxonomies)).Response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized, "A cookie is no token.");

        (await portal.InTenantAsync(PortalApp.LangSon, async services => await services.GetRequiredService<RevokeAccessToken>().RunAsync(issued.Token.Id, await editor.ActorAsync()))).Succeeded.ShouldBeTrue();
        (await StatusAsync(portal, issued.Value)).ShouldBe(401);
        (await StatusAsync(portal, other)).ShouldBe(200);
        portal.Clock.Advance(TimeSpan.FromDays(31));
        (await StatusAsync(portal, other)).ShouldBe(401);
    }

    [Fact]
    public async Task A_token_never_does_more_than_its_person_may_now()
    {
        await using var portal = await PortalApp.StartAsync();
        var manager = await portal.AddManagerAsync(PortalApp.LangSon);
        using var head = await portal.HireAsync(PortalApp.LangSon, "Nông Thị Trưởng Ban", Editors.Head);
        var token = await portal.TokenAsync(PortalApp.LangSon, head, "ListContent", "EditContent", "ManageMediaContent");
        const string List = "/xttm-lang-son/api/v1/content?type=Page";
        const string Media = "/xttm-lang-son/api/v1/media";
        (await StatusAsync(portal, token, List)).ShouldBe(200);
        (await StatusAsync(portal, token, Media)).ShouldBe(200);

        (await portal.ChangeMemberAsync(PortalApp.LangSon, head.Id, [Editors.Contributor], manager)).Succeeded.ShouldBeTrue();
        (await StatusAsync(portal, token, List)).ShouldBe(403);
        (await StatusAsync(portal, token, Media)).ShouldBe(403);
        (await StatusAsync(portal, token)).ShouldBe(200);

        (await portal.EndMemberAsync(PortalApp.LangSon, head.Id, manager)).Succeeded.ShouldBeTrue();
        (await StatusAsync(portal, token)).ShouldBe(401);
    }

    [Fact]
    public async Task A_disabled_account_has_no_tokens()
    {
        await using var portal = await PortalApp.StartAsync();
        using var editor = await portal.HireAsync(PortalApp.LangSon, "Lê Văn Biên Tập", Editors.Editor);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Trần Thị Láng Giềng", Editors.Editor);
        var token = await portal.TokenAsync(PortalApp.LangSon, editor, "Edit_Article");
        (await StatusAsync(portal, token)).ShouldBe(200);

        await portal.ReadAsync(PortalApp.LangSon, db => db.Set<Account>().Where(row => row.Id == editor.Id).ExecuteUpdateAsync(row => row.SetProperty(set => set.IsDisabled, true)));

        (await StatusAsync(portal, token)).ShouldBe(401);
        (await StatusAsync(portal, await portal.TokenAsync(PortalApp.VinhLong, neighbour, "Edit_Article"), "/xttm-vinh-long/api/v1/taxonomies")).ShouldBe(200);
    }

    [Fact]
    public async Task A_program_stands_in_for_nobody_who_is_away()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        var (head, editor) = (room["head"], room["editor"]);
        (await head.PostAsync("Admin/Inbox/Away", ("colleague", $"{editor.Id}"), ("from", "2026-11-24"), ("until", "2026-11-26"))).Status.ShouldBe(System.Net.HttpStatusCode.Found);
        var item = await room["writer"].WriteAsync(Samples.Article());
        await room["writer"].DoAsync(item, "Submit");
        var client = await DescriptionClient.OpenAsync(portal.Http, portal.SiteOf(PortalApp.LangSon), await portal.TokenAsync(PortalApp.LangSon, editor, "Edit_Article", "ListContent"));
        var seen = (await client.CallAsync("getContent", null, ("id", item.ContentItemId))).Should(200);

        (await client.CallAsync("moveContent", null, ("id", item.ContentItemId), ("name", "Approve"), ("If-Match", seen.Tag))).Should(403);
        (await editor.MoveAsync(item, "Approve")).Status.ShouldBe(System.Net.HttpStatusCode.Found);
    }

    [Fact]
    public async Task Who_sends_what_is_no_token_is_soon_asked_to_wait_and_nobody_else_is()
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["SignInLimits:PerAddress"] = "5" });
        using var editor = await portal.HireAsync(PortalApp.LangSon, "Lê Văn Biên Tập", Editors.Editor);
        var token = await portal.TokenAsync(PortalApp.LangSon, editor, "Edit_Article");
        for (var number = 0; number < 5; number++)
        {
            (await StatusAsync(portal, "ops_" + new string((char)('a' + number), 43))).ShouldBe(401);
        }

        var refused = await SendAsync(portal, "ops_x", Taxonomies);

        ((int)refused.StatusCode).ShouldBe(429);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
        (await StatusAsync(portal, token)).ShouldBe(200);
        using var browser = portal.Client();
        (await browser.SignInAsync("khong.co.ai", "x")).Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Refusals_are_in_the_language_of_the_caller()
    {
        await using var portal = await PortalApp.StartAsync();

        (await (await SendAsync(portal, null, Taxonomies, "en-GB, vi;q=0.5")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Send an access token of this site");
        (await (await SendAsync(portal, null, Taxonomies, "fr, vi;q=0.5")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Hãy gửi mã truy cập của trang này");
        var unknown = await SendAsync(portal, null, "/xttm-lang-son/api/v1/nothing", "vi");
        ((int)unknown.StatusCode, unknown.Content.Headers.ContentType!.MediaType).ShouldBe((404, "application/problem+json"));
    }

    [Fact]
    public async Task A_token_is_written_nowhere_but_its_use_is_noted_once_an_hour()
    {
        await using var portal = await PortalApp.StartAsync();
        using var editor = await portal.HireAsync(PortalApp.LangSon, "Lê Văn Biên Tập", Editors.Editor);
        var issued = await portal.TokenAsync(PortalApp.LangSon, await editor.ActorAsync(), "Edit_Article");
        await StatusAsync(portal, issued.Value);
        (await UsedAsync()).ShouldBe(PortalApp.Morning.UtcDateTime);
        portal.Clock.Advance(TimeSpan.FromMinutes(40));
        await StatusAsync(portal, issued.Value);
        (await UsedAsync()).ShouldBe(PortalApp.Morning.UtcDateTime);
        portal.Clock.Advance(TimeSpan.FromMinutes(30));
        await StatusAsync(portal, issued.Value);
        (await UsedAsync()).ShouldBe(PortalApp.Morning.UtcDateTime.AddMinutes(70));

        foreach (var file in Directory.EnumerateFiles(portal.DataFolder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Contains(issued.Value, StringComparison.Ordinal).ShouldBeFalse(file);
        }

        Task<DateTime?> UsedAsync() => portal.ReadAsync(PortalApp.LangSon, db => db.Set<AccessToken>().AsNoTracking().Where(row => row.Id == issued.Token.Id).Select(row => row.LastUsedUtc).SingleAsync());
    }

    private static async Task<int> StatusAsync(PortalApp portal, string? token, string path = Taxonomies) => (int)(await SendAsync(portal, token, path)).StatusCode;

    private static async Task<HttpResponseMessage> SendAsync(PortalApp portal, string? token, string path, string? language = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (language is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        }

        return await portal.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
